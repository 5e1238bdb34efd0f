import { ActionIcon, SegmentedControl, Tooltip } from "@mantine/core";
import { IconRefresh } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { Statistics } from "../../../main/contract/shapes/statistics";
import { useLastValue } from "../../hooks/use-last-value";
import { useQuery } from "../../hooks/use-query";
import { FaultNotice } from "../../parts/fault-notice";
import { LoadingRows } from "../../parts/loading-rows";
import { PageTitle } from "../../parts/page-title";
import { useRelativeWords } from "../../parts/relative-time";
import { useConsole } from "../../stores/console-store";
import { FailureChart } from "./failure-chart";
import { LinkTable } from "./link-table";
import "./overview.css";
import { QueueChart } from "./queue-chart";
import { ThroughputChart } from "./throughput-chart";

const dayChoices = ["7", "14", "30", "90"] as const;
/** Ages move on by themselves, without any event. */
const repeatMs = 60_000;

/** How the site fares: what waits, what was done, where it stops, and which panels answer. */
export function OverviewScreen() {
  const { t } = useTranslation();
  const setFilter = useConsole((state) => state.setFilter);
  const chosen = useConsole((state) => state.filters.overview?.["days"]);
  const days = dayChoices.find((choice) => choice === chosen) ?? "14";
  const statistics = useQuery("statistics.get", { days: Number(days) }, { repeatMs });
  const shown = useLastValue(statistics.value, "");
  return (
    <div className="pane">
      <PageTitle
        title={t("overview.title")}
        below={shown === undefined ? null : <Age at={shown.takenAt} />}
        actions={
          <>
            <SegmentedControl
              aria-label={t("overview.days")}
              value={days}
              data={dayChoices.map((value) => ({ value, label: t("overview.dayCount", { count: Number(value) }) }))}
              onChange={(value) => {
                setFilter("overview", "days", value);
              }}
            />
            <Tooltip label={t("overview.countAgain")}>
              <ActionIcon
                aria-label={t("overview.countAgain")}
                loading={statistics.isLoading && shown !== undefined}
                onClick={statistics.reload}
              >
                <IconRefresh size="1.1em" aria-hidden />
              </ActionIcon>
            </Tooltip>
          </>
        }
      />
      <FaultNotice fault={statistics.fault} onRetry={statistics.reload} />
      {shown === undefined ? statistics.fault === null ? <LoadingRows /> : null : <Charts statistics={shown} />}
    </div>
  );
}

function Age({ at }: { readonly at: number }) {
  const { t } = useTranslation();
  const words = useRelativeWords();
  return <span>{t("overview.counted", { when: words(at) })}</span>;
}

function Charts({ statistics }: { readonly statistics: Statistics }) {
  return (
    <div className="overview-charts">
      <QueueChart queue={statistics.queue} />
      <ThroughputChart days={statistics.throughput} />
      <FailureChart panels={statistics.failures} />
      <LinkTable links={statistics.links} />
    </div>
  );
}
