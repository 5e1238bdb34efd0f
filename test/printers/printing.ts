import { setTimeout as delay } from "node:timers/promises";
import { vi } from "vitest";
import type { Printer, PrinterCondition, PrinterLanguage } from "../../main/contract/shapes/printer";
import { systemClock } from "../../main/adapters/clock";
import type { LabelPiece } from "../../main/ports/label";
import type { PrintDocuments, PrinterConnector, PrintOutcome } from "../../main/ports/printer";
import { createPrinterConnector } from "../../main/printers/connector";
import type { PrinterParts } from "../../main/printers/connector";

/** Times for printers on this computer, which may be busy with other tests. */
const quick = { connectMs: 5_000, answerMs: 3_000, pollMs: 10, stallMs: 400, settleMs: 3_000, findMs: 300 };

/** Where a printer says nothing, the test waits for just that. */
export const impatient = { timings: { answerMs: 400, settleMs: 400 } };

/** Waits for a condition as long as a busy machine may need. */
export function until(condition: () => boolean | Promise<boolean>): Promise<unknown> {
  return vi.waitUntil(condition, { timeout: 15_000, interval: 5 });
}

const noDocuments: PrintDocuments = {
  keep: () => Promise.reject(new Error("No documents here")),
  read: () => Promise.resolve(undefined),
  remove: () => Promise.resolve(),
};

export function connector(parts: Partial<PrinterParts> = {}): PrinterConnector {
  return createPrinterConnector({
    clock: systemClock,
    documents: noDocuments,
    desk: { open: undefined },
    ...parts,
    timings: { ...quick, ...parts.timings },
  });
}

export function printerAt(way: Printer["way"], language: PrinterLanguage): Printer {
  return { id: "p", revision: 1, name: "P", language, dpi: 300, headDots: 720, way, stockId: null, model: "" };
}

export function onPort(port: number, language: PrinterLanguage): Printer {
  return printerAt({ type: "network", host: "127.0.0.1", port }, language);
}

/** One piece for each label. */
export async function* piecesOf(labels: readonly Uint8Array[]): AsyncGenerator<LabelPiece> {
  for (const [index, bytes] of labels.entries()) {
    await delay(0);
    yield { bytes, labels: index + 1 };
  }
}

export interface WatchedPrint {
  readonly outcome: Promise<PrintOutcome>;
  /** What the watch was told, in order. */
  readonly told: readonly string[];
  readonly stopper: AbortController;
  isWaitingFor(condition: PrinterCondition): boolean;
}

/** Prints the labels and takes down what the watch is told. */
export function printOn(printers: PrinterConnector, printer: Printer, labels: readonly Uint8Array[]): WatchedPrint {
  const told: string[] = [];
  const stopper = new AbortController();
  const outcome = printers.connect(printer).print(
    { jobId: "0192-job", pieces: piecesOf(labels), labels: labels.length, title: "Labels" },
    {
      sending: () => void told.push("sending"),
      printed: (count) => void told.push(`printed ${String(count)}`),
      waiting: (condition) => void told.push(`waiting ${condition}`),
    },
    stopper.signal,
  );
  return { outcome, told, stopper, isWaitingFor: (condition) => told.at(-1) === `waiting ${condition}` };
}
