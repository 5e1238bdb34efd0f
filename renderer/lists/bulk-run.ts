import type { Fault } from "../../main/contract/faults";
import { useConsole } from "../stores/console-store";
import type { BulkFailure, BulkRun, Deed } from "../stores/list-runs";

/** One row of a bulk run. */
export interface BulkItem {
  readonly key: string;
  readonly title: string;
  /** Answers why it could not be done, or null. */
  readonly work: () => Promise<Fault | null>;
}

const mostTitles = 3;

/**
 * Does something with one row after the other. It goes on while other screens are looked at, ends early when it is cancelled or nobody is signed in
 * any more, and leaves only those rows marked that it did not get done.
 */
export async function runBulk(list: string, deed: Deed, items: readonly BulkItem[]): Promise<void> {
  const { deskNumber, putBulkRun } = useConsole.getState();
  let run: BulkRun = { deed, done: 0, total: items.length, failures: [], state: "running" };
  putBulkRun(list, run);
  const left = new Set(items.map(({ key }) => key));
  for (const item of items) {
    const fault = await item.work();
    const state = useConsole.getState();
    // Another operator or profile has the window: what is left belongs to nobody here.
    if (state.deskNumber !== deskNumber) return;
    const isCancelled = state.bulkRuns[list]?.state === "cancelling" || fault?.kind === "signed-out";
    if (fault === null) left.delete(item.key);
    run = {
      ...run,
      done: run.done + 1,
      failures: fault === null ? run.failures : withFailure(run.failures, item, fault.message),
      state: isCancelled && run.done + 1 < run.total ? "cancelling" : "running",
    };
    putBulkRun(list, run);
    if (isCancelled) break;
  }
  const allDone = new Set(items.map(({ key }) => key).filter((key) => !left.has(key)));
  useConsole.getState().changeMarks(list, (marks) => [...marks].filter(([key]) => !allDone.has(key)));
  putBulkRun(list, { ...run, state: run.done < run.total ? "cancelled" : "ended" });
}

/** How many rows of a run it was done with. */
export function succeededOf(run: BulkRun): number {
  return run.done - run.failures.reduce((sum, { keys }) => sum + keys.length, 0);
}

function withFailure(failures: readonly BulkFailure[], item: BulkItem, reason: string): readonly BulkFailure[] {
  const same = failures.find((one) => one.reason === reason);
  if (!same) return [...failures, { reason, keys: [item.key], titles: [item.title] }];
  const more = { ...same, keys: [...same.keys, item.key], titles: [...same.titles, item.title].slice(0, mostTitles) };
  return failures.map((one) => (one === same ? more : one));
}
