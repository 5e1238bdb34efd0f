import { useTranslation } from "react-i18next";
import type { TaskRow } from "../../../main/contract/shapes/task";
import { RelativeTime } from "../../parts/relative-time";
import { StateIcon } from "../../parts/state-badge";
import { AttentionIcon } from "../../parts/attention-icon";

interface TaskRowViewProps {
  readonly task: TaskRow;
  readonly isOneLine: boolean;
}

/** One task of the queue: state, what, whose, where, age, who. */
export function TaskRowView({ task, isOneLine }: TaskRowViewProps) {
  const { t } = useTranslation();
  const kind = t(`states.taskKind.${task.kind}`);
  const number = t("queue.number", { number: task.number });
  const name = task.serviceLabel === "" ? task.customerName : task.serviceLabel;
  const place = `${task.dataCentreName} · ${
    task.rack === "" ? t("queue.noRack") : t("queue.rack", { rack: task.rack })
  }`;
  const who = task.performer ?? t("queue.nobody");
  const steps =
    task.state === "running" && task.stepsTotal > 0
      ? t("queue.steps", { done: task.stepsDone, total: task.stepsTotal })
      : "";
  const mark = task.needsAttention ? <AttentionIcon /> : <StateIcon of="task" state={task.state} />;
  if (isOneLine) {
    return (
      <div className="task-row" data-lines="1">
        {mark}
        <span className="one-line">
          <span className="task-row-number">{number}</span> {kind}
        </span>
        <span className="one-line task-row-name">
          {name} {task.serviceLabel === "" ? null : <span className="task-row-number">{task.customerName}</span>}
        </span>
        <span className="one-line quiet">{place}</span>
        <span className="one-line quiet">{steps === "" ? who : steps}</span>
        <span className="task-row-age">
          <RelativeTime at={task.endedAt ?? task.createdAt} />
        </span>
      </div>
    );
  }
  return (
    <div className="task-row" data-lines="2">
      {mark}
      <span className="one-line">
        <span className="task-row-name">{name}</span>{" "}
        <span className="task-row-number">
          {kind} · {number}
        </span>
      </span>
      <span className="task-row-age">
        <RelativeTime at={task.endedAt ?? task.createdAt} />
      </span>
      <span className="task-row-below">
        <span className="one-line">{place}</span>
        <span className="task-row-who">{steps === "" ? who : steps}</span>
      </span>
    </div>
  );
}
