import { useTranslation } from "react-i18next";
import type { TaskDetail } from "../../../main/contract/shapes/task";
import { WarningLine } from "../../parts/warning-line";
import { useConsole } from "../../stores/console-store";

/** What to do now, in one line. */
export function TaskInstruction({ detail: { task } }: { readonly detail: TaskDetail }) {
  const { t } = useTranslation();
  const operator = useConsole((state) => state.description?.operator);
  if (task.needsAttention) return <WarningLine tone="failed">{t("task.todo.attention")}</WarningLine>;
  if (task.state === "in-work" && task.performer !== operator) {
    return <WarningLine>{t("task.todo.heldByOther", { name: task.performer ?? "" })}</WarningLine>;
  }
  return <p className="task-instruction">{useInstructionText(task)}</p>;
}

function useInstructionText({ kind, state }: TaskDetail["task"]): string {
  const { t } = useTranslation();
  if (state === "cancelled") return t("task.todo.cancelled");
  if (kind === "set-up" || kind === "close") {
    return state === "running" ? t("task.todo.running") : t(`task.todo.${kind}.${state}`);
  }
  return state === "done" ? t("task.todo.done") : t("task.todo.automatic");
}
