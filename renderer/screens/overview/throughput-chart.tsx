import { useElementSize } from "@mantine/hooks";
import { useTranslation } from "react-i18next";
import type { Statistics } from "../../../main/contract/shapes/statistics";
import type { TaskKind } from "../../../main/contract/shapes/task";
import { useConsole } from "../../stores/console-store";
import { formatDate, formatDayMonth, formatNumber } from "../../text/format";
import { ChartLegend } from "./chart-legend";
import { ChartSection } from "./chart-section";
import { FigureTable } from "./figure-table";
import { roundScale } from "./round-scale";

const kinds = [
  "set-up",
  "assign-addresses",
  "suspend",
  "resume",
  "change",
  "close",
] as const satisfies readonly TaskKind[];
const height = 180;
const foot = 22;
const marginLeft = 40;
/** So that the last date is not cut. */
const marginRight = 16;
/** Room that a date under the bars takes. */
const dateWidth = 56;

type Day = Statistics["throughput"][number];

/** Tasks opened and done, day by day. */
export function ThroughputChart({ days }: { readonly days: readonly Day[] }) {
  const { t } = useTranslation();
  const { open, clearFilters, setFilter } = useConsole.getState();
  const opened = days.reduce((sum, day) => sum + day.opened, 0);
  const done = days.reduce((sum, day) => sum + day.done, 0);
  return (
    <ChartSection
      title={t("overview.throughput.title")}
      hint={t("overview.throughput.hint", { opened: formatNumber(opened), done: formatNumber(done) })}
      emptyText={opened + done === 0 ? t("overview.throughput.empty") : null}
      link={{
        label: t("overview.throughput.open"),
        onOpen: () => {
          clearFilters("queue");
          setFilter("queue", "state", "done");
          open("queue");
        },
      }}
      chart={
        <>
          <ChartLegend
            parts={[
              { key: "opened", label: t("overview.throughput.opened") },
              { key: "done", label: t("overview.throughput.done") },
            ]}
          />
          <DayBars
            days={days}
            label={t("overview.throughput.read", {
              count: days.length,
              opened: formatNumber(opened),
              done: formatNumber(done),
            })}
          />
        </>
      }
      table={
        <FigureTable
          label={t("overview.throughput.title")}
          columns={[
            t("overview.throughput.day"),
            t("overview.throughput.opened"),
            t("overview.throughput.done"),
            ...kinds.map((kind) => t(`states.taskKind.${kind}`)),
          ]}
          rows={[...days].reverse().map((day) => ({
            key: day.day,
            name: formatDate(noonOf(day)),
            figures: [day.opened, day.done, ...kinds.map((kind) => day.byKind[kind])].map((count) =>
              formatNumber(count),
            ),
          }))}
        />
      }
    />
  );
}

function DayBars({ days, label }: { readonly days: readonly Day[]; readonly label: string }) {
  const { t } = useTranslation();
  const { ref, width } = useElementSize();
  const marks = roundScale(Math.max(1, ...days.flatMap((day) => [day.opened, day.done])));
  const top = marks.at(-1) ?? 1;
  const floor = height - foot;
  const yOf = (count: number): number => floor - (count / top) * (floor - 8);
  const step = Math.max(0, width - marginLeft - marginRight) / Math.max(1, days.length);
  const barWidth = Math.max(1, step * 0.36);
  const every = Math.max(1, Math.ceil(dateWidth / Math.max(1, step)));
  return (
    <div ref={ref}>
      <svg width="100%" height={height} role="img" aria-label={label}>
        {marks.map((mark) => (
          <g key={mark}>
            <line className="chart-grid" x1={marginLeft} x2={width - marginRight} y1={yOf(mark)} y2={yOf(mark)} />
            <text className="chart-text" x={marginLeft - 6} y={yOf(mark) + 4} textAnchor="end">
              {formatNumber(mark)}
            </text>
          </g>
        ))}
        {days.map((day, index) => {
          const middle = marginLeft + step * (index + 0.5);
          // Counted from today back, so that today has its date.
          const hasDate = (days.length - 1 - index) % every === 0;
          return (
            <g key={day.day}>
              <title>
                {t("overview.throughput.readDay", {
                  day: formatDate(noonOf(day)),
                  opened: formatNumber(day.opened),
                  done: formatNumber(day.done),
                })}
              </title>
              <rect x={middle - step / 2} width={step} height={floor} fill="transparent" />
              <DayBar part="opened" x={middle - barWidth} width={barWidth} y={yOf(day.opened)} floor={floor} />
              <DayBar part="done" x={middle} width={barWidth} y={yOf(day.done)} floor={floor} />
              {hasDate ? (
                <text className="chart-text" x={middle} y={height - 6} textAnchor="middle">
                  {formatDayMonth(noonOf(day))}
                </text>
              ) : null}
            </g>
          );
        })}
      </svg>
    </div>
  );
}

interface DayBarProps {
  readonly part: "opened" | "done";
  readonly x: number;
  readonly width: number;
  readonly y: number;
  readonly floor: number;
}

function DayBar({ part, x, width, y, floor }: DayBarProps) {
  return <rect className="chart-part" data-part={part} x={x} width={Math.max(1, width - 1)} y={y} height={floor - y} />;
}

/** An instant inside the day, so that its date is the same in this window's zone. */
function noonOf({ day }: Day): number {
  return Date.parse(`${day}T12:00:00`);
}
