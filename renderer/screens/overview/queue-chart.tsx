import { UnstyledButton } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { AgeBand, Statistics } from "../../../main/contract/shapes/statistics";
import { useConsole } from "../../stores/console-store";
import { formatList, formatNumber } from "../../text/format";
import { BarLine } from "./bar-line";
import { ChartLegend } from "./chart-legend";
import { ChartSection } from "./chart-section";
import { FigureTable } from "./figure-table";

const bands = ["hour", "four-hours", "day", "three-days", "older"] as const satisfies readonly AgeBand[];

type Department = Statistics["queue"][number];

/** What waits for a person, by department and by how long it has waited. */
export function QueueChart({ queue }: { readonly queue: Statistics["queue"] }) {
  const { t } = useTranslation();
  const { open, clearFilters, setFilter } = useConsole.getState();
  const longest = Math.max(0, ...queue.map(waitingOf));
  const openQueue = (departmentId: string): void => {
    clearFilters("queue");
    setFilter("queue", "department", departmentId);
    open("queue");
  };
  const link = (department: Department) => (
    <UnstyledButton
      className="chart-name"
      title={t("overview.openQueueOf", { name: department.departmentName })}
      onClick={() => {
        openQueue(department.departmentId);
      }}
    >
      {department.departmentName}
    </UnstyledButton>
  );
  return (
    <ChartSection
      title={t("overview.queue.title")}
      hint={t("overview.queue.hint")}
      emptyText={longest === 0 ? t("overview.queue.empty") : null}
      link={{
        label: t("overview.queue.open"),
        onOpen: () => {
          openQueue("");
        },
      }}
      chart={
        <>
          <ChartLegend parts={bands.map((band) => ({ key: band, label: t(`overview.age.${band}`) }))} />
          <ul className="chart-lines">
            {queue.map((department) => (
              <li key={department.departmentId} className="chart-line">
                {link(department)}
                <BarLine
                  longest={longest}
                  label={t("overview.queue.read", {
                    name: department.departmentName,
                    count: waitingOf(department),
                    ages: formatList(
                      bands
                        .filter((band) => department.ages[band] > 0)
                        .map((band) => `${t(`overview.age.${band}`)} ${formatNumber(department.ages[band])}`),
                    ),
                  })}
                  parts={bands.map((band) => ({
                    key: band,
                    count: department.ages[band],
                    label: `${t(`overview.age.${band}`)}: ${formatNumber(department.ages[band])}`,
                  }))}
                />
                <span className="chart-total">{formatNumber(waitingOf(department))}</span>
              </li>
            ))}
          </ul>
        </>
      }
      table={
        <FigureTable
          label={t("overview.queue.title")}
          columns={[
            t("overview.queue.department"),
            ...bands.map((band) => t(`overview.age.${band}`)),
            t("overview.total"),
          ]}
          rows={queue.map((department) => ({
            key: department.departmentId,
            name: link(department),
            figures: [...bands.map((band) => formatNumber(department.ages[band])), formatNumber(waitingOf(department))],
          }))}
        />
      }
    />
  );
}

function waitingOf(department: Department): number {
  return bands.reduce((sum, band) => sum + department.ages[band], 0);
}
