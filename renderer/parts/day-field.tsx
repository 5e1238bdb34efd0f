import { TextInput, type TextInputProps } from "@mantine/core";
import { formatDate } from "../text/format";

interface DayFieldProps extends Omit<TextInputProps, "value" | "onChange" | "type"> {
  /** ISO date, as far as it is typed. */
  readonly value: string;
  readonly onChange: (day: string) => void;
}

/**
 * A day as ISO writes it, with the same day in the window's language beside it. The browser's own field follows the desktop's language, whichever one
 * the window speaks.
 */
export function DayField({ value, onChange, ...field }: DayFieldProps) {
  const at = Date.parse(`${value}T00:00:00`);
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(at);
  return (
    <TextInput
      {...field}
      value={value}
      maxLength={10}
      placeholder="2027-12-31"
      autoComplete="off"
      rightSection={isDay ? <span className="quiet">{formatDate(at)}</span> : null}
      rightSectionWidth={120}
      rightSectionPointerEvents="none"
      onChange={(event) => {
        onChange(event.currentTarget.value.trim());
      }}
    />
  );
}
