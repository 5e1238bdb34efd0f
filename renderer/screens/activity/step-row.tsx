import { useTranslation } from "react-i18next";
import type { ListedAction } from "../../../main/contract/shapes/action";
import { Age } from "../../lists/age";
import { ListRow } from "../../parts/list-row";
import { useRelativeWords } from "../../parts/relative-time";
import { StateIcon, useStateWord } from "../../parts/state-badge";
import { phrase } from "../../text/phrase";
import { isOver } from "./is-over";
import { useNextTry } from "./use-next-try";

/** A step in two lines: what, for which panel, and why it is not done. */
export function StepRow({ step }: { readonly step: ListedAction }) {
  const { t } = useTranslation();
  const word = useStateWord({ of: "action", state: step.state });
  const words = useRelativeWords();
  const nextTry = useNextTry(step);
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
        ...(step.trouble && !isOver(step) ? [t(`activity.trouble.${step.trouble.kind}`)] : []),
        ...(nextTry === null ? [] : [t("parts.nextAttempt", { when: words(nextTry) })]),
      ].join(" · ")}
      belowAside={<Age at={step.endedAt ?? step.createdAt} />}
    />
  );
}
