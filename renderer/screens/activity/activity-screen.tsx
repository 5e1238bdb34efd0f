import { IconActivity } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { usePages } from "../../hooks/use-pages";
import { EmptyState } from "../../parts/empty-state";
import { FaultNotice } from "../../parts/fault-notice";
import { ListDetail } from "../../parts/list-detail";
import { useConsole } from "../../stores/console-store";
import { ActivityTabs, useActivityTab } from "./activity-tabs";
import { JournalTab } from "./journal";
import { LinkStrip } from "./link-strip";
import { StepFilter, useStepFilter } from "./step-filter";
import { StepPane } from "./step-pane";
import { useListedStep } from "./use-listed-step";
import { StepRows } from "./step-rows";

/** What has not gone out yet, what needs a decision, and what was done. */
export function ActivityScreen() {
  const tab = useActivityTab();
  return tab === "journal" ? <JournalTab /> : <StepsTab />;
}

function StepsTab() {
  const { t } = useTranslation();
  const selectedId = useConsole((state) => state.route.id);
  const filter = useStepFilter();
  const pages = usePages("action.list", { state: filter });
  const selected = useListedStep(pages, selectedId);
  return (
    <ListDetail
      list={
        <>
          <div className="list-head">
            <ActivityTabs />
            <StepFilter />
          </div>
          <LinkStrip />
          <FaultNotice fault={pages.fault} onRetry={pages.reload} />
          <StepRows pages={pages} filter={filter} selectedId={selectedId} />
        </>
      }
      detail={
        selectedId === null ? null : selected.value ? (
          <StepPane key={selected.value.id} step={selected.value} />
        ) : selected.fault ? (
          <EmptyState icon={IconActivity} title={t("activity.notListed")} />
        ) : null
      }
      placeholder={<EmptyState icon={IconActivity} title={t("activity.pickTitle")} hint={t("activity.pickHint")} />}
    />
  );
}
