import { IconCircleCheck } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { Pages } from "../../hooks/use-pages";
import { EmptyState } from "../../parts/empty-state";
import { LoadingRows } from "../../parts/loading-rows";
import { VirtualList } from "../../parts/virtual-list";
import { useConsole } from "../../stores/console-store";
import type { StepFilterName } from "./step-filter";
import { StepRow } from "./step-row";

interface StepRowsProps {
  readonly pages: Pages<"action.list">;
  readonly filter: StepFilterName;
  readonly selectedId: string | null;
}

/** The steps of the filter; an empty list says that all is well. */
export function StepRows({ pages, filter, selectedId }: StepRowsProps) {
  const { t } = useTranslation();
  const open = useConsole((state) => state.open);
  if (pages.firstPage === undefined) return pages.fault ? null : <LoadingRows />;
  if (pages.total === 0) {
    return (
      <EmptyState
        icon={IconCircleCheck}
        title={t(`activity.emptyTitle.${filter}`)}
        hint={t(`activity.emptyHint.${filter}`)}
      />
    );
  }
  return (
    <VirtualList
      label={t("activity.steps")}
      lines={2}
      count={pages.total}
      rowAt={pages.rowAt}
      onRange={pages.onRange}
      keyOf={(step) => step.id}
      selectedKey={selectedId}
      renderRow={(step) => <StepRow step={step} />}
      onOpen={(step) => {
        open("activity", step.id);
      }}
    />
  );
}
