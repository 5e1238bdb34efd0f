import { Button, Group } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { IconCircleCheck } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Operator } from "../../../main/contract/shapes/operator";
import { useCommand } from "../../hooks/use-command";
import { DialogForm } from "../../parts/dialog-form";
import { FaultNotice } from "../../parts/fault-notice";
import { isCoveredByFields, issuesByField } from "../../parts/field-issues";
import { FormDialog } from "../../parts/form-dialog";
import { SecretField } from "../../parts/secret-field";
import { emptySecret, isSecretReady, secretOf } from "./new-secret";
import { NewSecretFields } from "./new-secret-fields";

interface OwnSecretDialogProps {
  /** Whoever is signed in; null while the dialog is closed. */
  readonly operator: Operator | null;
  readonly onEnd: () => void;
}

/** Changes one's own PIN or passphrase, which takes the present one. */
export function OwnSecretDialog({ operator, onEnd }: OwnSecretDialogProps) {
  const { t } = useTranslation();
  return (
    <FormDialog opened={operator !== null} onClose={onEnd} title={t("settings.operators.ownTitle")}>
      {operator === null ? null : <OwnSecretForm operator={operator} onEnd={onEnd} />}
    </FormDialog>
  );
}

function OwnSecretForm({ operator, onEnd }: { readonly operator: Operator; readonly onEnd: () => void }) {
  const { t } = useTranslation();
  const isAdministrator = operator.role === "administrator";
  const change = useCommand("operator.set-own-secret");
  const [present, setPresent] = useState("");
  const [secret, setSecret] = useState(emptySecret(isAdministrator ? "passphrase" : operator.signInKind));
  const [isChecked, setIsChecked] = useState(false);
  const isWrong = change.fault?.kind === "wrong-secret";
  const presentIssue = isWrong ? change.fault.message : issuesByField(change.fault)["present"];
  const submit = async (): Promise<void> => {
    setIsChecked(true);
    if (!isSecretReady(secret)) return;
    const result = await change.run({ present, secret: secretOf(secret) });
    if (!result.ok) return;
    onEnd();
    notifications.show({
      color: "green",
      icon: <IconCircleCheck size={18} aria-hidden />,
      message: t("settings.operators.ownChanged"),
      closeButtonProps: { "aria-label": t("parts.close") },
    });
  };
  return (
    <DialogForm onSubmit={submit}>
      <SecretField
        withAsterisk
        data-autofocus
        label={t(`settings.operators.present.${operator.signInKind}`)}
        maxLength={500}
        value={present}
        error={presentIssue ?? null}
        onChange={setPresent}
      />
      <NewSecretFields
        value={secret}
        isAdministrator={isAdministrator}
        issues={issuesByField(change.fault, "secret")}
        isChecked={isChecked}
        name={operator.name}
        onChange={setSecret}
      />
      {isWrong || isCoveredByFields(change.fault, ["present", "secret.kind", "secret.text"]) ? null : (
        <FaultNotice fault={change.fault} />
      )}
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={onEnd}>
          {t("parts.cancel")}
        </Button>
        <Button type="submit" loading={change.isRunning} disabled={present === ""}>
          {t("settings.operators.saveOwn")}
        </Button>
      </Group>
    </DialogForm>
  );
}
