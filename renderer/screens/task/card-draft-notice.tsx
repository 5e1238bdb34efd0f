import { useCommand } from "../../hooks/use-command";
import { FormDraftNotice } from "../../parts/form-draft-notice";
import { useConsole } from "../../stores/console-store";
import type { CardForm } from "./use-card-form";

interface CardDraftNoticeProps {
  readonly taskId: string;
  readonly form: CardForm;
}

/** Says that the card holds what was typed earlier, and offers to go back to what was stored. */
export function CardDraftNotice({ taskId, form }: CardDraftNoticeProps) {
  const discard = useCommand("draft.discard");
  const confirm = async (): Promise<void> => {
    const result = await discard.run({ taskId });
    if (!result.ok) return;
    useConsole.getState().forgetDraft(taskId);
    useConsole.getState().invalidate(new Set(["draft"]));
  };
  return (
    <FormDraftNotice
      draft={{ state: form.safety, restoredFrom: form.restoredFrom }}
      onDiscard={() => void confirm()}
      isRunning={discard.isRunning}
      fault={discard.fault}
    />
  );
}
