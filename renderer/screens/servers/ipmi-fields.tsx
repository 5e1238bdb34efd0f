import { TextInput } from "@mantine/core";
import type { ChangeEvent } from "react";
import { useTranslation } from "react-i18next";
import { SecretField } from "../../parts/secret-field";

export interface IpmiValues {
  readonly address: string;
  readonly mac: string;
  readonly username: string;
  readonly password: string;
}

interface IpmiFieldsProps {
  readonly values: IpmiValues;
  readonly issues: Readonly<Record<string, string>>;
  readonly onChange: (values: IpmiValues) => void;
}

/** How the BMC of a server is reached. */
export function IpmiFields({ values, issues, onChange }: IpmiFieldsProps) {
  const { t } = useTranslation();
  const bind = (field: keyof IpmiValues) => ({
    label: t(`servers.connectionDialog.${field}`),
    value: values[field],
    error: issues[field] ?? null,
    autoComplete: "off",
    onChange: (event: ChangeEvent<HTMLInputElement>) => {
      onChange({ ...values, [field]: event.currentTarget.value });
    },
  });
  return (
    <>
      <TextInput {...bind("address")} className="mono-input" placeholder="10.0.12.7" withAsterisk data-autofocus />
      <TextInput {...bind("mac")} className="mono-input" placeholder="0c:c4:7a:00:11:22" />
      <TextInput {...bind("username")} withAsterisk />
      <SecretField
        {...bind("password")}
        withAsterisk
        onChange={(password) => {
          onChange({ ...values, password });
        }}
      />
    </>
  );
}
