import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { TaskDetail } from "../../../main/contract/shapes/task";
import { DifferenceTable } from "../../parts/difference-table";
import { ServerPanel } from "../servers/server-panel";
import { AutomaticFoot } from "./automatic-foot";
import { TaskSteps } from "./task-steps";

interface AutomaticWorkProps {
  readonly detail: TaskDetail;
  readonly head: ReactNode;
}

/** A task that Rackside carries out itself: its steps beside the server they change. */
export function AutomaticWork({ detail, head }: AutomaticWorkProps) {
  const { t } = useTranslation();
  const { moduleId, serverId, kind } = detail.task;
  const differences = kind === "change" ? (detail.service.pendingChange?.differences ?? []) : [];
  return (
    <>
      <div className="pane">
        {head}
        <div className="task-columns">
          <div className="task-section">
            {differences.length === 0 ? null : (
              <DifferenceTable label={t("task.hand.differences")} differences={differences} />
            )}
            <TaskSteps detail={detail} mayDecide={!detail.task.needsAttention} />
          </div>
          {serverId === null ? null : (
            <ServerPanel
              moduleId={moduleId}
              serverId={serverId}
              customerEmail={detail.customerEmail}
              shownSteps={detail.steps}
            />
          )}
        </div>
      </div>
      <AutomaticFoot detail={detail} />
    </>
  );
}
