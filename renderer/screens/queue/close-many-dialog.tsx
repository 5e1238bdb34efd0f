import { useTranslation } from "react-i18next";
import type { TaskRow } from "../../../main/contract/shapes/task";
import { ConfirmDialog } from "../../parts/confirm-dialog";
import { workOf } from "../task/task-work";
import type { QueueDeeds } from "./use-queue-deeds";

/** Closing cannot be taken back: it says of how many tasks what will happen. */
export function CloseManyDialog({ asked, confirm, cancel }: QueueDeeds) {
  const { t } = useTranslation();
  const tasks = asked ?? [];
  const ending = tasks.filter(({ kind }) => kind === "close").length;
  const cards = tasks.filter((task) => workOf(task) === "card").length;
  const byHand = countOf(tasks, (task) => workOf(task) === "by-hand" && task.kind !== "close");
  return (
    <ConfirmDialog
      isOpen={asked !== null}
      title={t("queue.closeMany.title", { count: tasks.length })}
      consequences={[
        ...(cards > 0 ? [t("queue.closeMany.cards", { count: cards })] : []),
        ...(byHand > 0 ? [t("queue.closeMany.byHand", { count: byHand })] : []),
        ...(ending > 0 ? [t("queue.closeMany.ending", { count: ending })] : []),
      ]}
      confirmLabel={t("queue.closeMany.confirm", { count: tasks.length })}
      isDangerous={ending > 0}
      onConfirm={confirm}
      onCancel={cancel}
    />
  );
}

function countOf(tasks: readonly TaskRow[], isMeant: (task: TaskRow) => boolean): number {
  return tasks.filter(isMeant).length;
}
