import { Chip } from "@mantine/core";
import { IconPrinter } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { usePages } from "../../hooks/use-pages";
import { EmptyState } from "../../parts/empty-state";
import { FaultNotice } from "../../parts/fault-notice";
import { ListDetail } from "../../parts/list-detail";
import { ListRow } from "../../parts/list-row";
import { LoadingRows } from "../../parts/loading-rows";
import { RelativeTime } from "../../parts/relative-time";
import { StateIcon } from "../../parts/state-badge";
import { VirtualList } from "../../parts/virtual-list";
import { useConsole } from "../../stores/console-store";
import { LabelTabs } from "../labels/label-tabs";
import { JobPane } from "./job-pane";

/** Everything that was sent to a printer, and whether it came out. */
export function PrintJobsScreen() {
  const { t } = useTranslation();
  const selectedId = useConsole((state) => state.route.id);
  return (
    <LabelTabs tab="printJobs">
      <ListDetail
        list={<JobList selectedId={selectedId} />}
        detail={selectedId === null ? null : <JobPane key={selectedId} id={selectedId} />}
        placeholder={<EmptyState icon={IconPrinter} title={t("printing.pickTitle")} hint={t("printing.pickHint")} />}
      />
    </LabelTabs>
  );
}

function JobList({ selectedId }: { readonly selectedId: string | null }) {
  const { t } = useTranslation();
  const { open, setFilter } = useConsole.getState();
  const onlyUnfinished = useConsole((state) => state.filters.printJobs?.["unfinished"] === "yes");
  const jobs = usePages("print.list", { onlyUnfinished });
  return (
    <>
      <div className="list-head">
        <Chip
          size="xs"
          checked={onlyUnfinished}
          onChange={(isChecked) => {
            setFilter("printJobs", "unfinished", isChecked ? "yes" : "");
          }}
        >
          {t("printing.onlyUnfinished")}
        </Chip>
      </div>
      <FaultNotice fault={jobs.fault} onRetry={jobs.reload} />
      <div className="list-body">
        {jobs.firstPage === undefined && !jobs.fault ? <LoadingRows count={10} /> : null}
        {jobs.firstPage?.total === 0 ? (
          <EmptyState
            icon={IconPrinter}
            title={t(onlyUnfinished ? "printing.emptyUnfinished" : "printing.empty")}
            hint={t(onlyUnfinished ? "printing.emptyUnfinishedHint" : "printing.emptyHint")}
          />
        ) : null}
        {jobs.total > 0 ? (
          <VirtualList
            label={t("printing.jobs")}
            lines={2}
            count={jobs.total}
            rowAt={jobs.rowAt}
            onRange={jobs.onRange}
            keyOf={({ id }) => id}
            selectedKey={selectedId}
            renderRow={({ state, title, createdAt, createdBy, printerName, printed, labels }) => (
              <ListRow
                mark={<StateIcon of="print" state={state} />}
                title={title}
                aside={<RelativeTime at={createdAt} />}
                below={`${printerName} · ${t("printing.progress", { printed, labels })}`}
                belowAside={createdBy}
              />
            )}
            onOpen={({ id }) => {
              open("printJobs", id);
            }}
          />
        ) : null}
      </div>
    </>
  );
}
