import { Button, Menu } from "@mantine/core";
import { IconFileExport, IconShieldCheck } from "@tabler/icons-react";
import { useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { JournalFormat, JournalReport } from "../../../main/contract/shapes/journal";
import { useCommand } from "../../hooks/use-command";
import { Allowed } from "../../parts/allowed";
import { FaultNotice } from "../../parts/fault-notice";
import { Notice } from "../../parts/notice";
import { offerFile } from "../../parts/offer-file";
import { formatDateTime } from "../../text/format";

const types = { csv: "text/csv", jsonl: "application/jsonl" } as const satisfies Record<JournalFormat, string>;
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
  const read = useCommand("journal.export");
  const [report, setReport] = useState<JournalReport | null>(null);
  const [made, setMade] = useState("");

  const check = async (): Promise<void> => {
    setReport(null);
    const result = await verify.run({});
    if (result.ok) setReport(result.value);
  };
  const exportAs = async (format: JournalFormat): Promise<void> => {
    setMade("");
    const pieces: string[] = [];
    let entries = 0;
    for (let after = 0, isEnd = false; !isEnd;) {
      const result = await read.run({ format, after });
      if (!result.ok) return;
      pieces.push(result.value.text);
      entries += result.value.entries;
      ({ last: after, isEnd } = result.value);
    }
    const name = `rackside-journal-${new Date().toISOString().slice(0, 10)}.${format}`;
    offerFile(name, types[format], pieces);
    setMade(t("activity.journalExported", { name, count: entries }));
  };

  const hasResult = report !== null || made !== "" || verify.fault !== null || read.fault !== null;
  return {
    menu: (
      <Allowed to="journal.verify">
        <Menu position="bottom-end" withinPortal>
          <Menu.Target>
            <Button variant="default" loading={verify.isRunning || read.isRunning}>
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
        <FaultNotice fault={verify.fault ?? read.fault} />
        {report === null ? null : <ChainReport report={report} />}
        {made === "" ? null : <Notice tone="done" title={made} />}
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
