import { Button, Group, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Role } from "../../../main/contract/shapes/operator";
import { useCommand } from "../../hooks/use-command";
import { DialogForm } from "../../parts/dialog-form";
import { FaultNotice } from "../../parts/fault-notice";
import { isCoveredByFields, issuesByField } from "../../parts/field-issues";
import { FormDialog } from "../../parts/form-dialog";
import { emptySecret, isSecretReady, secretOf } from "./new-secret";
import { NewSecretFields } from "./new-secret-fields";
import { RoleField } from "./role-field";

interface NewOperatorDialogProps {
  readonly isOpen: boolean;
  readonly onEnd: () => void;
}

/** Adds somebody. What was typed is gone with the dialog, because it holds a secret. */
export function NewOperatorDialog({ isOpen, onEnd }: NewOperatorDialogProps) {
  const { t } = useTranslation();
  return (
    <FormDialog opened={isOpen} onClose={onEnd} title={t("settings.operators.newTitle")}>
      {isOpen ? <NewOperatorForm onEnd={onEnd} /> : null}
    </FormDialog>
  );
}

function NewOperatorForm({ onEnd }: Pick<NewOperatorDialogProps, "onEnd">) {
  const { t } = useTranslation();
  const add = useCommand("operator.add");
  const [name, setName] = useState("");
  const [role, setRole] = useState<Role>("technician");
  const [secret, setSecret] = useState(emptySecret("pin"));
  const [isChecked, setIsChecked] = useState(false);
  const issues = issuesByField(add.fault);
  const submit = async (): Promise<void> => {
    setIsChecked(true);
    if (!isSecretReady(secret)) return;
    const result = await add.run({ name, role, secret: secretOf(secret) });
    if (result.ok) onEnd();
  };
  return (
    <DialogForm onSubmit={submit}>
      <TextInput
        withAsterisk
        data-autofocus
        label={t("settings.operators.name")}
        description={t("settings.operators.nameOnce")}
        maxLength={60}
        autoComplete="off"
        value={name}
        error={issues["name"] ?? null}
        onChange={(event) => {
          setName(event.currentTarget.value);
        }}
      />
      <RoleField
        value={role}
        issue={issues["role"]}
        onChange={(next) => {
          setRole(next);
          if (next === "administrator" && secret.kind === "pin") setSecret(emptySecret("passphrase"));
        }}
      />
      <NewSecretFields
        value={secret}
        isAdministrator={role === "administrator"}
        issues={issuesByField(add.fault, "secret")}
        isChecked={isChecked}
        name={name}
        onChange={setSecret}
      />
      {isCoveredByFields(add.fault, ["name", "role", "secret.kind", "secret.text"]) ? null : (
        <FaultNotice fault={add.fault} />
      )}
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={onEnd}>
          {t("parts.cancel")}
        </Button>
        <Button type="submit" loading={add.isRunning}>
          {t("settings.operators.create")}
        </Button>
      </Group>
    </DialogForm>
  );
}
