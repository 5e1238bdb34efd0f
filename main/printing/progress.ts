import type { Log } from "../ports/host";
import { saveJob } from "./job-record";
import type { JobPatch, RecordParts } from "./job-record";

/** Keeps the progress of a job that is on its way. */
export interface ProgressKeeper {
  /** Stored soon, together with what is told in the meantime. */
  note(patch: JobPatch): void;
  /** Stored at once. */
  noteNow(patch: JobPatch): void;
  /** Resolves when nothing is being stored any more; what has not been stored yet is left to whoever stores the end. */
  settle(): Promise<void>;
}

/** A label takes a second or less; whoever watches needs no more than this. */
const everyMs = 300;

export function createProgressKeeper(parts: RecordParts & { readonly log: Log }, jobId: string): ProgressKeeper {
  let waiting: JobPatch | undefined;
  let storing: Promise<void> | undefined;
  let cancelTimer: (() => void) | undefined;
  let isUrgent = false;
  let isSettled = false;

  function store(): void {
    cancelTimer?.();
    cancelTimer = undefined;
    if (storing || !waiting) return;
    const patch = waiting;
    waiting = undefined;
    isUrgent = false;
    storing = saveJob(parts, jobId, ["sending", "printing"], patch)
      // The end of the job is stored all the same, and tried until it is.
      .catch((error: unknown) => parts.log.warn("progress of a print job could not be stored", { job: jobId, error }))
      .then(() => {
        storing = undefined;
        if (!waiting || isSettled) return;
        if (isUrgent) store();
        else cancelTimer ??= parts.clock.schedule(everyMs, store);
      });
  }

  return {
    note(patch) {
      waiting = { ...waiting, ...patch };
      cancelTimer ??= parts.clock.schedule(everyMs, store);
    },
    noteNow(patch) {
      waiting = { ...waiting, ...patch };
      isUrgent = true;
      store();
    },
    async settle() {
      isSettled = true;
      cancelTimer?.();
      await storing;
    },
  };
}
