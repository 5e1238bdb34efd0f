import { notifications } from "@mantine/notifications";
import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import type { Result } from "../../main/contract/faults";
import { UndoOffer } from "./undo-offer";

/** Long enough to read it, to think twice, and to reach it by keyboard. */
const shownMs = 12_000;

/** Says what was done and offers to take it back; the last deed replaces the one before. */
export function useUndoToast(): (said: string, undo: () => Promise<Result<unknown>>) => void {
  const { t } = useTranslation();
  return useCallback(
    (said, undo) => {
      const takeBack = async (): Promise<void> => {
        notifications.hide("undo");
        const result = await undo();
        if (result.ok) return;
        notifications.show({ color: "red", title: t("parts.undoFailed"), message: result.fault.message });
      };
      notifications.hide("undo");
      notifications.show({
        id: "undo",
        autoClose: shownMs,
        closeButtonProps: { "aria-label": t("parts.close") },
        message: <UndoOffer said={said} onUndo={() => void takeBack()} />,
      });
    },
    [t],
  );
}
