import type { Printer } from "../contract/shapes/printer";
import type { PrintOutcome, PrintWatch, PrinterDoor } from "../ports/printer";
import { cancelled, failed, finding, isBlocking, unsure } from "./conditions";
import { createWaitingNote } from "./door";
import type { DoorParts, PrintRun } from "./door";
import type { Spooler } from "./spooler";
import { pause } from "./waiting";

type QueueWay = Extract<Printer["way"], { type: "queue" }>;

const languagesOfPrinters: ReadonlySet<Printer["language"]> = new Set(["zpl", "brother-ql", "brother-pt"]);

/** A queue of this computer: the spooler tells when it has handed everything over, and nothing of what came out. */
export function createQueueDoor(
  printer: Printer & { readonly way: QueueWay },
  { clock, timings }: DoorParts,
  spooler: Spooler,
): PrinterDoor {
  const queue = printer.way.name;
  const handedOver = `The queue ${queue} has handed everything to the printer, and cannot tell what came out: see how many labels did, and say so`;

  async function print(run: PrintRun, watch: PrintWatch, signal: AbortSignal): Promise<PrintOutcome> {
    const isStopped = (): boolean => signal.aborted;
    const before = await spooler.ask(queue);
    if (isBlocking(before.condition)) return failed(before);
    watch.sending();
    const isRaw = languagesOfPrinters.has(printer.language);
    const submitted = await spooler.submit(queue, { bytes: bytesOf(run, signal), title: run.title, isRaw }, signal);
    if (isStopped()) {
      if ("jobId" in submitted) await spooler.cancel(queue, submitted.jobId);
      return cancelled(0);
    }
    if ("doubt" in submitted) return unsure(0, `${submitted.doubt}. See which labels came out`);
    if ("refusal" in submitted) return failed(finding("error", submitted.refusal));
    try {
      return await follow(submitted.jobId, watch, signal);
    } catch (error) {
      if (!isStopped()) throw error;
      await spooler.cancel(queue, submitted.jobId);
      return cancelled(0);
    }
  }

  async function follow(jobId: string, watch: PrintWatch, signal: AbortSignal): Promise<PrintOutcome> {
    const note = createWaitingNote(watch, { isSent: true, printed: 0 });
    for (;;) {
      const isQueued = await spooler.isQueued(queue, jobId);
      if (isQueued === false) return unsure(0, handedOver);
      if (isQueued === undefined)
        return unsure(0, `The queue ${queue} no longer tells about the job. See which labels came out`);
      const found = await spooler.ask(queue);
      note(isBlocking(found.condition) ? found : null);
      await pause(clock, timings.pollMs, signal);
    }
  }

  return {
    status: async () => ({ ...(await spooler.ask(queue)), takenAt: clock.now() }),
    async print(run, watch, signal) {
      try {
        return await print(run, watch, signal);
      } catch (error) {
        if (signal.aborted) return cancelled(0);
        throw error;
      }
    },
  };
}

async function* bytesOf({ pieces }: PrintRun, signal: AbortSignal): AsyncGenerator<Uint8Array> {
  for await (const { bytes } of pieces) {
    signal.throwIfAborted();
    yield bytes;
  }
  signal.throwIfAborted();
}
