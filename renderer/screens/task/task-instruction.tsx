import { useTranslation } from "react-i18next";
import type { TaskDetail } from "../../../main/contract/shapes/task";
import { WarningLine } from "../../parts/warning-line";
import { useConsole } from "../../stores/console-store";
import { workOf } from "./task-work";

/** What to do now, in one line. */
export function TaskInstruction({ detail: { task } }: { readonly detail: TaskDetail }) {
  const { t } = useTranslation();
  const operator = useConsole((state) => state.description?.operator);
  if (task.needsAttention) {
    const isAutomatic = workOf(task) === "steps";
    return (
      <WarningLine tone="failed">{t(isAutomatic ? "task.todo.automaticFailed" : "task.todo.attention")}</WarningLine>
    );
  }
  if (task.state === "in-work" && task.performer !== operator) {
    return <WarningLine>{t("task.todo.heldByOther", { name: task.performer ?? "" })}</WarningLine>;
  }
  return <p className="task-instruction">{useInstructionText(task)}</p>;
}

function useInstructionText(task: TaskDetail["task"]): string {
  const { t } = useTranslation();
  const { state, moduleType } = task;
  if (state === "cancelled") return t("task.todo.cancelled");
  const work = workOf(task);
  if (work === "steps") return state === "done" ? t("task.todo.done") : t("task.todo.automatic");
  if (state === "running") return t("task.todo.running");
  switch (work) {
    case "card":
      return state === "done" ? t(`task.todo.set-up.done.${moduleType}`) : t(`task.todo.set-up.${state}.${moduleType}`);
    case "closing":
      return t(`task.todo.close.${state}`);
    case "by-hand":
      return state === "done" ? t("task.todo.done") : t(`task.todo.by-hand.${state}`);
  }
}
