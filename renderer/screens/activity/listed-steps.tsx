import { IconCircleCheck } from "@tabler/icons-react";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { ListedAction } from "../../../main/contract/shapes/action";
import { usePages } from "../../hooks/use-pages";
import { ListFrame } from "../../lists/list-frame";
import { NothingMatches } from "../../lists/nothing-matches";
import { rowsOf } from "../../lists/rows-of";
import { useList } from "../../lists/use-list";
import { useMarks } from "../../lists/use-marks";
import { EmptyState } from "../../parts/empty-state";
import { useConsole } from "../../stores/console-store";
import type { Filters } from "../../stores/view";
import { DiscardManyDialog } from "./discard-many-dialog";
import { LinkStrip } from "./link-strip";
import { useStepColumns } from "./step-columns";
import { stepInput, stepState, useStepChoices } from "./step-filter";
import { StepRow } from "./step-row";
import { useStepDeeds } from "./use-step-deeds";

const keyOf = ({ id }: ListedAction): string => id;
const renderLines = (step: ListedAction) => <StepRow step={step} />;

/** The steps with their filters, and what can be decided about many of them. */
export function ListedSteps({ selectedId }: { readonly selectedId: string | null }) {
  const { t } = useTranslation();
  const list = useList("steps", "activity", useStepColumns());
  const input = useMemo(() => stepInput(list), [list]);
  const pages = usePages("action.list", input);
  const marks = useMarks("steps", { keyOf, readRows: pages.readRows });
  const deeds = useStepDeeds(marks);
  return (
    <>
      <ListFrame
        label={t("activity.steps")}
        list={list}
        rows={rowsOf(pages)}
        keyOf={keyOf}
        renderLines={renderLines}
        selectedKey={selectedId}
        onOpen={(step) => {
          useConsole.getState().open("activity", step.id);
        }}
        search={t("activity.search")}
        choices={useStepChoices()}
        facts={pages.firstPage ? t("activity.count", { count: pages.total }) : ""}
        above={<LinkStrip />}
        exported={{ name: "steps", filter: input }}
        marks={marks}
        deeds={deeds.deeds}
        empty={<NoSteps filters={list.filters} />}
      />
      <DiscardManyDialog {...deeds} />
    </>
  );
}

/** Nothing in a state is good news as a rule, and says so; nothing under other filters does not. */
function NoSteps({ filters }: { readonly filters: Filters }) {
  const { t } = useTranslation();
  const state = stepState(filters);
  if (Object.keys(filters).some((name) => name !== "state")) return <NothingMatches screen="activity" />;
  return (
    <EmptyState
      icon={IconCircleCheck}
      title={t(`activity.emptyTitle.${state}`)}
      hint={t(`activity.emptyHint.${state}`)}
    />
  );
}
