import { TextInput } from "@mantine/core";
import type { ReactNode } from "react";
import { decimalText, readMoney } from "./money";

interface MoneyFieldProps {
  readonly label: string;
  /** False where a column's heading names the field; the label is then only read out. */
  readonly isLabelShown?: boolean;
  readonly currency: string;
  readonly value: string;
  readonly placeholder?: string;
  readonly error?: ReactNode;
  readonly onChange: (text: string) => void;
}

/** An amount of money as text. What is understood gets the currency's decimals when the field is left. */
export function MoneyField({ label, isLabelShown = false, currency, value, onChange, ...rest }: MoneyFieldProps) {
  return (
    <TextInput
      {...rest}
      {...(isLabelShown ? { label } : { "aria-label": label })}
      inputMode="decimal"
      maxLength={24}
      value={value}
      styles={{ input: { textAlign: "right" } }}
      onChange={(event) => {
        onChange(event.currentTarget.value);
      }}
      onBlur={() => {
        const reading = readMoney(value, currency);
        if (reading.ok) onChange(decimalText(reading.minor, currency));
      }}
    />
  );
}
