import { Input, SegmentedControl } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { SignInKind } from "../../../main/contract/shapes/operator";
import { PassphraseFields } from "../../parts/passphrase-fields";
import { emptySecret, shortestPassphrase, type SecretDraft } from "./new-secret";
import { PinFields } from "./pin-fields";

const kinds: readonly SignInKind[] = ["pin", "passphrase"];

interface NewSecretFieldsProps {
  readonly value: SecretDraft;
  /** An administrator has no PIN: it would open the whole site. */
  readonly isAdministrator: boolean;
  /** Whose it is: a name in a passphrase is easy to guess. */
  readonly name: string;
  /** Messages of the program by the field's name: `kind`, `text`. */
  readonly issues: Readonly<Record<string, string>>;
  /** Problems are named once somebody has tried to send them. */
  readonly isChecked: boolean;
  readonly onChange: (value: SecretDraft) => void;
}

/** What somebody signs in with from now on: a PIN or a passphrase, typed twice. */
export function NewSecretFields({ value, isAdministrator, name, issues, isChecked, onChange }: NewSecretFieldsProps) {
  const { t } = useTranslation();
  const { kind, typed } = value;
  const shared = {
    value: typed,
    isChecked,
    issue: issues["text"],
    onChange: (next: SecretDraft["typed"]) => {
      onChange({ kind, typed: next });
    },
  };
  return (
    <>
      <Input.Wrapper
        label={t("settings.operators.signInKind")}
        labelElement="div"
        description={isAdministrator ? t("settings.operators.noPin") : t(`settings.signInHint.${kind}`)}
        error={issues["kind"] ?? null}
      >
        {isAdministrator ? null : (
          <SegmentedControl
            mt={4}
            aria-label={t("settings.operators.signInKind")}
            value={kind}
            data={kinds.map((value) => ({ value, label: t(`gate.${value}`) }))}
            onChange={(next) => {
              onChange(emptySecret(next));
            }}
          />
        )}
      </Input.Wrapper>
      {kind === "pin" ? (
        <PinFields {...shared} />
      ) : (
        <PassphraseFields
          {...shared}
          label={t("settings.operators.new.passphrase")}
          name={name}
          shortest={shortestPassphrase}
        />
      )}
    </>
  );
}
