import { Anchor } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Fault } from "../../main/contract/faults";
import { ConfirmDialog } from "./confirm-dialog";
import { useRelativeWords } from "./relative-time";
import { WarningLine } from "./warning-line";

/** How the draft of a form or a card fares. */
interface Draft {
  /** `in-memory`: the program has it, and stores it as soon as the disk takes it. Null while nothing was typed. */
  readonly state: "typed" | "saving" | "saved" | "in-memory" | "failed" | null;
  /** When the values that the form was opened with were typed; null when nothing was restored. */
  readonly restoredFrom: number | null;
}

interface FormDraftNoticeProps {
  readonly draft: Draft | undefined;
  readonly onDiscard: () => void;
  readonly isRunning?: boolean;
  readonly fault?: Fault | null;
}

/** Says that a form holds what was typed earlier, and offers to drop it. */
export function FormDraftNotice({ draft, onDiscard, isRunning = false, fault = null }: FormDraftNoticeProps) {
  const { t } = useTranslation();
  const words = useRelativeWords();
  const [isAsking, setIsAsking] = useState(false);
  const restoredFrom = draft?.restoredFrom ?? null;
  if (restoredFrom === null) return null;
  return (
    <WarningLine tone="neutral">
      {t("parts.draft.restored", { when: words(restoredFrom) })}{" "}
      <Anchor
        component="button"
        type="button"
        size="sm"
        onClick={() => {
          setIsAsking(true);
        }}
      >
        {t("parts.draft.discard")}
      </Anchor>
      <ConfirmDialog
        isOpen={isAsking}
        title={t("parts.draft.discardTitle")}
        consequences={[t("parts.draft.discardText")]}
        confirmLabel={t("parts.discard")}
        isDangerous
        isRunning={isRunning}
        fault={fault}
        onConfirm={onDiscard}
        onCancel={() => {
          setIsAsking(false);
        }}
      />
    </WarningLine>
  );
}

/** Whether what was typed is safe, in a few words beside the title or at the foot of the form. */
export function FormDraftState({ draft }: { readonly draft: Pick<Draft, "state"> | undefined }) {
  const { t } = useTranslation();
  const state = draft?.state ?? null;
  if (state === null) return null;
  if (state === "failed") return <WarningLine tone="failed">{t("parts.draft.failed")}</WarningLine>;
  if (state === "in-memory") return <WarningLine>{t("parts.draft.inMemory")}</WarningLine>;
  return (
    <span className="quiet" role="status">
      {t(state === "saved" ? "parts.draft.saved" : "parts.draft.saving")}
    </span>
  );
}
