import { Radio, Stack } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Role } from "../../../main/contract/shapes/operator";

const roles: readonly Role[] = ["technician", "administrator", "auditor"];

interface RoleFieldProps {
  readonly value: Role;
  readonly issue: string | undefined;
  readonly onChange: (role: Role) => void;
}

/** What somebody may do here, each role with its sentence. */
export function RoleField({ value, issue, onChange }: RoleFieldProps) {
  const { t } = useTranslation();
  return (
    <Radio.Group
      label={t("settings.operators.role")}
      value={value}
      error={issue ?? null}
      onChange={(next) => {
        const role = roles.find((one) => one === next);
        if (role) onChange(role);
      }}
    >
      <Stack gap={6} mt={4}>
        {roles.map((role) => (
          <Radio key={role} value={role} label={t(`gate.role.${role}`)} description={t(`settings.roleHint.${role}`)} />
        ))}
      </Stack>
    </Radio.Group>
  );
}
