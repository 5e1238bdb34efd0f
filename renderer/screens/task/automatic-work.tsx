import type { ReactNode } from "react";
import type { TaskDetail } from "../../../main/contract/shapes/task";
import { ServerPanel } from "../servers/server-panel";
import { TaskSteps } from "./task-steps";

interface AutomaticWorkProps {
  readonly detail: TaskDetail;
  readonly head: ReactNode;
}

/** A task that Rackside carries out itself: its steps beside the server they change. */
export function AutomaticWork({ detail, head }: AutomaticWorkProps) {
  const { moduleId, serverId } = detail.task;
  return (
    <div className="pane">
      {head}
      <div className="task-columns">
        <TaskSteps detail={detail} />
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
  );
}
