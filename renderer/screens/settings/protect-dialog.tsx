import { Button, Group, Modal, Text } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { VaultState } from "../../../main/contract/shapes/vault";
import { useCommand } from "../../hooks/use-command";
import { DialogForm } from "../../parts/dialog-form";
import { FaultNotice } from "../../parts/fault-notice";
import { isCoveredByFields, issuesByField } from "../../parts/field-issues";
import { isProtectionReady, ProtectionChoice } from "../../parts/protection-choice";
import { firstProtection, vaultPassphraseOf } from "./vault-protection";

interface ProtectDialogProps {
  /** Null while the dialog is closed. */
  readonly vault: VaultState | null;
  readonly onEnd: () => void;
}

/** Wraps the key by something else. The passwords stay as they are, and so does the recovery code. */
export function ProtectDialog({ vault, onEnd }: ProtectDialogProps) {
  const { t } = useTranslation();
  return (
    <Modal opened={vault !== null} onClose={onEnd} title={t("settings.vault.protectTitle")}>
      {vault === null ? null : (
        <ProtectForm
          vault={vault}
          hint={t("settings.vault.protectHint")}
          cancelLabel={t("parts.cancel")}
          onEnd={onEnd}
        />
      )}
    </Modal>
  );
}

interface ProtectFormProps {
  readonly vault: VaultState;
  /** Why it is asked. */
  readonly hint: string;
  readonly cancelLabel: string;
  readonly onEnd: () => void;
}

/** Also for after a recovery, when this computer has nothing yet that keeps the key. */
export function ProtectForm({ vault, hint, cancelLabel, onEnd }: ProtectFormProps) {
  const { t } = useTranslation();
  const protect = useCommand("vault.protect");
  const [wanted, setWanted] = useState(() => firstProtection(vault));
  const [isChecked, setIsChecked] = useState(false);
  const submit = async (): Promise<void> => {
    setIsChecked(true);
    if (!isProtectionReady(wanted)) return;
    const result = await protect.run({ vaultPassphrase: vaultPassphraseOf(wanted) });
    if (result.ok) onEnd();
  };
  return (
    <DialogForm onSubmit={submit}>
      <Text c="dimmed">{hint}</Text>
      <ProtectionChoice
        backend={vault.availableBackend}
        value={wanted}
        issue={issuesByField(protect.fault)["vaultPassphrase"]}
        isChecked={isChecked}
        onChange={setWanted}
      />
      {isCoveredByFields(protect.fault, wanted.by === "passphrase" ? ["vaultPassphrase"] : []) ? null : (
        <FaultNotice fault={protect.fault} />
      )}
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={onEnd}>
          {cancelLabel}
        </Button>
        <Button type="submit" loading={protect.isRunning}>
          {t("settings.vault.protectConfirm")}
        </Button>
      </Group>
    </DialogForm>
  );
}
