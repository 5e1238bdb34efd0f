import { Button, SegmentedControl } from "@mantine/core";
import { useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { PaneSection } from "../../parts/pane-section";

interface ChartSectionProps {
  readonly title: string;
  /** What it counts, in one line. */
  readonly hint: string;
  readonly chart: ReactNode;
  readonly table: ReactNode;
  /** Said instead of a chart when there is nothing to draw. */
  readonly emptyText: string | null;
  /** Leads to the list behind the figures. */
  readonly link?: { readonly label: string; readonly onOpen: () => void };
}

/** One question of the overview: a chart, and the figures behind it as a table. */
export function ChartSection({ title, hint, chart, table, emptyText, link }: ChartSectionProps) {
  const { t } = useTranslation();
  const [form, setForm] = useState("chart");
  const choice = (
    <SegmentedControl
      size="xs"
      aria-label={t("overview.formOf", { title })}
      value={form}
      data={[
        { value: "chart", label: t("overview.chart") },
        { value: "table", label: t("overview.table") },
      ]}
      onChange={setForm}
    />
  );
  return (
    <PaneSection title={title} aside={emptyText === null ? choice : null}>
      <p className="overview-hint quiet">{hint}</p>
      {emptyText === null ? form === "chart" ? chart : table : <p className="overview-empty">{emptyText}</p>}
      {link && emptyText === null ? (
        <div>
          <Button variant="subtle" size="compact-sm" ml="-0.875rem" onClick={link.onOpen}>
            {link.label}
          </Button>
        </div>
      ) : null}
    </PaneSection>
  );
}
