import type { FoundPrinter, Printer, PrinterCondition, PrinterStatus } from "../contract/shapes/printer";
import type { LabelPiece } from "./label";

/** How a run of labels ended, as far as the printer tells. */
export interface PrintOutcome {
  /** `unsure`: data went out and nothing says what became of it. `failed`: what is not counted in `printed` did not come out. */
  readonly state: "printed" | "failed" | "unsure" | "cancelled";
  /** Labels that the printer said came out. */
  readonly printed: number;
  readonly condition: PrinterCondition;
  /** What happened and what can be done; empty when all came out. */
  readonly message: string;
}

export interface PrintWatch {
  /** Data is on its way. */
  sending(): void;
  /** So many labels have come out. */
  printed(labels: number): void;
  /** The printer waits for a person, for example for media; it goes on by itself afterwards. */
  waiting(condition: PrinterCondition, message: string): void;
}

/** One printer behind its way of being reached. */
export interface PrinterDoor {
  /** Never rejects: what keeps the printer from answering is a condition. */
  status(): Promise<PrinterStatus>;
  /** Prints and waits until the printer has told the end, or cannot. Never rejects for what printers do. */
  print(
    run: {
      /** Id of the job: a document is kept under it. */
      readonly jobId: string;
      readonly pieces: AsyncIterable<LabelPiece>;
      readonly labels: number;
      readonly title: string;
    },
    watch: PrintWatch,
    signal: AbortSignal,
  ): Promise<PrintOutcome>;
}

export interface PrinterConnector {
  connect(printer: Printer): PrinterDoor;
  /** Printers on the network and in the system; answers what it found within its time. */
  find(): Promise<readonly FoundPrinter[]>;
}

/** What the surrounding program does with a finished document of the ways `file` and `system-dialog`. */
export interface DocumentDesk {
  /** Opens a document in the system's own program; undefined where there is none. */
  readonly open: ((name: string, bytes: Uint8Array) => Promise<void>) | undefined;
}

/** Documents of the ways `file` and `system-dialog`, kept in the profile under the id of their job. */
export interface PrintDocuments {
  /** Makes the document, replacing one that is there. It is whole or not there at all: what `bytes` throws is thrown, and nothing is kept. */
  keep(jobId: string, bytes: AsyncIterable<Uint8Array>): Promise<void>;
  /** At most `length` bytes from `offset`, and the size of the whole; undefined where there is no document. */
  read(
    jobId: string,
    offset: number,
    length: number,
  ): Promise<{ readonly bytes: Uint8Array; readonly size: number } | undefined>;
  remove(jobId: string): Promise<void>;
}
