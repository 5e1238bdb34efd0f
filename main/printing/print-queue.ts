import type { PrintDoor } from "../app/app";
import type { PrintJobRecord } from "../ports/label-store";
import { carryOut } from "./carry-out";
import type { CarryOutParts } from "./carry-out";
import { createRest } from "./rest";
import { recoverJobs } from "./recover";

export interface PrintQueue extends PrintDoor {
  /** Makes jobs that a crash interrupted unsure and begins to print. */
  start(): Promise<void>;
  /** Resolves when nothing is on its way and no printer is left to try. */
  drain(): Promise<void>;
  /** Stops what is on its way and stores how far it came. */
  stop(): Promise<void>;
}

interface Work {
  readonly jobId: string;
  readonly stopper: AbortController;
  readonly done: Promise<void>;
}

/** A printer whose job failed inside Rackside rests this long, so that a full disk is not hammered. */
const restAfterBugMs = 5_000;

/**
 * Carries print jobs out: of every printer the oldest that waits, one at a time, printers side by side. A printer that cannot print rests longer with
 * each try, and its jobs stay. Nothing is sent a second time by itself.
 */
export function createPrintQueue(parts: CarryOutParts): PrintQueue {
  const { clock, log, store } = parts;
  const busy = new Map<string, Work>();
  const rest = createRest(clock);
  let isStopped = true;
  let isAskedAgain = false;
  let running: Promise<void> | undefined;
  let cancelTimer: (() => void) | undefined;

  function lookAround(): void {
    if (isStopped) return;
    isAskedAgain = true;
    running ??= pump().finally(() => {
      running = undefined;
      if (isAskedAgain) lookAround();
    });
  }

  async function pump(): Promise<void> {
    while (isAskedAgain && !isStopped) {
      isAskedAgain = false;
      let waiting: readonly PrintJobRecord[];
      try {
        waiting = await store.read(({ printJobs }) => printJobs.listByState(["waiting"]));
      } catch (error) {
        log.error("print jobs could not be read", { error });
        sleep(restAfterBugMs);
        return;
      }
      const now = clock.now();
      const printers = new Set<string>();
      for (const job of waiting) {
        if (printers.has(job.printerId)) continue;
        printers.add(job.printerId);
        if (!busy.has(job.printerId) && rest.until(job.printerId, now) === 0) begin(job);
      }
      const delays = [...printers].filter((id) => !busy.has(id)).map((id) => rest.until(id, now));
      if (delays.length > 0) sleep(Math.min(...delays));
    }
  }

  function sleep(delayMs: number): void {
    cancelTimer?.();
    cancelTimer = clock.schedule(Math.max(20, delayMs), lookAround);
  }

  function begin({ id, printerId }: PrintJobRecord): void {
    const stopper = new AbortController();
    const done = carryOut(parts, id, stopper.signal, () => isStopped)
      .then((hasMoved) => {
        if (hasMoved) rest.end(printerId);
        else rest.lengthen(printerId);
      })
      .catch((error: unknown) => {
        log.error("print job could not be carried out", { job: id, error });
        rest.take(printerId, restAfterBugMs);
      })
      .finally(() => {
        busy.delete(printerId);
        lookAround();
      });
    busy.set(printerId, { jobId: id, stopper, done });
  }

  return {
    wake() {
      rest.endAll();
      lookAround();
    },
    async cancel(jobId) {
      const work = [...busy.values()].find((one) => one.jobId === jobId);
      work?.stopper.abort(new Error("Cancelled by a person"));
      await work?.done;
    },
    async start() {
      const recovered = await recoverJobs(parts);
      if (recovered > 0) log.info("print jobs were interrupted", { recovered });
      isStopped = false;
      lookAround();
    },
    async drain() {
      rest.endAll();
      lookAround();
      while (running !== undefined || busy.size > 0) {
        await running;
        await Promise.all([...busy.values()].map(({ done }) => done));
      }
    },
    async stop() {
      isStopped = true;
      cancelTimer?.();
      await running;
      for (const { stopper } of busy.values()) stopper.abort(new Error("The program ends"));
      await Promise.all([...busy.values()].map(({ done }) => done));
    },
  };
}
