import type { FoundPrinter, Printer } from "../contract/shapes/printer";
import type { Clock } from "../ports/host";
import type { DocumentDesk, PrintDocuments, PrinterConnector, PrinterDoor } from "../ports/printer";
import { createBrotherTalk } from "./brother";
import { createCups } from "./cups";
import { discoverPrinters } from "./discovery";
import { createDocumentDoor } from "./documents";
import { createNetworkDoor } from "./door";
import type { DoorParts, NetworkTalk } from "./door";
import { createIppDoor } from "./ipp";
import { createPlainTalk } from "./plain";
import { createQueueDoor } from "./queue";
import type { Spooler } from "./spooler";
import { defaultTimings } from "./timings";
import type { PrinterTimings } from "./timings";
import { createWindowsSpooler } from "./windows-spooler";
import { createZebraTalk } from "./zebra";

export interface PrinterParts {
  readonly clock: Clock;
  readonly documents: PrintDocuments;
  readonly desk: DocumentDesk;
  readonly timings?: Partial<PrinterTimings>;
  /** UDP port at which Brother printers are asked; 161 when left out. */
  readonly snmpPort?: number;
  /** The printing system of this computer; chosen by its operating system when left out. */
  readonly spooler?: Spooler;
}

/** Puts the door to a printer together, by its way and its language. */
export function createPrinterConnector(parts: PrinterParts): PrinterConnector {
  const { clock } = parts;
  const timings: PrinterTimings = { ...defaultTimings, ...parts.timings };
  const doorParts: DoorParts = { clock, timings };
  const spooler = parts.spooler ?? systemSpooler(doorParts);

  function talkFor(printer: Printer, host: string): NetworkTalk {
    switch (printer.language) {
      case "zpl":
        return createZebraTalk(doorParts);
      case "brother-ql":
      case "brother-pt":
        return createBrotherTalk({ ...doorParts, host, snmpPort: parts.snmpPort ?? 161 });
      case "pdf":
      case "png":
        return createPlainTalk();
    }
  }

  function connect(printer: Printer): PrinterDoor {
    const { way } = printer;
    switch (way.type) {
      case "network":
        return createNetworkDoor({ ...printer, way }, doorParts, talkFor(printer, way.host));
      case "ipp":
        return createIppDoor({ ...printer, way }, doorParts);
      case "queue":
        return createQueueDoor({ ...printer, way }, doorParts, spooler);
      case "file":
      case "system-dialog":
        return createDocumentDoor(printer, { clock, documents: parts.documents, desk: parts.desk });
    }
  }

  return {
    connect,
    async find() {
      const none = (): [] => [];
      const [announced, queues] = await Promise.all([
        discoverPrinters(clock, timings.findMs).catch(none),
        spooler.list().catch(none),
      ]);
      return [...announced, ...queues.map(describeQueue)];
    },
  };
}

function systemSpooler({ clock, timings }: DoorParts): Spooler {
  const { answerMs } = timings;
  return process.platform === "win32" ? createWindowsSpooler({ clock, answerMs }) : createCups({ clock, answerMs });
}

function describeQueue({ name, detail }: { readonly name: string; readonly detail: string }): FoundPrinter {
  return { name, way: { type: "queue", name }, language: null, dpi: null, detail };
}
