import { Stack, TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { PassphraseFields } from "../../parts/passphrase-fields";
import { shortestOperatorPassphrase, type SetUpDraft } from "./set-up-draft";

interface AdministratorFieldsProps {
  readonly draft: SetUpDraft;
  /** What the program said, by field path. */
  readonly issues: Readonly<Record<string, string>>;
  readonly isChecked: boolean;
  readonly onChange: (draft: SetUpDraft) => void;
}

/** The first administrator: a name, and a passphrase twice. */
export function AdministratorFields({ draft, issues, isChecked, onChange }: AdministratorFieldsProps) {
  const { t } = useTranslation();
  const isNameMissing = isChecked && draft.name.trim() === "";
  return (
    <Stack gap="xs">
      <TextInput
        label={t("gate.setUp.name")}
        value={draft.name}
        maxLength={60}
        autoFocus
        error={issues["administrator.name"] ?? (isNameMissing ? t("gate.setUp.nameMissing") : null)}
        onChange={(event) => {
          onChange({ ...draft, name: event.currentTarget.value });
        }}
      />
      <PassphraseFields
        label={t("gate.passphrase")}
        value={draft.passphrase}
        shortest={shortestOperatorPassphrase}
        name={draft.name}
        isChecked={isChecked}
        issue={issues["administrator.passphrase"]}
        onChange={(passphrase) => {
          onChange({ ...draft, passphrase });
        }}
      />
    </Stack>
  );
}
