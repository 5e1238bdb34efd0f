import { useTranslation } from "react-i18next";
import type { NewPassphrase } from "../../parts/passphrase-fields";
import { SecretField } from "../../parts/secret-field";
import { isPin } from "./new-secret";

interface PinFieldsProps {
  readonly value: NewPassphrase;
  /** Problems are named once somebody has tried to send it. */
  readonly isChecked: boolean;
  /** What the program said about it. */
  readonly issue: string | undefined;
  readonly onChange: (value: NewPassphrase) => void;
}

/** A new PIN, typed twice. */
export function PinFields({ value, isChecked, issue, onChange }: PinFieldsProps) {
  const { t } = useTranslation();
  const isOdd = isChecked && !isPin(value.text);
  const isDifferent = isChecked && !isOdd && value.text !== value.again;
  const field = (name: keyof NewPassphrase) => ({
    inputMode: "numeric" as const,
    maxLength: 12,
    value: value[name],
    onChange: (text: string) => {
      onChange({ ...value, [name]: text });
    },
  });
  return (
    <>
      <SecretField
        {...field("text")}
        label={t("settings.operators.new.pin")}
        error={issue ?? (isOdd ? t("settings.operators.pinDigits") : null)}
      />
      <SecretField
        {...field("again")}
        label={t("secrets.strength.again")}
        error={isDifferent ? t("secrets.strength.different") : null}
      />
    </>
  );
}
