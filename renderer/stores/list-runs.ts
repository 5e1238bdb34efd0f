import type { StateCreator } from "zustand";

/** Rows that something could not be done with, for one and the same reason. */
export interface BulkFailure {
  readonly reason: string;
  readonly keys: readonly string[];
  /** What the first of these rows are called. */
  readonly titles: readonly string[];
}

/** What can be done with many rows at once, one call for each. */
export type Deed = "accept" | "release" | "close" | "retry" | "hold" | "resume" | "discard";

/** Something that is done with many rows of a list, one after the other. */
export interface BulkRun {
  /** Which deed, by the word that the list has for it. */
  readonly deed: Deed;
  readonly done: number;
  readonly total: number;
  readonly failures: readonly BulkFailure[];
  readonly state: "running" | "cancelling" | "cancelled" | "ended";
}

/** A list on its way into a file. */
export interface ExportRun {
  readonly rows: number;
  readonly total: number;
  readonly isCancelled: boolean;
}

/** What goes on with lists while other screens are looked at, by the list's name. */
export interface ListRunsSlice {
  readonly bulkRuns: Readonly<Record<string, BulkRun>>;
  readonly exportRuns: Readonly<Record<string, ExportRun>>;
  /** Null takes the report away. */
  putBulkRun(list: string, run: BulkRun | null): void;
  /** The row at hand is finished first. */
  cancelBulkRun(list: string): void;
  putExportRun(list: string, run: ExportRun | null): void;
  cancelExport(list: string): void;
  forgetListRuns(): void;
}

export const createListRunsSlice: StateCreator<ListRunsSlice> = (set) => ({
  bulkRuns: {},
  exportRuns: {},
  putBulkRun: (list, run) => {
    set(({ bulkRuns }) => ({ bulkRuns: put(bulkRuns, list, run) }));
  },
  cancelBulkRun: (list) => {
    set(({ bulkRuns }) => {
      const run = bulkRuns[list];
      return run?.state === "running" ? { bulkRuns: put(bulkRuns, list, { ...run, state: "cancelling" }) } : {};
    });
  },
  putExportRun: (list, run) => {
    set(({ exportRuns }) => ({ exportRuns: put(exportRuns, list, run) }));
  },
  cancelExport: (list) => {
    set(({ exportRuns }) => {
      const run = exportRuns[list];
      return run ? { exportRuns: put(exportRuns, list, { ...run, isCancelled: true }) } : {};
    });
  },
  forgetListRuns: () => {
    set({ bulkRuns: {}, exportRuns: {} });
  },
});

function put<Run>(runs: Readonly<Record<string, Run>>, list: string, run: Run | null): Readonly<Record<string, Run>> {
  const others = Object.fromEntries(Object.entries(runs).filter(([name]) => name !== list));
  return run === null ? others : { ...others, [list]: run };
}
