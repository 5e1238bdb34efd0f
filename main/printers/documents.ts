import type { Printer } from "../contract/shapes/printer";
import type { Clock } from "../ports/host";
import type { LabelPiece } from "../ports/label";
import type { DocumentDesk, PrintDocuments, PrinterDoor } from "../ports/printer";
import { cancelled, failed, finding, unsure } from "./conditions";

interface DocumentParts {
  readonly clock: Clock;
  readonly documents: PrintDocuments;
  readonly desk: DocumentDesk;
}

const extensions = { pdf: "pdf", png: "png", zpl: "zpl", "brother-ql": "prn", "brother-pt": "prn" } as const;
const isReady = "The file is ready to be saved and printed. See how many labels come out, and say so";
const isOpen =
  "The document is open in the system's own program. Print it at 100 %, without fitting it to the page, and say how many labels came out";

/** Makes a document, which is kept; the way `system-dialog` opens it as well. What becomes of it only a person knows. */
export function createDocumentDoor(printer: Printer, { clock, documents, desk }: DocumentParts): PrinterDoor {
  return {
    status: () => Promise.resolve({ ...finding("unknown"), takenAt: clock.now() }),
    async print(run, watch, signal) {
      if (printer.way.type === "system-dialog" && desk.open === undefined)
        return failed(finding("error", "Documents cannot be opened here. Choose a printer that makes a file instead"));
      watch.sending();
      try {
        await documents.keep(run.jobId, bytesOf(run.pieces, signal));
      } catch (error) {
        if (signal.aborted) return cancelled(0);
        return failed(finding("error", `The file could not be written: ${wordsOf(error)}`));
      }
      if (printer.way.type !== "system-dialog" || desk.open === undefined) return unsure(0, isReady);
      const whole = await documents.read(run.jobId, 0, Number.MAX_SAFE_INTEGER);
      try {
        await desk.open(
          `labels-${run.jobId.slice(-8)}.${extensions[printer.language]}`,
          whole?.bytes ?? new Uint8Array(),
        );
      } catch (error) {
        return failed(finding("error", `The document could not be opened: ${wordsOf(error)}`));
      }
      return unsure(0, isOpen);
    },
  };
}

async function* bytesOf(pieces: AsyncIterable<LabelPiece>, signal: AbortSignal): AsyncGenerator<Uint8Array> {
  for await (const { bytes } of pieces) {
    signal.throwIfAborted();
    yield bytes;
  }
  signal.throwIfAborted();
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : "unknown error";
}
