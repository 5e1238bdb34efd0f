import { Stack } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { judgePassphrase } from "./passphrase-strength";
import { SecretField } from "./secret-field";
import "./passphrase-fields.css";

export interface NewPassphrase {
  readonly text: string;
  readonly again: string;
}
export const noPassphrase: NewPassphrase = { text: "", again: "" };

/** Whether it can be used: long enough, and the same twice. */
export function isUsable({ text, again }: NewPassphrase, shortest: number): boolean {
  return text.length >= shortest && text === again;
}

interface PassphraseFieldsProps {
  readonly label: string;
  readonly value: NewPassphrase;
  readonly shortest: number;
  /** Of whom it is: a name in it is easy to guess. */
  readonly name?: string;
  /** Problems are named once somebody has tried to go on. */
  readonly isChecked: boolean;
  /** What the program said about it. */
  readonly issue?: string | undefined;
  readonly onChange: (value: NewPassphrase) => void;
}

/** A new passphrase, typed twice, with a hint how well it holds. */
export function PassphraseFields(props: PassphraseFieldsProps) {
  const { t } = useTranslation();
  const { value, shortest, isChecked, onChange } = props;
  const missing = Math.max(0, shortest - value.text.length);
  const isTooShort = isChecked && missing > 0;
  return (
    <Stack gap="xs">
      <SecretField
        label={props.label}
        value={value.text}
        error={props.issue ?? (isTooShort ? t("secrets.strength.short", { count: missing }) : null)}
        maxLength={200}
        onChange={(text) => {
          onChange({ ...value, text });
        }}
      />
      <StrengthHint text={value.text} shortest={shortest} name={props.name ?? ""} />
      <SecretField
        label={t("secrets.strength.again")}
        value={value.again}
        error={isChecked && missing === 0 && value.again !== value.text ? t("secrets.strength.different") : null}
        maxLength={200}
        onChange={(again) => {
          onChange({ ...value, again });
        }}
      />
    </Stack>
  );
}

interface StrengthHintProps {
  readonly text: string;
  readonly shortest: number;
  readonly name: string;
}

function StrengthHint({ text, shortest, name }: StrengthHintProps) {
  const { t } = useTranslation();
  if (text === "") return <div className="strength quiet">{t("secrets.strength.hint")}</div>;
  const strength = judgePassphrase(text, shortest, name);
  const words =
    strength === "short"
      ? t("secrets.strength.short", { count: shortest - text.length })
      : t(`secrets.strength.${strength}`);
  return (
    <div className="strength" data-strength={strength} role="status">
      <span className="strength-bar" aria-hidden>
        <span />
        <span />
        <span />
      </span>
      {words}
    </div>
  );
}
