import { IconServer } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { TaskDetail } from "../../../main/contract/shapes/task";
import { useCommand } from "../../hooks/use-command";
import { EmptyState } from "../../parts/empty-state";
import { FaultNotice } from "../../parts/fault-notice";
import { isCoveredByFields, issuesByField } from "../../parts/field-issues";
import { useConsole } from "../../stores/console-store";
import { ServerPanel } from "../servers/server-panel";
import { CardFacts } from "./card-facts";
import { CardForm } from "./card-form";
import { CreateServer } from "./create-server";
import { ReceiptNotice, useReceipt } from "./receipt-notice";
import { TaskFoot } from "./task-foot";
import { TaskSteps } from "./task-steps";
import { linkedServerId, useCardForm } from "./use-card-form";
import { useIsMine } from "./use-is-mine";

interface SetUpWorkProps {
  readonly detail: TaskDetail;
  readonly head: ReactNode;
}

const cardFieldNames = ["identifier", "label", "rack", "url", "username", "password"] as const;

/** The card beside the server that it names. */
export function SetUpWork({ detail, head }: SetUpWorkProps) {
  const { task } = detail;
  const form = useCardForm(detail);
  const closing = useCommand("task.close");
  const receipt = useReceipt();
  const isMine = useIsMine(task);
  const serverId = isMine ? linkedServerId(task, form.fields.identifier) : task.serverId;

  const close = async (): Promise<void> => {
    form.flush();
    const result = await closing.run({ id: task.id, revision: task.revision, card: form.fields });
    if (!result.ok) return;
    useConsole.getState().forgetDraft(task.id);
    receipt.show(result.value);
  };

  return (
    <>
      <div className="pane">
        {head}
        <ReceiptNotice receipt={receipt.value} panel={task.moduleName} steps={detail.steps} />
        {isMine ? null : <TaskSteps detail={detail} />}
        <div className="task-columns">
          <div className="task-section">
            {isMine ? (
              <CardForm
                detail={detail}
                form={form}
                issues={issuesByField(closing.fault, "card")}
                onSubmit={() => void close()}
              />
            ) : (
              <CardFacts detail={detail} />
            )}
          </div>
          {task.moduleType === "manual" ? null : serverId === null ? (
            <NoServer detail={detail} mayCreate={isMine} />
          ) : (
            <ServerPanel
              moduleId={task.moduleId}
              serverId={serverId}
              customerEmail={detail.customerEmail}
              shownSteps={detail.steps}
            />
          )}
        </div>
        {isMine ? <TaskSteps detail={detail} /> : null}
      </div>
      <TaskFoot
        task={task}
        fault={isCoveredByFields(closing.fault, cardFieldNames, "card") ? null : <FaultNotice fault={closing.fault} />}
        isClosing={closing.isRunning}
        onClose={() => void close()}
      />
    </>
  );
}

function NoServer({ detail, mayCreate }: { readonly detail: TaskDetail; readonly mayCreate: boolean }) {
  const { t } = useTranslation();
  // In DSmanager servers are registered by hand [documented: BILLmanager, colocation through DSmanager].
  const isRegisteredHere = detail.task.moduleType === "dcimanager6-colocation";
  const hint = t(isRegisteredHere ? "task.noServerYetHint" : "task.noServerDsmanagerHint");
  return (
    <section className="server-panel">
      <EmptyState icon={IconServer} title={t("task.noServerYet")} hint={mayCreate ? hint : ""}>
        {mayCreate && isRegisteredHere ? <CreateServer detail={detail} /> : null}
      </EmptyState>
    </section>
  );
}
