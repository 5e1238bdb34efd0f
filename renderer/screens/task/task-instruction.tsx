import { useTranslation } from "react-i18next";
import type { TaskDetail } from "../../../main/contract/shapes/task";
import { useRight } from "../../hooks/use-right";
import { WarningLine } from "../../parts/warning-line";
import { useConsole } from "../../stores/console-store";
import { workOf } from "./task-work";

/** What to do now, in one line. */
export function TaskInstruction({ detail: { task } }: { readonly detail: TaskDetail }) {
  const { t } = useTranslation();
  const operator = useConsole((state) => state.description?.operator);
  const mayWork = useRight("task.accept");
  const instruction = useInstructionText(task);
  if (task.needsAttention) {
    const decision = workOf(task) === "steps" ? "task.todo.automaticFailed" : "task.todo.attention";
    return <WarningLine tone="failed">{t(mayWork ? decision : "task.todo.stopped")}</WarningLine>;
  }
  if (task.state === "in-work" && task.performer !== operator) {
    return <WarningLine>{t("task.todo.heldByOther", { name: task.performer ?? "" })}</WarningLine>;
  }
  return <p className="task-instruction">{instruction}</p>;
}

function useInstructionText(task: TaskDetail["task"]): string {
  const { t } = useTranslation();
  const mayWork = useRight("task.accept");
  const { state, moduleType } = task;
  if (state === "open" && !mayWork) return t("task.todo.untaken");
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
