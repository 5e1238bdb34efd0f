import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { TaskDetail } from "../../../main/contract/shapes/task";
import { DifferenceTable } from "../../parts/difference-table";
import { FaultNotice } from "../../parts/fault-notice";
import { Whereabouts } from "../../parts/whereabouts";
import { ServerPanel } from "../servers/server-panel";
import { useHandSteps } from "./hand-steps";
import { ReceiptNotice } from "./receipt-notice";
import { EndOfServiceDialog, useTaskClosing } from "./task-closing";
import { TaskFoot } from "./task-foot";
import { TaskSteps } from "./task-steps";

interface HandWorkProps {
  readonly detail: TaskDetail;
  readonly head: ReactNode;
}

/** A task that a person does: what has to be done, in words, beside the server where a panel knows it. */
export function HandWork({ detail, head }: HandWorkProps) {
  const { t } = useTranslation();
  const { task } = detail;
  const closing = useTaskClosing(task);
  return (
    <>
      <div className="pane">
        {head}
        <ReceiptNotice receipt={closing.receipt} panel={task.moduleName} steps={detail.steps} />
        <div className="task-columns">
          <div className="task-section">
            <ToDo detail={detail} />
            <TaskSteps detail={detail} />
          </div>
          {task.serverId === null || task.moduleType === "manual" ? (
            <Whereabouts of={{ serviceId: task.serviceId }} />
          ) : (
            <ServerPanel
              moduleId={task.moduleId}
              serverId={task.serverId}
              customerEmail={detail.customerEmail}
              shownSteps={detail.steps}
            />
          )}
        </div>
      </div>
      <TaskFoot
        task={task}
        fault={closing.isAsking ? null : <FaultNotice fault={closing.fault} />}
        isClosing={closing.isRunning}
        onClose={() => {
          if (task.kind === "close") closing.ask();
          else void closing.close();
        }}
      />
      <EndOfServiceDialog task={task} closing={closing} consequences={[t("task.hand.closeConsequence")]} />
    </>
  );
}

function ToDo({ detail: { task, service } }: { readonly detail: TaskDetail }) {
  const { t } = useTranslation();
  const steps = useHandSteps(task);
  const differences = task.kind === "change" ? (service.pendingChange?.differences ?? []) : [];
  if (task.endedAt !== null) return null;
  return (
    <section className="consequences">
      <h2 className="section-title">{t("task.hand.title")}</h2>
      {differences.length === 0 ? null : (
        <DifferenceTable label={t("task.hand.differences")} differences={differences} />
      )}
      <ol>
        {steps.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ol>
      {task.kind === "change" && task.moduleType === "dcimanager6-colocation" ? (
        <p className="consequence-note quiet">{t("task.hand.changeAddressesFollow")}</p>
      ) : null}
    </section>
  );
}
