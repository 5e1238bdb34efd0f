import type { CallInput, CallOutput } from "../../main/contract/calls";
import type { Fault, Result } from "../../main/contract/faults";
import { call } from "../api";
import { offerFile } from "../parts/offer-file";
import { useConsole } from "../stores/console-store";

export type ExportedList = CallInput<"list.export">["list"];

/** What became of an export: the file's name and rows, why it failed, or null where it was cancelled. */
export type ExportEnd = { readonly name: string; readonly rows: number } | { readonly fault: Fault } | null;

/** Reads a list piece by piece and hands it over as one CSV file. It goes on while other screens are looked at. */
export async function exportList(list: ExportedList): Promise<ExportEnd> {
  const { deskNumber, putExportRun } = useConsole.getState();
  const pieces: string[] = [];
  let rows = 0;
  let after: string | null = null;
  putExportRun(list.name, { rows, total: 0, isCancelled: false });
  do {
    const result: Result<CallOutput<"list.export">> = await call("list.export", { list, after });
    const state = useConsole.getState();
    if (state.deskNumber !== deskNumber) return null;
    const isCancelled = state.exportRuns[list.name]?.isCancelled === true;
    if (!result.ok || isCancelled) {
      putExportRun(list.name, null);
      return result.ok ? null : { fault: result.fault };
    }
    pieces.push(result.value.text);
    rows += result.value.rows;
    after = result.value.next;
    putExportRun(list.name, { rows, total: result.value.total, isCancelled: false });
  } while (after !== null);
  putExportRun(list.name, null);
  const name = `rackside-${list.name}-${new Date().toISOString().slice(0, 10)}.csv`;
  offerFile(name, "text/csv;charset=utf-8", pieces);
  return { name, rows };
}
