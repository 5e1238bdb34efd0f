import { UnstyledButton } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Statistics } from "../../../main/contract/shapes/statistics";
import { useConsole } from "../../stores/console-store";
import { formatNumber } from "../../text/format";
import { phrase } from "../../text/phrase";
import { BarLine } from "./bar-line";
import { ChartLegend } from "./chart-legend";
import { ChartSection } from "./chart-section";
import { FigureTable } from "./figure-table";

const parts = ["needsAttention", "discarded"] as const;

type Panel = Statistics["failures"][number];

/** Which panels make trouble, and what they say. */
export function FailureChart({ panels }: { readonly panels: readonly Panel[] }) {
  const { t } = useTranslation();
  const { open, putFilters } = useConsole.getState();
  const longest = Math.max(0, ...panels.map(troubleOf));
  const link = (panel: Panel) => (
    <UnstyledButton
      className="chart-name"
      title={t("overview.openPanel", { name: panel.moduleName })}
      onClick={() => {
        open("modules", panel.moduleId);
      }}
    >
      {panel.moduleName}
    </UnstyledButton>
  );
  return (
    <ChartSection
      title={t("overview.failures.title")}
      hint={t("overview.failures.hint")}
      emptyText={longest === 0 ? t("overview.failures.empty") : null}
      link={{
        label: t("overview.failures.open"),
        onOpen: () => {
          putFilters("activity", { state: "needs-attention" });
          open("activity");
        },
      }}
      chart={
        <>
          <ChartLegend parts={parts.map((part) => ({ key: part, label: t(`overview.failures.${part}`) }))} />
          <ul className="chart-lines">
            {panels.map((panel) => (
              <li key={panel.moduleId} className="chart-line">
                {link(panel)}
                <BarLine
                  longest={longest}
                  label={t("overview.failures.read", {
                    name: panel.moduleName,
                    needsAttention: formatNumber(panel.needsAttention),
                    discarded: formatNumber(panel.discarded),
                    done: formatNumber(panel.done),
                  })}
                  parts={parts.map((part) => ({
                    key: part,
                    count: panel[part],
                    label: `${t(`overview.failures.${part}`)}: ${formatNumber(panel[part])}`,
                  }))}
                />
                <span className="chart-total">{formatNumber(troubleOf(panel))}</span>
                {panel.commonReason === "" ? null : (
                  <span className="chart-reason quiet">{phrase(panel.commonReason)}</span>
                )}
              </li>
            ))}
          </ul>
        </>
      }
      table={
        <FigureTable
          label={t("overview.failures.title")}
          columns={[
            t("overview.failures.panel"),
            t("overview.failures.needsAttention"),
            t("overview.failures.discarded"),
            t("overview.failures.done"),
            t("overview.failures.reason"),
          ]}
          rows={panels.map((panel) => ({
            key: panel.moduleId,
            name: link(panel),
            figures: [
              formatNumber(panel.needsAttention),
              formatNumber(panel.discarded),
              formatNumber(panel.done),
              panel.commonReason === "" ? t("overview.failures.noReason") : phrase(panel.commonReason),
            ],
          }))}
        />
      }
    />
  );
}

function troubleOf(panel: Panel): number {
  return panel.needsAttention + panel.discarded;
}
