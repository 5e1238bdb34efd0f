import { useTranslation } from "react-i18next";
import type { TaskRow } from "../../../main/contract/shapes/task";
import { Age } from "../../lists/age";
import { AttentionIcon } from "../../parts/attention-icon";
import { StateIcon } from "../../parts/state-badge";
import { nameOf, TaskHands } from "./task-columns";
import "./queue.css";

/** One task of the queue in two lines: state, what, whose, where, age, who. */
export function TaskRowView({ task }: { readonly task: TaskRow }) {
  const { t } = useTranslation();
  const rack = task.rack === "" ? t("queue.noRack") : t("queue.rack", { rack: task.rack });
  return (
    <div className="task-row">
      {task.needsAttention ? <AttentionIcon /> : <StateIcon of="task" state={task.state} />}
      <span className="one-line">
        <span className="task-row-name">{nameOf(task)}</span>{" "}
        <span className="task-row-number">
          {t(`states.taskKind.${task.kind}`)} · {t("queue.number", { number: task.number })}
        </span>
      </span>
      <span className="task-row-age">
        <Age at={task.endedAt ?? task.createdAt} />
      </span>
      <span className="task-row-below">
        <span className="one-line">
          {task.dataCentreName} · {rack}
        </span>
        <span className="task-row-who">
          <TaskHands task={task} />
        </span>
      </span>
    </div>
  );
}
