import type { CallInput } from "../../main/contract/calls";
import type { Fault, Result } from "../../main/contract/faults";
import { call } from "../api";
import { offerFile } from "../parts/offer-file";
import { useConsole } from "../stores/console-store";

export type ExportedList = CallInput<"list.export">["list"];

/** What became of an export: the file's name and rows, why it failed, or null where it was cancelled. */
export type ExportEnd = { readonly name: string; readonly rows: number } | { readonly fault: Fault } | null;

/** A piece of a file, and where the next one begins; null at the end. */
interface FilePiece<Place> {
  readonly text: string;
  readonly rows: number;
  /** Rows of the whole file. */
  readonly total: number;
  readonly next: Place | null;
}

interface ExportedFile<Place> {
  /** Under which its progress is shown. */
  readonly run: string;
  /** Of the file, without its day. */
  readonly name: string;
  readonly extension: string;
  readonly type: string;
  /** Reads the piece behind a place; null: the first one. */
  readonly read: (after: Place | null) => Promise<Result<FilePiece<Place>>>;
}

/** Reads a list piece by piece and hands it over as one CSV file. */
export function exportList(list: ExportedList): Promise<ExportEnd> {
  return exportFile<string>({
    run: list.name,
    name: `rackside-${list.name}`,
    extension: "csv",
    type: "text/csv;charset=utf-8",
    read: (after) => call("list.export", { list, after }),
  });
}

/** Reads pieces and hands them over as one file. It goes on while other screens are looked at, and ends with the desk. */
export async function exportFile<Place>(file: ExportedFile<Place>): Promise<ExportEnd> {
  const { deskNumber, putExportRun } = useConsole.getState();
  const pieces: string[] = [];
  let rows = 0;
  let after: Place | null = null;
  putExportRun(file.run, { rows, total: 0, isCancelled: false });
  do {
    const result: Result<FilePiece<Place>> = await file.read(after);
    const state = useConsole.getState();
    if (state.deskNumber !== deskNumber) return null;
    const isCancelled = state.exportRuns[file.run]?.isCancelled === true;
    if (!result.ok || isCancelled) {
      putExportRun(file.run, null);
      return result.ok ? null : { fault: result.fault };
    }
    pieces.push(result.value.text);
    rows += result.value.rows;
    after = result.value.next;
    putExportRun(file.run, { rows, total: result.value.total, isCancelled: false });
  } while (after !== null);
  putExportRun(file.run, null);
  const name = `${file.name}-${new Date().toISOString().slice(0, 10)}.${file.extension}`;
  offerFile(name, file.type, pieces);
  return { name, rows };
}
