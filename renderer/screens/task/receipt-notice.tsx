import { Alert } from "@mantine/core";
import { IconCloudUpload, IconClock } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { CallOutput } from "../../../main/contract/calls";

type Receipt = CallOutput<"task.close">;

interface ShownReceipt {
  readonly value: Receipt | null;
  readonly show: (receipt: Receipt) => void;
}

export function useReceipt(): ShownReceipt {
  const [value, show] = useState<Receipt | null>(null);
  return { value, show };
}

/** What became of an order to a panel: on its way, or waiting for the panel. */
export function ReceiptNotice({ receipt, panel }: { readonly receipt: Receipt | null; readonly panel: string }) {
  const { t } = useTranslation();
  if (!receipt) return null;
  const isQueued = receipt.delivery === "queued";
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
