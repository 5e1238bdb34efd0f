import { useTranslation } from "react-i18next";
import type { CallOutput } from "../../../main/contract/calls";
import { ListRow } from "../../parts/list-row";
import { RelativeTime, useRelativeWords } from "../../parts/relative-time";
import { StateIcon, useStateWord } from "../../parts/state-badge";
import { useConsole } from "../../stores/console-store";
import { phrase } from "../../text/phrase";

export type ListedStep = CallOutput<"action.list">["rows"][number];

/** A step in the list: what, for which panel, and why it is not done. */
export function StepRow({ step }: { readonly step: ListedStep }) {
  const { t } = useTranslation();
  const word = useStateWord({ of: "action", state: step.state });
  const isOver = step.state === "done" || step.state === "discarded";
  const words = useRelativeWords();
  // Out of reach, a panel is asked as a whole: the step's own time says nothing then.
  const isUp = useConsole((state) => state.links.find((link) => link.moduleId === step.moduleId)?.state === "up");
  const nextTry = isUp && step.state === "waiting" && step.heldBy === null ? step.nextAttemptAt : null;
  const place = [
    step.moduleName,
    ...(step.serverId === null ? [] : [t("activity.serverNumber", { id: step.serverId })]),
    ...(step.serviceNumber === null ? [] : [t("activity.serviceNumber", { number: step.serviceNumber })]),
  ];
  return (
    <ListRow
      mark={<StateIcon of="action" state={step.state} />}
      title={phrase(step.summary)}
      aside={step.heldBy === null ? word : t("parts.heldBy", { name: step.heldBy })}
      below={[
        ...place,
        ...(step.trouble && !isOver ? [t(`activity.trouble.${step.trouble.kind}`)] : []),
        ...(nextTry === null ? [] : [t("parts.nextAttempt", { when: words(nextTry) })]),
      ].join(" · ")}
      belowAside={<RelativeTime at={step.endedAt ?? step.createdAt} />}
    />
  );
}
