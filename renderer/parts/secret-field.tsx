import { PasswordInput, type PasswordInputProps } from "@mantine/core";

interface SecretFieldProps extends Omit<PasswordInputProps, "value" | "onChange" | "autoComplete" | "spellCheck"> {
  readonly value: string;
  readonly onChange: (text: string) => void;
}

/** A PIN, password or passphrase being typed: masked, and nothing of the window remembers or checks it. */
export function SecretField({ onChange, ...rest }: SecretFieldProps) {
  return (
    <PasswordInput
      {...rest}
      autoComplete="new-password"
      spellCheck={false}
      onChange={(event) => {
        onChange(event.currentTarget.value);
      }}
    />
  );
}
