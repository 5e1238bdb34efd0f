import { useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { TaskDetail } from "../../../main/contract/shapes/task";
import { useCommand } from "../../hooks/use-command";
import { ConfirmDialog } from "../../parts/confirm-dialog";
import { DifferenceTable } from "../../parts/difference-table";
import { FaultNotice } from "../../parts/fault-notice";
import { ServerPanel } from "../servers/server-panel";
import { useHandSteps } from "./hand-steps";
import { ReceiptNotice, useReceipt } from "./receipt-notice";
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
  const closing = useCommand("task.close");
  const receipt = useReceipt();
  const [isAsking, setIsAsking] = useState(false);
  const close = async (): Promise<void> => {
    const result = await closing.run({ id: task.id, revision: task.revision });
    if (!result.ok) return;
    receipt.show(result.value);
    setIsAsking(false);
  };
  return (
    <>
      <div className="pane">
        {head}
        <ReceiptNotice receipt={receipt.value} panel={task.moduleName} steps={detail.steps} />
        <div className="task-columns">
          <div className="task-section">
            <ToDo detail={detail} />
            <TaskSteps detail={detail} />
          </div>
          {task.serverId === null || task.moduleType === "manual" ? null : (
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
        fault={isAsking ? null : <FaultNotice fault={closing.fault} />}
        isClosing={closing.isRunning}
        onClose={() => {
          // Only the end of a service cannot be taken back.
          if (task.kind === "close") setIsAsking(true);
          else void close();
        }}
      />
      <ConfirmDialog
        isOpen={isAsking}
        title={t("task.closeTitle", { number: task.serviceNumber, customer: task.customerName })}
        consequences={[t("task.hand.closeConsequence")]}
        confirmLabel={t("task.closeService")}
        isDangerous
        isRunning={closing.isRunning}
        fault={closing.fault}
        onConfirm={() => void close()}
        onCancel={() => {
          closing.clearFault();
          setIsAsking(false);
        }}
      />
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
