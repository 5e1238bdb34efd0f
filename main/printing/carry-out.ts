import type { Log, MakeId } from "../ports/host";
import type { LabelPress } from "../ports/label";
import type { PrintOutcome, PrintWatch, PrinterConnector, PrinterDoor } from "../ports/printer";
import type { PrintJobRecord } from "../ports/label-store";
import type { Printer, PrinterCondition } from "../contract/shapes/printer";
import { endOf } from "./endings";
import type { Ending } from "./endings";
import { saveJob } from "./job-record";
import type { RecordParts } from "./job-record";
import { createProgressKeeper } from "./progress";
import { runOf } from "./run";

export interface CarryOutParts extends RecordParts {
  readonly printers: PrinterConnector;
  readonly press: LabelPress;
  readonly log: Log;
  readonly makeId: MakeId;
}

/** Conditions in which sending would only fill a printer that cannot print. */
const holdingBack: ReadonlySet<PrinterCondition> = new Set<PrinterCondition>([
  "paused",
  "no-media",
  "wrong-media",
  "no-ribbon",
  "cover-open",
  "cutter-jam",
  "media-jam",
  "too-hot",
  "silent",
  "unreachable",
  "error",
]);

/** The end of a job is stored again after this long when the store did not take it. */
const storeAgainMs = 5_000;

/**
 * Takes one job that waits as far as it goes; answers whether it has moved, so that the printer needs no rest. `sending` is stored before a byte
 * leaves: after a crash it says that something may have.
 */
export async function carryOut(
  parts: CarryOutParts,
  jobId: string,
  signal: AbortSignal,
  isEnding: () => boolean,
): Promise<boolean> {
  const { job, printer } = await parts.store.read(async ({ printJobs, printers }) => {
    const found = await printJobs.find(jobId);
    return { job: found, printer: found && (await printers.find(found.printerId)) };
  });
  if (job?.state !== "waiting") return true;
  if (!printer) {
    const reason = `${job.printerName} is not there any more. Print the labels on another printer`;
    await saveJob(parts, jobId, ["waiting"], { state: "failed", reason, endedAt: parts.clock.now() });
    return true;
  }
  const door = parts.printers.connect(printer);
  // Nothing has begun: whoever ends the program or the job need not wait for a printer that does not answer.
  const status = await Promise.race([door.status(), whenAborted(signal)]);
  if (!status || signal.aborted) return true;
  if (holdingBack.has(status.condition)) {
    await holdBack(parts, job, status.condition, status.message);
    return false;
  }
  const begun = await saveJob(parts, jobId, ["waiting"], { state: "sending", condition: status.condition, reason: "" });
  if (!begun) return true;
  const ending = await printOn({ parts, door, printer, job: begun, signal, isEnding });
  await storeEnding(parts, jobId, ending, isEnding);
  return ending.state !== "waiting";
}

function whenAborted(signal: AbortSignal): Promise<undefined> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve(undefined);
    signal.addEventListener("abort", () => resolve(undefined), { once: true });
  });
}

async function holdBack(
  parts: CarryOutParts,
  job: PrintJobRecord,
  condition: PrinterCondition,
  reason: string,
): Promise<void> {
  if (job.condition === condition && job.reason === reason) return;
  await saveJob(parts, job.id, ["waiting"], { condition, reason });
}

interface Printing {
  readonly parts: CarryOutParts;
  readonly door: PrinterDoor;
  readonly printer: Printer;
  readonly job: PrintJobRecord;
  readonly signal: AbortSignal;
  readonly isEnding: () => boolean;
}

async function printOn({ parts, door, printer, job, signal, isEnding }: Printing): Promise<Ending> {
  const { log } = parts;
  const progress = createProgressKeeper(parts, job.id);
  const told = { isSent: false, printed: job.printed };
  const watch: PrintWatch = {
    sending() {
      told.isSent = true;
      progress.noteNow({ state: "printing" });
    },
    printed(labels) {
      told.printed = Math.min(job.labels, job.printed + labels);
      progress.note({ printed: told.printed, condition: "busy", reason: "" });
    },
    waiting: (condition, reason) => progress.noteNow({ condition, reason }),
  };
  let outcome: PrintOutcome;
  try {
    outcome = await door.print(runOf(parts.press, job, printer, signal), watch, signal);
  } catch (error) {
    const reference = parts.makeId().slice(-8);
    log.error("printing failed", { job: job.id, reference, error });
    const message = `Something went wrong inside Rackside. The log has it under ${reference}`;
    const state = told.isSent ? "unsure" : "failed";
    outcome = { state, printed: told.printed - job.printed, condition: "unknown", message };
  }
  await progress.settle();
  return endOf(job, outcome, { way: printer.way.type, ...told, isEnding: isEnding(), at: parts.clock.now() });
}

/** Until it is stored: an end that is only known here would be taken for a crash, and its labels for lost. */
async function storeEnding(
  parts: CarryOutParts,
  jobId: string,
  ending: Ending,
  isEnding: () => boolean,
): Promise<void> {
  const { summary, ...patch } = ending;
  for (;;)
    try {
      await saveJob(parts, jobId, ["sending", "printing"], patch, summary);
      return;
    } catch (error) {
      parts.log.error("end of a print job could not be stored", { job: jobId, error });
      if (isEnding()) return;
      await new Promise<void>((resolve) => parts.clock.schedule(storeAgainMs, resolve));
    }
}
