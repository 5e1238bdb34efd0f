import { Button, Group, Modal, PasswordInput, SegmentedControl, Stack, Text, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useCommand } from "../hooks/use-command";
import { useRight } from "../hooks/use-right";
import { useSecondsUntil } from "../hooks/use-seconds-until";
import { DialogForm } from "../parts/dialog-form";
import { FaultNotice } from "../parts/fault-notice";
import { issuesByField } from "../parts/field-issues";
import { WaitLine } from "../parts/wait-line";
import { useConsole } from "../stores/console-store";
import { ProtectForm } from "../screens/settings/protect-dialog";

interface VaultDialogProps {
  readonly isOpen: boolean;
  readonly onEnd: () => void;
}

/** Opens the stored passwords; after the recovery code it offers to protect them for this computer. */
export function VaultDialog({ isOpen, onEnd }: VaultDialogProps) {
  const { t } = useTranslation();
  const [isRecovered, setIsRecovered] = useState(false);
  const end = (): void => {
    setIsRecovered(false);
    onEnd();
  };
  return (
    <Modal opened={isOpen} title={t(isRecovered ? "secrets.vault.openedTitle" : "secrets.vault.title")} onClose={end}>
      {isRecovered ? (
        <Recovered onEnd={end} />
      ) : (
        <UnlockForm
          onOpened={(by) => {
            if (by === "recovery-code") setIsRecovered(true);
            else end();
          }}
        />
      )}
    </Modal>
  );
}

type Means = "passphrase" | "recovery-code";

function UnlockForm({ onOpened }: { readonly onOpened: (by: Means) => void }) {
  const { t } = useTranslation();
  const unlocking = useCommand("vault.unlock");
  const { protection } = useConsole((state) => state.description?.vault) ?? {};
  const hasPassphrase = protection === "passphrase";
  const [by, setBy] = useState<Means>(hasPassphrase ? "passphrase" : "recovery-code");
  const [text, setText] = useState("");
  const wrong = unlocking.fault?.kind === "wrong-secret" ? unlocking.fault : null;
  const mistyped = issuesByField(unlocking.fault)["text"];
  const [blockedUntil, setBlockedUntil] = useState<number | null>(null);
  const seconds = useSecondsUntil(blockedUntil);
  const change = (typed: string): void => {
    setText(typed);
    unlocking.clearFault();
  };
  const submit = async (): Promise<void> => {
    const result = await unlocking.run({ by, text });
    if (!result.ok) {
      setBlockedUntil(result.fault.kind === "wrong-secret" ? result.fault.blockedUntil : null);
      return;
    }
    await useConsole.getState().loadSession();
    onOpened(by);
  };
  return (
    <DialogForm onSubmit={submit}>
      {hasPassphrase ? (
        <SegmentedControl
          aria-label={t("secrets.vault.by")}
          value={by}
          data={[
            { value: "passphrase", label: t("secrets.vault.passphrase") },
            { value: "recovery-code", label: t("secrets.vault.recoveryCode") },
          ]}
          onChange={(next) => {
            setBy(next);
            change("");
          }}
        />
      ) : null}
      {by === "passphrase" ? (
        <PasswordInput
          key="passphrase"
          label={t("secrets.vault.passphrase")}
          value={text}
          error={wrong ? t("secrets.vault.wrongPassphrase") : null}
          autoComplete="off"
          data-autofocus
          onChange={(event) => {
            change(event.currentTarget.value);
          }}
        />
      ) : (
        <TextInput
          key="recovery-code"
          label={t("secrets.vault.recoveryCode")}
          description={t("secrets.vault.recoveryCodeHint")}
          value={text}
          error={wrong ? t("secrets.vault.wrongCode") : (mistyped ?? null)}
          autoComplete="off"
          spellCheck={false}
          maxLength={100}
          classNames={{ input: "mono" }}
          data-autofocus
          onChange={(event) => {
            change(event.currentTarget.value);
          }}
        />
      )}
      <WaitLine seconds={seconds} />
      {wrong || mistyped !== undefined ? null : <FaultNotice fault={unlocking.fault} />}
      <Group justify="flex-end">
        <Button type="submit" loading={unlocking.isRunning} disabled={text === "" || seconds > 0}>
          {t("secrets.vault.openAction")}
        </Button>
      </Group>
    </DialogForm>
  );
}

/** Without a new protection the next start asks for the recovery code again. */
function Recovered({ onEnd }: { readonly onEnd: () => void }) {
  const { t } = useTranslation();
  const mayProtect = useRight("vault.protect");
  const vault = useConsole((state) => state.description?.vault);
  if (mayProtect && vault)
    return (
      <ProtectForm
        vault={vault}
        hint={t("secrets.vault.protectIntro")}
        cancelLabel={t("secrets.vault.protectLater")}
        onEnd={onEnd}
      />
    );
  return (
    <Stack gap="sm">
      <Text>{t("secrets.vault.protectByAdministrator")}</Text>
      <Group justify="flex-end">
        <Button onClick={onEnd}>{t("secrets.vault.done")}</Button>
      </Group>
    </Stack>
  );
}
