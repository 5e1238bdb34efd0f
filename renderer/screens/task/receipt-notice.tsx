import { Alert } from "@mantine/core";
import { IconCloudUpload, IconClock } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { CallOutput } from "../../../main/contract/calls";
import type { Action } from "../../../main/contract/shapes/action";

type Receipt = CallOutput<"task.close">;

interface ShownReceipt {
  readonly value: Receipt | null;
  readonly show: (receipt: Receipt) => void;
}

export function useReceipt(): ShownReceipt {
  const [value, show] = useState<Receipt | null>(null);
  return { value, show };
}

interface ReceiptNoticeProps {
  readonly receipt: Receipt | null;
  readonly panel: string;
  /** The steps as they are now; once all of the receipt's are done, they speak for themselves. */
  readonly steps?: readonly Action[];
}

/** What became of an order to a panel: on its way, or waiting for the panel. */
export function ReceiptNotice({ receipt, panel, steps = [] }: ReceiptNoticeProps) {
  const { t } = useTranslation();
  if (!receipt || areDone(receipt, steps)) return null;
  const isQueued = receipt.delivery === "queued" || receipt.delivery === "held";
  return (
    <Alert
      p="xs"
      role="status"
      color={isQueued ? "yellow" : "blue"}
      icon={isQueued ? <IconClock aria-hidden /> : <IconCloudUpload aria-hidden />}
    >
      {receipt.delivery === "none"
        ? t("task.receipt.none", { panel })
        : t(`task.receipt.${receipt.delivery}`, { count: receipt.actionIds.length, panel })}
    </Alert>
  );
}

function areDone({ actionIds }: Receipt, steps: readonly Action[]): boolean {
  return actionIds.length > 0 && actionIds.every((id) => steps.some((step) => step.id === id && step.state === "done"));
}
