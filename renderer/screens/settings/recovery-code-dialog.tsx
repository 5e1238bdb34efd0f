import { Button, Group, Modal, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useCommand } from "../../hooks/use-command";
import { FaultNotice } from "../../parts/fault-notice";
import { RecoveryCode } from "../../parts/recovery-code";

interface RecoveryCodeDialogProps {
  readonly isOpen: boolean;
  readonly onEnd: () => void;
}

/** Makes a new recovery code. Once it is made, the dialog ends only when it has been kept. */
export function RecoveryCodeDialog({ isOpen, onEnd }: RecoveryCodeDialogProps) {
  const { t } = useTranslation();
  const make = useCommand("vault.make-recovery-code");
  const [code, setCode] = useState<string | null>(null);
  const end = (): void => {
    setCode(null);
    make.clearFault();
    onEnd();
  };
  const confirm = async (): Promise<void> => {
    const result = await make.run({});
    if (result.ok) setCode(result.value.recoveryCode);
  };
  return (
    <Modal
      opened={isOpen}
      onClose={end}
      size="lg"
      closeOnEscape={code === null}
      closeOnClickOutside={code === null}
      withCloseButton={code === null}
      title={t(code === null ? "settings.vault.newCodeTitle" : "parts.recovery.label")}
    >
      {code === null ? (
        <Stack gap="sm">
          <Text>{t("settings.vault.newCodeConsequence")}</Text>
          <FaultNotice fault={make.fault} />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={end} data-autofocus>
              {t("parts.cancel")}
            </Button>
            <Button loading={make.isRunning} onClick={() => void confirm()}>
              {t("settings.vault.newCodeConfirm")}
            </Button>
          </Group>
        </Stack>
      ) : (
        <RecoveryCode code={code} onKept={end} />
      )}
    </Modal>
  );
}
