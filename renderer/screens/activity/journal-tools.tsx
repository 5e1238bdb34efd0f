import { Button, Menu } from "@mantine/core";
import { IconFileExport, IconShieldCheck } from "@tabler/icons-react";
import { useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { JournalFormat, JournalReport } from "../../../main/contract/shapes/journal";
import { useCommand } from "../../hooks/use-command";
import type { ExportEnd } from "../../lists/export-list";
import { ExportProgress } from "../../lists/list-bar";
import { Allowed } from "../../parts/allowed";
import { FaultNotice } from "../../parts/fault-notice";
import { Notice } from "../../parts/notice";
import { useConsole } from "../../stores/console-store";
import { formatDateTime } from "../../text/format";
import { exportJournal, wholeJournal } from "./export-journal";

const formats: readonly JournalFormat[] = ["csv", "jsonl"];

export interface JournalTools {
  /** Null for whoever may not use it. */
  readonly menu: ReactNode;
  /** What became of the last press. */
  readonly result: ReactNode;
}

/** What is done with the journal as a whole, whatever is listed: holding it against its chain, and taking it along as a file that can be verified. */
export function useJournalTools(): JournalTools {
  const { t } = useTranslation();
  const verify = useCommand("journal.verify");
  const run = useConsole((state) => state.exportRuns[wholeJournal]);
  const [report, setReport] = useState<JournalReport | null>(null);
  const [end, setEnd] = useState<ExportEnd>(null);

  const check = async (): Promise<void> => {
    setReport(null);
    setEnd(null);
    const result = await verify.run({});
    if (result.ok) setReport(result.value);
  };
  const exportAs = async (format: JournalFormat): Promise<void> => {
    setReport(null);
    setEnd(null);
    setEnd(await exportJournal(format));
  };

  const made = end !== null && "name" in end ? end : null;
  const fault = verify.fault ?? (end !== null && "fault" in end ? end.fault : null);
  const hasResult = report !== null || end !== null || run !== undefined || fault !== null;
  return {
    menu: (
      <Allowed to="journal.verify">
        <Menu position="bottom-end" withinPortal>
          <Menu.Target>
            <Button variant="default" loading={verify.isRunning} disabled={run !== undefined}>
              {t("activity.journalWhole")}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item leftSection={<IconShieldCheck size="1.1em" aria-hidden />} onClick={() => void check()}>
              {t("activity.journalVerify")}
            </Menu.Item>
            {formats.map((format) => (
              <Menu.Item
                key={format}
                leftSection={<IconFileExport size="1.1em" aria-hidden />}
                onClick={() => void exportAs(format)}
              >
                {t(`activity.journalExportAs.${format}`)}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      </Allowed>
    ),
    result: hasResult ? (
      <div className="journal-result">
        <FaultNotice fault={fault} />
        {run ? <ExportProgress name={wholeJournal} run={run} /> : null}
        {report === null ? null : <ChainReport report={report} />}
        {made === null ? null : (
          <Notice tone="done" title={t("activity.journalExported", { name: made.name, count: made.rows })} />
        )}
      </div>
    ) : null,
  };
}

function ChainReport({ report: { entries, broken } }: { readonly report: JournalReport }) {
  const { t } = useTranslation();
  if (!broken) return <Notice tone="done" title={t("activity.journalIntact", { count: entries })} />;
  const { at, call, sequence, what } = broken;
  const place = at === null ? "" : t("activity.journalBrokenAt", { when: formatDateTime(at), call: call ?? "" });
  return (
    <Notice tone="waiting" title={t("activity.journalBroken", { sequence })}>
      {[place, t(`activity.journalBreak.${what}`), t("activity.journalBrokenHint")].filter(Boolean).join(" ")}
    </Notice>
  );
}
