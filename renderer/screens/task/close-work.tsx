import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { TaskDetail } from "../../../main/contract/shapes/task";
import { ServerPanel } from "../servers/server-panel";
import { useServer } from "../servers/use-server";
import { useCloseConsequences } from "./close-consequences";
import { ReceiptNotice } from "./receipt-notice";
import { EndOfServiceDialog, useTaskClosing } from "./task-closing";
import { TaskFoot } from "./task-foot";
import { TaskSteps } from "./task-steps";

interface CloseWorkProps {
  readonly detail: TaskDetail;
  readonly head: ReactNode;
}

/** A task for closing a service: exactly what will happen, and afterwards the steps. */
export function CloseWork({ detail, head }: CloseWorkProps) {
  const { t } = useTranslation();
  const { task } = detail;
  const server = useServer(task.moduleId, task.serverId);
  const consequences = useCloseConsequences(task.serverId, server.value);
  const closing = useTaskClosing(task);
  const isAhead = task.state === "open" || task.state === "in-work";

  return (
    <>
      <div className="pane">
        {head}
        <ReceiptNotice receipt={closing.receipt} panel={task.moduleName} steps={detail.steps} />
        <div className="task-columns">
          <div className="task-section">
            {isAhead ? (
              <section className="consequences">
                <h2 className="section-title">{t("task.whatWillHappen")}</h2>
                <ol>
                  {consequences.steps.map((line) => (
                    <li key={line}>{line}</li>
                  ))}
                </ol>
                {consequences.notes.map((line) => (
                  <p key={line} className="consequence-note quiet">
                    {line}
                  </p>
                ))}
              </section>
            ) : null}
            <TaskSteps detail={detail} />
          </div>
          {task.serverId === null ? null : (
            <ServerPanel
              moduleId={task.moduleId}
              serverId={task.serverId}
              customerEmail={detail.customerEmail}
              shownSteps={detail.steps}
            />
          )}
        </div>
      </div>
      <TaskFoot task={task} fault={null} isClosing={closing.isRunning} onClose={closing.ask} />
      <EndOfServiceDialog task={task} closing={closing} consequences={[...consequences.steps, ...consequences.notes]} />
    </>
  );
}
