import type { PrinterCondition, PrinterStatus } from "../contract/shapes/printer";
import type { PrintOutcome } from "../ports/printer";

/** What can be done about a condition, in words. */
const advice: Readonly<Record<PrinterCondition, string>> = {
  ready: "",
  busy: "The printer is at work; this job is next",
  paused: "The printer is paused. Press its pause key to go on",
  "no-media": "The printer is out of labels. Load a new roll; it goes on by itself",
  "wrong-media": "Other labels are loaded than this job is for. Load the right ones, or choose another printer",
  "no-ribbon": "The ribbon is used up. Put in a new one; the printer goes on by itself",
  "cover-open": "The cover or the print head is open. Close it; the printer goes on by itself",
  "cutter-jam": "The cutter is jammed. Switch the printer off, clear the cutter and switch it on again",
  "media-jam": "The labels are jammed. Take them out, load them again and close the cover",
  "too-hot": "The print head is too hot. It goes on when it has cooled down",
  silent:
    "The printer takes the connection and answers nothing. Look whether labels or ribbon are used up, the head is open or it is too hot",
  unreachable:
    "The printer cannot be reached. Look whether it is switched on and connected, and whether its address is right",
  error: "The printer reports an error. Its display says which",
  unknown: "",
};

/** Conditions that a person ends at the printer, or time does: the job can wait for that. */
const passing: ReadonlySet<PrinterCondition> = new Set<PrinterCondition>([
  "busy",
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
]);

/** Whether nothing comes out while it lasts. */
export function isBlocking(condition: PrinterCondition): boolean {
  return condition === "error" || (condition !== "busy" && passing.has(condition));
}

export function adviceFor(condition: PrinterCondition): string {
  return advice[condition];
}

/** What is known of a printer before it is known when. */
export interface Finding {
  readonly condition: PrinterCondition;
  readonly message: string;
  readonly media: PrinterStatus["media"];
}

export function finding(condition: PrinterCondition, message = adviceFor(condition)): Finding {
  return { condition, message, media: null };
}

/** Nothing was sent, or nothing of the rest came out. */
export function failed({ condition, message }: Omit<Finding, "media">, printed = 0): PrintOutcome {
  return { state: "failed", printed, condition, message };
}

export function unsure(printed: number, message: string, condition: PrinterCondition = "unknown"): PrintOutcome {
  return { state: "unsure", printed, condition, message };
}

export function allPrinted(labels: number): PrintOutcome {
  return { state: "printed", printed: labels, condition: "ready", message: "" };
}

export function cancelled(printed: number): PrintOutcome {
  return {
    state: "cancelled",
    printed,
    condition: "unknown",
    message: "Stopped. What was in the printer may have come out",
  };
}
