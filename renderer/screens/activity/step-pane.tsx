import { Anchor } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { ListedAction } from "../../../main/contract/shapes/action";
import { Allowed } from "../../parts/allowed";
import { BackButton } from "../../parts/back-button";
import { FactTable } from "../../parts/fact-table";
import { PageTitle } from "../../parts/page-title";
import { RelativeTime } from "../../parts/relative-time";
import { StateBadge } from "../../parts/state-badge";
import { WarningLine } from "../../parts/warning-line";
import { useConsole } from "../../stores/console-store";
import { formatServerRoute } from "../servers/server-route";
import { phrase } from "../../text/phrase";
import { isOver } from "./is-over";
import { StepDecision } from "./step-decision";
import { StepTrouble } from "./step-trouble";

/** One step: why it is not done, what stands where, and the two decisions. */
export function StepPane({ step }: { readonly step: ListedAction }) {
  const { t } = useTranslation();
  const open = useConsole((state) => state.open);
  const isUp = useConsole((state) => state.links.find((link) => link.moduleId === step.moduleId)?.state === "up");
  const { moduleId, serverId, serviceId, serviceNumber, taskId } = step;
  const hasEnded = isOver(step);
  const link = (text: string, go: () => void) => (
    <Anchor component="button" type="button" size="sm" ta="start" onClick={go}>
      {text}
    </Anchor>
  );
  return (
    <>
      <div className="pane">
        <BackButton />
        <PageTitle
          title={phrase(step.summary)}
          below={
            <>
              <StateBadge of="action" state={step.state} />
              <span>{step.moduleName}</span>
            </>
          }
        />
        {step.heldBy === null ? null : (
          <WarningLine>
            <strong>{t("parts.heldBy", { name: step.heldBy })}</strong> {t("activity.laneWaits")}
          </WarningLine>
        )}
        {step.trouble && !hasEnded ? <StepTrouble stepId={step.id} trouble={step.trouble} /> : null}
        <FactTable
          facts={[
            ...(step.outcome === "" ? [] : [{ label: t("activity.field.outcome"), value: phrase(step.outcome) }]),
            {
              label: t("activity.field.panel"),
              value: link(step.moduleName, () => {
                open("modules", moduleId);
              }),
            },
            {
              label: t("activity.field.server"),
              value:
                serverId === null
                  ? null
                  : link(t("activity.field.openServer", { id: serverId }), () => {
                      open("servers", formatServerRoute({ moduleId, serverId }));
                    }),
              missing: t("activity.field.noServer"),
            },
            {
              label: t("activity.field.service"),
              value:
                serviceId === null || serviceNumber === null
                  ? null
                  : link(t("activity.serviceNumber", { number: serviceNumber }), () => {
                      open("services", serviceId);
                    }),
              missing: t("activity.field.noService"),
            },
            ...(taskId === null
              ? []
              : [
                  {
                    label: t("activity.field.task"),
                    value: link(t("activity.field.openTask"), () => {
                      open("queue", taskId);
                    }),
                  },
                ]),
            {
              label: t("activity.field.created"),
              value: (
                <>
                  <RelativeTime at={step.createdAt} />{" "}
                  <span className="quiet">{t("activity.field.by", { name: step.createdBy })}</span>
                </>
              ),
            },
            {
              label: t("activity.field.started"),
              value: step.startedAt === null ? null : <RelativeTime at={step.startedAt} />,
              missing: t("activity.field.notStarted"),
            },
            { label: t("activity.field.attempts"), value: String(step.attempts) },
            ...timeFacts(
              step,
              t("activity.field.ended"),
              t("activity.field.nextTry"),
              t(step.heldBy === null ? "activity.field.whenReachable" : "activity.field.whenReleased"),
              isUp && step.heldBy === null,
            ),
          ]}
        />
      </div>
      {hasEnded ? null : (
        <Allowed to="action.retry">
          <StepDecision step={step} />
        </Allowed>
      )}
    </>
  );
}

function timeFacts(step: ListedAction, ended: string, nextTry: string, otherwise: string, isTimed: boolean) {
  if (step.endedAt !== null) return [{ label: ended, value: <RelativeTime at={step.endedAt} /> }];
  if (step.state !== "waiting" && step.state !== "uncertain") return [];
  return [
    {
      label: nextTry,
      value: step.nextAttemptAt === null || !isTimed ? null : <RelativeTime at={step.nextAttemptAt} />,
      missing: otherwise,
    },
  ];
}
