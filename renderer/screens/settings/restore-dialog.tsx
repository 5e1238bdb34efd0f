import { notifications } from "@mantine/notifications";
import { IconCircleCheck } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { Backup } from "../../../main/contract/shapes/store";
import { useCommand } from "../../hooks/use-command";
import { ConfirmDialog } from "../../parts/confirm-dialog";
import { formatDateTime } from "../../text/format";

interface RestoreDialogProps {
  /** Null closes the dialog. */
  readonly backup: Backup | null;
  readonly onEnd: () => void;
}

/** Names what going back to a backup does, and does it. */
export function RestoreDialog({ backup, onEnd }: RestoreDialogProps) {
  const { t } = useTranslation();
  const restoring = useCommand("backup.restore");
  const when = backup ? formatDateTime(backup.madeAt) : "";
  const end = (): void => {
    restoring.clearFault();
    onEnd();
  };
  const restore = async (): Promise<void> => {
    if (!backup) return;
    const result = await restoring.run({ name: backup.name });
    if (!result.ok) return;
    end();
    // The window has begun anew with the restored profile, so this dialog's place is gone.
    notifications.show({
      id: "restored",
      color: "green",
      icon: <IconCircleCheck size={18} aria-hidden />,
      title: t("settings.backups.restoredTitle", { when }),
      message: t("settings.backups.restoredHint", { when: formatDateTime(result.value.present.madeAt) }),
      autoClose: false,
      closeButtonProps: { "aria-label": t("parts.close") },
    });
  };
  return (
    <ConfirmDialog
      isOpen={backup !== null}
      title={t(restoring.isRunning ? "settings.backups.restoringTitle" : "settings.backups.restoreTitle", { when })}
      consequences={[
        t("settings.backups.presentKept"),
        t("settings.backups.laterMissing", { when }),
        t("settings.backups.stepsChecked"),
        t("settings.backups.windowAnew"),
      ]}
      confirmLabel={t("settings.backups.restoreConfirm")}
      isDangerous
      isRunning={restoring.isRunning}
      fault={restoring.fault}
      onCancel={() => {
        if (!restoring.isRunning) end();
      }}
      onConfirm={() => void restore()}
    />
  );
}
