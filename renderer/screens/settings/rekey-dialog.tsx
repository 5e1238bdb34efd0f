import { Button, Group, List, Modal, Progress, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { CallOutput } from "../../../main/contract/calls";
import type { VaultState } from "../../../main/contract/shapes/vault";
import { useCommand } from "../../hooks/use-command";
import { DialogForm } from "../../parts/dialog-form";
import { FaultNotice } from "../../parts/fault-notice";
import { isCoveredByFields, issuesByField } from "../../parts/field-issues";
import { Notice } from "../../parts/notice";
import { isProtectionReady, ProtectionChoice } from "../../parts/protection-choice";
import { RecoveryCode } from "../../parts/recovery-code";
import { firstProtection, vaultPassphraseOf } from "./vault-protection";

type Rekeyed = CallOutput<"vault.rekey">;

interface RekeyDialogProps {
  /** Null while the dialog is closed. */
  readonly vault: VaultState | null;
  readonly onEnd: () => void;
}

/** Replaces the key and tells the recovery code of the new one. */
export function RekeyDialog({ vault, onEnd }: RekeyDialogProps) {
  const { t } = useTranslation();
  const [isBusy, setIsBusy] = useState(false);
  const [rekeyed, setRekeyed] = useState<Rekeyed | null>(null);
  const isHeld = isBusy || rekeyed !== null;
  const end = (): void => {
    setRekeyed(null);
    onEnd();
  };
  return (
    <Modal
      opened={vault !== null}
      onClose={end}
      size="lg"
      closeOnEscape={!isHeld}
      closeOnClickOutside={!isHeld}
      withCloseButton={!isHeld}
      title={t("settings.vault.rekeyTitle")}
    >
      {vault !== null && rekeyed === null ? (
        <RekeyForm vault={vault} onBusy={setIsBusy} onRekeyed={setRekeyed} onCancel={end} />
      ) : null}
      {rekeyed === null ? null : <RekeyedReport rekeyed={rekeyed} onEnd={end} />}
    </Modal>
  );
}

interface RekeyFormProps {
  readonly vault: VaultState;
  readonly onBusy: (isBusy: boolean) => void;
  readonly onRekeyed: (rekeyed: Rekeyed) => void;
  readonly onCancel: () => void;
}

function RekeyForm({ vault, onBusy, onRekeyed, onCancel }: RekeyFormProps) {
  const { t } = useTranslation();
  const rekey = useCommand("vault.rekey");
  const [wanted, setWanted] = useState(() => firstProtection(vault));
  const [isChecked, setIsChecked] = useState(false);
  const submit = async (): Promise<void> => {
    setIsChecked(true);
    if (!isProtectionReady(wanted) || rekey.isRunning) return;
    onBusy(true);
    const result = await rekey.run({ vaultPassphrase: vaultPassphraseOf(wanted) });
    onBusy(false);
    if (result.ok) onRekeyed(result.value);
  };
  return (
    <DialogForm onSubmit={submit}>
      <Text>{t("settings.vault.rekeyHint")}</Text>
      <List size="sm" spacing={4}>
        <List.Item>{t("settings.vault.rekeySealed")}</List.Item>
        <List.Item>{t("settings.vault.rekeyBackups")}</List.Item>
        <List.Item>{t("settings.vault.rekeyCode")}</List.Item>
      </List>
      <ProtectionChoice
        backend={vault.availableBackend}
        value={wanted}
        issue={issuesByField(rekey.fault)["vaultPassphrase"]}
        isChecked={isChecked}
        onChange={setWanted}
      />
      {isCoveredByFields(rekey.fault, wanted.by === "passphrase" ? ["vaultPassphrase"] : []) ? null : (
        <FaultNotice fault={rekey.fault} />
      )}
      {rekey.isRunning ? (
        <div role="status">
          <Text c="dimmed">{t("settings.vault.rekeying")}</Text>
          <Progress value={100} animated mt={4} aria-label={t("settings.vault.rekeying")} />
        </div>
      ) : null}
      <Group justify="flex-end" gap="xs">
        <Button variant="default" disabled={rekey.isRunning} onClick={onCancel}>
          {t("parts.cancel")}
        </Button>
        <Button type="submit" loading={rekey.isRunning}>
          {t("settings.vault.rekeyConfirm")}
        </Button>
      </Group>
    </DialogForm>
  );
}

function RekeyedReport({ rekeyed, onEnd }: { readonly rekeyed: Rekeyed; readonly onEnd: () => void }) {
  const { t } = useTranslation();
  const { recoveryCode, resealed, unreadable } = rekeyed;
  return (
    <Stack gap="sm">
      <Notice tone={unreadable === 0 ? "done" : "waiting"} title={t("settings.vault.resealed", { count: resealed })}>
        {unreadable === 0 ? null : t("settings.vault.unreadable", { count: unreadable })}
      </Notice>
      <RecoveryCode code={recoveryCode} onKept={onEnd} />
    </Stack>
  );
}
