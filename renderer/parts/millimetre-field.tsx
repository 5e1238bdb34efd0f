import { NumberInput } from "@mantine/core";

interface MillimetreFieldProps {
  readonly label: string;
  readonly value: number | null;
  readonly minimum?: number;
  readonly isReadOnly: boolean;
  readonly error?: string | undefined;
  readonly placeholder?: string;
  /** Null when the field was emptied. */
  readonly onChange: (value: number | null) => void;
}

/** A length on the label, in millimetres; arrow keys step by half of one. */
export function MillimetreField(props: MillimetreFieldProps) {
  const { label, value, minimum = 0, isReadOnly, error, placeholder, onChange } = props;
  return (
    <NumberInput
      label={label}
      suffix=" mm"
      step={0.5}
      decimalScale={2}
      min={minimum}
      readOnly={isReadOnly}
      value={value ?? ""}
      placeholder={placeholder ?? ""}
      error={error}
      onChange={(next) => {
        onChange(typeof next === "number" ? next : null);
      }}
    />
  );
}
