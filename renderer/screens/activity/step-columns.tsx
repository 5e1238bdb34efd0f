import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { ListedAction } from "../../../main/contract/shapes/action";
import { Age } from "../../lists/age";
import type { Column } from "../../lists/columns";
import { useRelativeWords } from "../../parts/relative-time";
import { StateIcon, useStateWord } from "../../parts/state-badge";
import { phrase } from "../../text/phrase";
import { isOver } from "./is-over";
import { useNextTry } from "./use-next-try";

/** What Activity can show of a step. */
export function useStepColumns(): readonly Column<ListedAction, "entered">[] {
  const { t } = useTranslation();
  return useMemo(
    () => [
      {
        id: "state",
        title: t("activity.column.state"),
        leastPx: 150,
        share: 0,
        isFixed: true,
        cell: (step) => <StepState step={step} />,
      },
      {
        id: "step",
        title: t("activity.column.step"),
        leastPx: 190,
        share: 3,
        isFixed: true,
        cell: ({ summary }) => <strong className="table-name">{phrase(summary)}</strong>,
      },
      {
        id: "trouble",
        title: t("activity.column.trouble"),
        leastPx: 190,
        share: 2,
        cell: (step) => (step.trouble && !isOver(step) ? t(`activity.trouble.${step.trouble.kind}`) : ""),
      },
      {
        id: "panel",
        title: t("activity.field.panel"),
        leastPx: 90,
        share: 1,
        cell: ({ moduleName }) => moduleName,
      },
      {
        id: "server",
        title: t("activity.field.server"),
        leastPx: 72,
        share: 0,
        isNumber: true,
        cell: ({ serverId }) => <span className="mono">{serverId}</span>,
      },
      {
        id: "service",
        title: t("activity.field.service"),
        leastPx: 72,
        share: 0,
        cell: ({ serviceNumber }) =>
          serviceNumber === null ? "" : t("activity.serviceNumber", { number: serviceNumber }),
      },
      {
        id: "by",
        title: t("activity.enteredBy"),
        leastPx: 84,
        share: 0.5,
        cell: ({ createdBy }) => createdBy,
      },
      {
        id: "entered",
        title: t("activity.field.created"),
        leastPx: 104,
        share: 0,
        sortBy: "entered",
        isNumber: true,
        cell: ({ createdAt }) => <Age at={createdAt} />,
      },
      {
        id: "ended",
        title: t("activity.field.ended"),
        leastPx: 104,
        share: 0,
        startsHidden: true,
        isNumber: true,
        cell: ({ endedAt }) => (endedAt === null ? "" : <Age at={endedAt} />),
      },
      {
        id: "nextTry",
        title: t("activity.field.nextTry"),
        leastPx: 104,
        share: 0,
        startsHidden: true,
        isNumber: true,
        cell: (step) => <NextTry step={step} />,
      },
      {
        id: "attempts",
        title: t("activity.field.attempts"),
        leastPx: 72,
        share: 0,
        startsHidden: true,
        isNumber: true,
        cell: ({ attempts }) => String(attempts),
      },
      {
        id: "outcome",
        title: t("activity.field.outcome"),
        leastPx: 140,
        share: 2,
        startsHidden: true,
        cell: ({ outcome }) => phrase(outcome),
      },
    ],
    [t],
  );
}

function StepState({ step }: { readonly step: ListedAction }) {
  const { t } = useTranslation();
  const word = useStateWord({ of: "action", state: step.state });
  return (
    <span className="table-state">
      <StateIcon of="action" state={step.state} />
      <span className="one-line">{step.heldBy === null ? word : t("parts.heldBy", { name: step.heldBy })}</span>
    </span>
  );
}

function NextTry({ step }: { readonly step: ListedAction }) {
  const words = useRelativeWords();
  const at = useNextTry(step);
  return at === null ? null : words(at);
}
