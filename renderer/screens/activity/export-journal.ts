import type { JournalFormat } from "../../../main/contract/shapes/journal";
import { call } from "../../api";
import { exportFile, type ExportEnd } from "../../lists/export-list";

/** Under which the progress is shown; the list of the journal has another one. */
export const wholeJournal = "whole-journal";

const types = { csv: "text/csv", jsonl: "application/jsonl" } as const satisfies Record<JournalFormat, string>;

/** Takes every entry along with its hash, as a file that can be verified. */
export function exportJournal(format: JournalFormat): Promise<ExportEnd> {
  return exportFile<number>({
    run: wholeJournal,
    name: "rackside-journal-chain",
    extension: format,
    type: types[format],
    read: async (after) => {
      const result = await call("journal.export", { format, after: after ?? 0 });
      if (!result.ok) return result;
      const { text, entries, total, last, isEnd } = result.value;
      return { ok: true, value: { text, rows: entries, total, next: isEnd ? null : last } };
    },
  });
}
