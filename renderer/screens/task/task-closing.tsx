import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { TaskRow } from "../../../main/contract/shapes/task";
import { useCommand } from "../../hooks/use-command";
import { ConfirmDialog } from "../../parts/confirm-dialog";
import { useReceipt } from "./receipt-notice";

/** Closing a task without a card: the command, its receipt, and whether a person is being asked first. */
export function useTaskClosing({ id, revision }: TaskRow) {
  const command = useCommand("task.close");
  const receipt = useReceipt();
  const [isAsking, setIsAsking] = useState(false);
  return {
    isAsking,
    isRunning: command.isRunning,
    fault: command.fault,
    receipt: receipt.value,
    ask: () => {
      setIsAsking(true);
    },
    cancel: () => {
      command.clearFault();
      setIsAsking(false);
    },
    close: async (): Promise<void> => {
      const result = await command.run({ id, revision });
      if (!result.ok) return;
      receipt.show(result.value);
      setIsAsking(false);
    },
  };
}

interface EndOfServiceDialogProps {
  readonly task: TaskRow;
  readonly closing: ReturnType<typeof useTaskClosing>;
  readonly consequences: readonly string[];
}

/** Only the end of a service cannot be taken back, so it is asked for. */
export function EndOfServiceDialog({ task, closing, consequences }: EndOfServiceDialogProps) {
  const { t } = useTranslation();
  return (
    <ConfirmDialog
      isOpen={closing.isAsking}
      title={t("task.closeTitle", { number: task.serviceNumber, customer: task.customerName })}
      consequences={[...consequences]}
      confirmLabel={t("task.closeService")}
      isDangerous
      isRunning={closing.isRunning}
      fault={closing.fault}
      onConfirm={() => void closing.close()}
      onCancel={closing.cancel}
    />
  );
}
