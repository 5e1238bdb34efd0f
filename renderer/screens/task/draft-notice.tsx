import { Anchor } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useCommand } from "../../hooks/use-command";
import { ConfirmDialog } from "../../parts/confirm-dialog";
import { useRelativeWords } from "../../parts/relative-time";
import { WarningLine } from "../../parts/warning-line";
import { useConsole } from "../../stores/console-store";
import type { CardDraft } from "../../stores/drafts";

interface DraftNoticeProps {
  readonly taskId: string;
  readonly restoredFrom: number | null;
}

/** Says that the fields hold what was typed earlier, and offers to drop it. */
export function DraftNotice({ taskId, restoredFrom }: DraftNoticeProps) {
  const { t } = useTranslation();
  const words = useRelativeWords();
  const discard = useCommand("draft.discard");
  const [isAsking, setIsAsking] = useState(false);
  if (restoredFrom === null) return null;
  const confirm = async (): Promise<void> => {
    const result = await discard.run({ taskId });
    if (!result.ok) return;
    useConsole.getState().forgetDraft(taskId);
    useConsole.getState().invalidate(new Set(["draft"]));
    setIsAsking(false);
  };
  return (
    <WarningLine tone="neutral">
      {t("task.draftRestored", { when: words(restoredFrom) })}{" "}
      <Anchor
        component="button"
        type="button"
        size="sm"
        onClick={() => {
          setIsAsking(true);
        }}
      >
        {t("task.draftDiscard")}
      </Anchor>
      <ConfirmDialog
        isOpen={isAsking}
        title={t("task.draftDiscardTitle")}
        consequences={[t("task.draftDiscardText")]}
        confirmLabel={t("parts.discard")}
        isDangerous
        isRunning={discard.isRunning}
        fault={discard.fault}
        onConfirm={() => void confirm()}
        onCancel={() => {
          setIsAsking(false);
        }}
      />
    </WarningLine>
  );
}

/** Whether what was typed is safe, in a few words beside the form's title. */
export function DraftState({ safety }: { readonly safety: CardDraft["state"] | null }) {
  const { t } = useTranslation();
  if (safety === null) return null;
  if (safety === "failed") return <WarningLine tone="failed">{t("task.draftFailed")}</WarningLine>;
  if (safety === "in-memory") return <WarningLine>{t("task.draftInMemory")}</WarningLine>;
  return (
    <span className="draft-state quiet" role="status">
      {safety === "saved" ? t("task.draftSaved") : t("task.draftSaving")}
    </span>
  );
}
