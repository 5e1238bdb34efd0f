import { Anchor } from "@mantine/core";
import { IconChecklist } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { TaskDetail } from "../../../main/contract/shapes/task";
import { useQuery } from "../../hooks/use-query";
import { EmptyState } from "../../parts/empty-state";
import { FaultNotice } from "../../parts/fault-notice";
import { LabelButton } from "../../parts/label-button";
import { LoadingRows } from "../../parts/loading-rows";
import { PageTitle } from "../../parts/page-title";
import { RelativeTime } from "../../parts/relative-time";
import { StateBadge, ToneBadge } from "../../parts/state-badge";
import { attentionLook } from "../../parts/state-tone";
import { useConsole } from "../../stores/console-store";
import { BackButton } from "../../parts/back-button";
import { AutomaticWork } from "./automatic-work";
import { CloseWork } from "./close-work";
import { HandWork } from "./hand-work";
import { OrderSummary } from "./order-summary";
import { SetUpWork } from "./set-up-work";
import { TaskInstruction } from "./task-instruction";
import { workOf } from "./task-work";
import "./task.css";

/** One task: what to do, the card or the steps, and the one thing to press next. */
export function TaskPane({ taskId }: { readonly taskId: string }) {
  const { t } = useTranslation();
  const detail = useQuery("task.get", { id: taskId });
  if (detail.value) return <TaskView detail={detail.value} />;
  if (detail.fault?.kind === "not-found") return <EmptyState icon={IconChecklist} title={t("task.notFound")} />;
  return (
    <div className="pane">
      <FaultNotice fault={detail.fault} onRetry={detail.reload} />
      {detail.isLoading ? <LoadingRows /> : null}
    </div>
  );
}

function TaskView({ detail }: { readonly detail: TaskDetail }) {
  const head = (
    <>
      <TaskHead detail={detail} />
      <TaskInstruction detail={detail} />
      <OrderSummary detail={detail} />
    </>
  );
  switch (workOf(detail.task)) {
    case "card":
      return <SetUpWork detail={detail} head={head} />;
    case "closing":
      return <CloseWork detail={detail} head={head} />;
    case "by-hand":
      return <HandWork detail={detail} head={head} />;
    case "steps":
      return <AutomaticWork detail={detail} head={head} />;
  }
}

function TaskHead({ detail: { task } }: { readonly detail: TaskDetail }) {
  const { t } = useTranslation();
  const open = useConsole((state) => state.open);
  return (
    <div>
      <BackButton />
      <PageTitle
        title={task.serviceLabel === "" ? task.customerName : task.serviceLabel}
        actions={
          <>
            <Anchor
              component="button"
              type="button"
              size="sm"
              onClick={() => {
                open("services", task.serviceId);
              }}
            >
              {t("task.openService", { number: task.serviceNumber })}
            </Anchor>
            <LabelButton subject={{ kind: "service", serviceId: task.serviceId }} />
          </>
        }
        below={
          <>
            {task.needsAttention ? (
              <ToneBadge look={attentionLook} word={t("states.attention")} />
            ) : (
              <StateBadge of="task" state={task.state} />
            )}
            <span>{t("task.number", { number: task.number, kind: t(`states.taskKind.${task.kind}`) })}</span>
            {task.serviceLabel === "" ? null : <span>{task.customerName}</span>}
            <span>{task.dataCentreName}</span>
            {task.performer === null ? null : <span>{t("task.heldBy", { name: task.performer })}</span>}
            <span>
              {task.endedAt === null ? t("task.created") : t("task.ended")}{" "}
              <RelativeTime at={task.endedAt ?? task.createdAt} />
            </span>
          </>
        }
      />
    </div>
  );
}
