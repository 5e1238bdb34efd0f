import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { TaskRow } from "../../../main/contract/shapes/task";
import { Age } from "../../lists/age";
import type { Column } from "../../lists/columns";
import { AttentionIcon } from "../../parts/attention-icon";
import { StateIcon } from "../../parts/state-badge";

type TaskSort = "number" | "age" | "label";

/** What the queue can show of a task. */
export function useTaskColumns(): readonly Column<TaskRow, TaskSort>[] {
  const { t } = useTranslation();
  return useMemo(
    () => [
      {
        id: "state",
        title: t("queue.state"),
        leastPx: 20,
        share: 0,
        isFixed: true,
        isIcon: true,
        cell: (task) => (task.needsAttention ? <AttentionIcon /> : <StateIcon of="task" state={task.state} />),
      },
      {
        id: "number",
        title: t("queue.column.number"),
        leastPx: 76,
        share: 0,
        sortBy: "number",
        cell: ({ number }) => <span className="quiet">{t("queue.number", { number })}</span>,
      },
      {
        id: "kind",
        title: t("queue.column.kind"),
        leastPx: 110,
        share: 1,
        cell: ({ kind }) => t(`states.taskKind.${kind}`),
      },
      {
        id: "label",
        title: t("queue.column.label"),
        leastPx: 130,
        share: 2,
        isFixed: true,
        sortBy: "label",
        cell: (task) => <strong className="table-name">{nameOf(task)}</strong>,
      },
      {
        id: "customer",
        title: t("queue.column.customer"),
        leastPx: 110,
        share: 1.5,
        cell: ({ customerName }) => customerName,
      },
      {
        id: "dataCentre",
        title: t("queue.column.dataCentre"),
        leastPx: 80,
        share: 1,
        cell: ({ dataCentreName }) => dataCentreName,
      },
      { id: "rack", title: t("queue.column.rack"), leastPx: 64, share: 0.5, cell: ({ rack }) => rack },
      {
        id: "performer",
        title: t("queue.column.performer"),
        leastPx: 84,
        share: 1,
        cell: (task) => <TaskHands task={task} />,
      },
      {
        id: "age",
        title: t("queue.column.age"),
        leastPx: 104,
        share: 0,
        sortBy: "age",
        isNumber: true,
        cell: ({ endedAt, createdAt }) => <Age at={endedAt ?? createdAt} />,
      },
      {
        id: "service",
        title: t("queue.column.service"),
        leastPx: 72,
        share: 0,
        startsHidden: true,
        cell: ({ serviceNumber }) => t("services.number", { number: serviceNumber }),
      },
      {
        id: "tariff",
        title: t("queue.column.tariff"),
        leastPx: 100,
        share: 1,
        startsHidden: true,
        cell: ({ tariffName }) => tariffName,
      },
      {
        id: "department",
        title: t("queue.department"),
        leastPx: 90,
        share: 1,
        startsHidden: true,
        cell: ({ departmentName }) => departmentName,
      },
      {
        id: "module",
        title: t("queue.column.module"),
        leastPx: 90,
        share: 1,
        startsHidden: true,
        cell: ({ moduleName }) => moduleName,
      },
      {
        id: "server",
        title: t("queue.column.server"),
        leastPx: 72,
        share: 0,
        startsHidden: true,
        isNumber: true,
        cell: ({ serverId }) => <span className="mono">{serverId}</span>,
      },
    ],
    [t],
  );
}

/** What a task is called: the service's label, or whose it is. */
export function nameOf({ serviceLabel, customerName }: TaskRow): string {
  return serviceLabel === "" ? customerName : serviceLabel;
}

/** Who has the task, or how far its steps are. */
export function TaskHands({ task }: { readonly task: TaskRow }) {
  const { t } = useTranslation();
  const { state, stepsDone, stepsTotal, performer } = task;
  if (state === "running" && stepsTotal > 0) return t("queue.steps", { done: stepsDone, total: stepsTotal });
  return <span className={performer === null ? "quiet" : undefined}>{performer ?? t("queue.nobody")}</span>;
}
