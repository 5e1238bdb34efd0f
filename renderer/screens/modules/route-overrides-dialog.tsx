import { Button, Group, Text } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { ModuleRow } from "../../../main/contract/shapes/module";
import { useCommand } from "../../hooks/use-command";
import { DialogForm } from "../../parts/dialog-form";
import { DifferenceTable } from "../../parts/difference-table";
import { FaultNotice } from "../../parts/fault-notice";
import { FormDialog } from "../../parts/form-dialog";
import { SecretField } from "../../parts/secret-field";
import { connectionTrouble } from "./connection-fault";

interface RouteOverridesDialogProps {
  readonly module: ModuleRow;
  /** The overrides that the module is to have; null while nothing is asked. */
  readonly overrides: Readonly<Record<string, string>> | null;
  readonly onEnd: (isSaved: boolean) => void;
}

/** Replaces routes of a module. They belong to its connection, which is tried with them before it is saved. */
export function RouteOverridesDialog({ module, overrides, onEnd }: RouteOverridesDialogProps) {
  const { t } = useTranslation();
  return (
    <FormDialog
      opened={overrides !== null}
      size="lg"
      title={t("modules.routes.dialogTitle", { name: module.name })}
      onClose={() => {
        onEnd(false);
      }}
    >
      {overrides === null ? null : <OverridesForm module={module} overrides={overrides} onEnd={onEnd} />}
    </FormDialog>
  );
}

interface OverridesFormProps extends RouteOverridesDialogProps {
  readonly overrides: Readonly<Record<string, string>>;
}

function OverridesForm({ module, overrides, onEnd }: OverridesFormProps) {
  const { t } = useTranslation();
  const [password, setPassword] = useState("");
  const save = useCommand("module.save");
  const trouble = save.fault ? connectionTrouble(save.fault) : null;
  const passwordTrouble = trouble?.kind === "fields" ? trouble.messages.password : undefined;
  const { id, revision, name, dataCentreId, departmentId, locationId, sort, isActive, type, dialect } = module;
  const names = [...new Set([...Object.keys(module.routeOverrides), ...Object.keys(overrides)])];
  const differences = names
    .map((field) => ({ field, before: module.routeOverrides[field] ?? "", after: overrides[field] ?? "" }))
    .filter(({ before, after }) => before !== after);
  const submit = async (): Promise<void> => {
    if (type === "manual") return;
    const { url, username } = module;
    const trustedFingerprint = module.certificate?.fingerprint ?? null;
    const connection = { type, dialect, url, username, password, trustedFingerprint, routeOverrides: overrides };
    const parameters = { name, dataCentreId, departmentId, locationId, sort, isActive };
    const result = await save.run({ id, revision, ...parameters, connection });
    if (result.ok) onEnd(true);
  };
  return (
    <DialogForm onSubmit={submit}>
      <Text>{t("modules.routes.dialogHint")}</Text>
      <DifferenceTable label={t("modules.routes.title")} differences={differences} />
      <SecretField
        withAsterisk
        data-autofocus
        label={t("modules.field.password")}
        description={t("modules.field.storedPassword")}
        maxLength={500}
        value={password}
        error={passwordTrouble}
        onChange={(text) => {
          save.clearFault();
          setPassword(text);
        }}
      />
      {passwordTrouble === undefined ? <FaultNotice fault={save.fault} /> : null}
      <Group justify="flex-end" gap="xs">
        <Button
          variant="default"
          onClick={() => {
            onEnd(false);
          }}
        >
          {t("parts.cancel")}
        </Button>
        <Button type="submit" loading={save.isRunning} disabled={password === ""}>
          {t("modules.detail.saveConnection")}
        </Button>
      </Group>
    </DialogForm>
  );
}
