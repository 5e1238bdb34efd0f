import { Anchor } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { FormDraftStatus } from "../stores/forms";
import { ConfirmDialog } from "./confirm-dialog";
import { useRelativeWords } from "./relative-time";
import { WarningLine } from "./warning-line";

interface FormDraftNoticeProps {
  readonly draft: FormDraftStatus | undefined;
  readonly onDiscard: () => void;
}

/** Says that a form holds what was typed earlier, and offers to drop it. */
export function FormDraftNotice({ draft, onDiscard }: FormDraftNoticeProps) {
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
        onConfirm={onDiscard}
        onCancel={() => {
          setIsAsking(false);
        }}
      />
    </WarningLine>
  );
}

/** Whether what was typed is safe, in two words at the foot of the form. */
export function FormDraftState({ draft }: Pick<FormDraftNoticeProps, "draft">) {
  const { t } = useTranslation();
  if (!draft) return null;
  if (draft.state === "failed") return <WarningLine tone="failed">{t("parts.draft.failed")}</WarningLine>;
  return (
    <span className="quiet" role="status">
      {t(draft.state === "saved" ? "parts.draft.saved" : "parts.draft.saving")}
    </span>
  );
}
