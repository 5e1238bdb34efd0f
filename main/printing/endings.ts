import type { Printer, PrinterCondition } from "../contract/shapes/printer";
import type { PrintOutcome } from "../ports/printer";
import type { PrintJobRecord } from "../ports/label-store";
import type { JobPatch } from "./job-record";

/** How a job is left, and what the journal says of it; nothing where it only waits. */
export interface Ending extends JobPatch {
  readonly state: PrintJobRecord["state"];
  readonly summary?: (job: PrintJobRecord) => string;
}

interface Circumstances {
  readonly way: Printer["way"]["type"];
  /** Something went out. */
  readonly isSent: boolean;
  /** The program ends, and with it the printing: nobody wanted it stopped. */
  readonly isEnding: boolean;
  /** Labels of the job that are known to have come out, as far as was told on the way. */
  readonly printed: number;
  readonly at: number;
}

/** A fault of the printer that somebody or time mends: the rest of the job waits for that. */
const lasting: ReadonlySet<PrinterCondition> = new Set<PrinterCondition>(["error", "ready", "unknown"]);

const whileEnding = "Rackside was closed while this was being printed. See how many labels came out, and say so";

/** What a job becomes by how its printing ended. */
export function endOf(job: PrintJobRecord, outcome: PrintOutcome, circumstances: Circumstances): Ending {
  const { isSent, isEnding, way, at } = circumstances;
  const { condition, message: reason } = outcome;
  const printed = Math.min(job.labels, Math.max(circumstances.printed, job.printed + outcome.printed));
  switch (outcome.state) {
    case "printed":
      return { state: "printed", printed: job.labels, condition, reason: "", endedAt: at, summary: inWords };
    case "unsure": {
      const hasFile = way === "file" || way === "system-dialog";
      return { state: "unsure", printed, condition, reason, hasFile, summary: inWords };
    }
    case "failed":
      // Its port promises that of the rest nothing came out, so the rest may be sent once the printer can print.
      if (!lasting.has(condition)) return { state: "waiting", printed, condition, reason };
      return { state: "failed", printed, condition, reason, endedAt: at, summary: inWords };
    case "cancelled":
      if (!isEnding) return { state: "cancelled", printed, condition, reason: "", endedAt: at, summary: inWords };
      if (!isSent) return { state: "waiting", printed, condition, reason: "" };
      return { state: "unsure", printed, condition, reason: whileEnding, summary: inWords };
  }
}

const words: Readonly<Record<PrintJobRecord["state"], string>> = {
  waiting: "waits",
  sending: "is being sent",
  printing: "is being printed",
  unsure: "not known to be printed",
  failed: "not printed",
  printed: "printed",
  cancelled: "cancelled",
};

function inWords({ title, printerName, printed, labels, state }: PrintJobRecord): string {
  return `${title} ${words[state]} on ${printerName}, ${String(printed)} of ${String(labels)} came out`;
}
