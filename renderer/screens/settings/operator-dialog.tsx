import { Button, Group, Modal, Switch, Text } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Operator } from "../../../main/contract/shapes/operator";
import { useCommand } from "../../hooks/use-command";
import { DialogForm } from "../../parts/dialog-form";
import { FaultNotice } from "../../parts/fault-notice";
import { isCoveredByFields, issuesByField } from "../../parts/field-issues";
import { emptySecret, isSecretReady, secretOf } from "./new-secret";
import { NewSecretFields } from "./new-secret-fields";
import { RoleField } from "./role-field";

interface OperatorDialogProps {
  /** Null while the dialog is closed. */
  readonly operator: Operator | null;
  readonly onEnd: () => void;
}

/** Changes what somebody may do, and gives them a new PIN or passphrase when the old one is forgotten. */
export function OperatorDialog({ operator, onEnd }: OperatorDialogProps) {
  const { t } = useTranslation();
  return (
    <Modal
      opened={operator !== null}
      onClose={onEnd}
      title={t("settings.operators.editTitle", { name: operator?.name ?? "" })}
    >
      {operator === null ? null : <OperatorForm operator={operator} onEnd={onEnd} />}
    </Modal>
  );
}

function OperatorForm({ operator, onEnd }: { readonly operator: Operator; readonly onEnd: () => void }) {
  const { t } = useTranslation();
  const save = useCommand("operator.save");
  const [role, setRole] = useState(operator.role);
  const [wantsSecret, setWantsSecret] = useState(false);
  const [secret, setSecret] = useState(emptySecret(operator.signInKind));
  const [isChecked, setIsChecked] = useState(false);
  const isAdministrator = role === "administrator";
  const needsPassphrase = isAdministrator && role !== operator.role && operator.signInKind === "pin";
  const hasSecret = wantsSecret || needsPassphrase;
  const sent = isAdministrator && secret.kind === "pin" ? emptySecret("passphrase") : secret;
  const submit = async (): Promise<void> => {
    setIsChecked(true);
    if (hasSecret && !isSecretReady(sent)) return;
    const { id, revision, isActive } = operator;
    const result = await save.run({ id, revision, role, isActive, ...(hasSecret ? { secret: secretOf(sent) } : {}) });
    if (result.ok) onEnd();
  };
  return (
    <DialogForm onSubmit={submit}>
      <Text c="dimmed">{t("settings.operators.nameStays")}</Text>
      <RoleField value={role} issue={issuesByField(save.fault)["role"]} onChange={setRole} />
      {needsPassphrase ? null : (
        <Switch
          label={t("settings.operators.giveSecret")}
          checked={wantsSecret}
          onChange={(event) => {
            setWantsSecret(event.currentTarget.checked);
          }}
        />
      )}
      {hasSecret ? (
        <NewSecretFields
          value={sent}
          isAdministrator={isAdministrator}
          issues={issuesByField(save.fault, "secret")}
          isChecked={isChecked}
          name={operator.name}
          onChange={setSecret}
        />
      ) : null}
      {isCoveredByFields(save.fault, hasSecret ? ["role", "secret.kind", "secret.text"] : ["role"]) ? null : (
        <FaultNotice fault={save.fault} />
      )}
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={onEnd}>
          {t("parts.cancel")}
        </Button>
        <Button type="submit" loading={save.isRunning}>
          {t("settings.operators.save")}
        </Button>
      </Group>
    </DialogForm>
  );
}
