import { Button } from "@mantine/core";
import { IconX, type TablerIcon } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { useShortcut } from "../hooks/use-shortcut";
import { useConsole } from "../stores/console-store";
import { formatNumber } from "../text/format";
import { BulkReport } from "./bulk-report";
import "./lists.css";
import type { Marks } from "./use-marks";

/** Something that can be done with the marked rows. */
export interface BulkDeed {
  readonly id: string;
  readonly label: string;
  readonly icon: TablerIcon;
  /** How many of the marked rows it can be done with; with none it is left out. */
  readonly count: number;
  readonly isPrimary?: boolean;
  readonly run: () => void;
}

interface BulkBarProps<Row> {
  readonly list: string;
  readonly marks: Marks<Row>;
  readonly deeds: readonly BulkDeed[];
}

/** What can be done with the marked rows, how far it is, and what came of it. */
export function BulkBar<Row>({ list, marks, deeds }: BulkBarProps<Row>) {
  const { t } = useTranslation();
  const run = useConsole((state) => state.bulkRuns[list]);
  const isRunning = run?.state === "running" || run?.state === "cancelling";
  useShortcut("goBack", marks.clear, marks.count > 0 && !isRunning);
  return (
    <>
      {run ? <BulkReport list={list} run={run} /> : null}
      {marks.count > 0 && !isRunning ? (
        <div className="bulk-bar" role="toolbar" aria-label={t("lists.marked", { count: marks.count })}>
          <span className="bulk-bar-count">{t("lists.marked", { count: marks.count })}</span>
          {deeds
            .filter(({ count }) => count > 0)
            .map(({ id, label, icon: Icon, count, isPrimary, run: begin }) => (
              <Button
                key={id}
                size="compact-sm"
                variant={isPrimary === true ? "filled" : "default"}
                leftSection={<Icon size="1.1em" aria-hidden />}
                onClick={begin}
              >
                {label} {formatNumber(count)}
              </Button>
            ))}
          <Button
            size="compact-sm"
            variant="subtle"
            leftSection={<IconX size="1.1em" aria-hidden />}
            onClick={marks.clear}
          >
            {t("lists.clearMarks")}
          </Button>
        </div>
      ) : null}
    </>
  );
}
