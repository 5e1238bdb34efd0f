import { join } from "node:path";
import { createPrintDocuments } from "../adapters/print-documents";
import type { ConsoleParts } from "../compose";
import { createRackDraughtsman } from "../drawings/draughtsman";
import { labelLibrary } from "../labels/library";
import { createLabelPress } from "../labels/press";
import type { Clock } from "../ports/host";
import type { DocumentDesk } from "../ports/printer";
import { createPrinterConnector } from "../printers/connector";
import type { PrinterParts } from "../printers/connector";

type LabelParts = Pick<ConsoleParts, "press" | "labelLibrary" | "draughtsman" | "printers" | "printDocuments">;

interface Place {
  /** Folder of the profile. */
  readonly directory: string;
  /** Real time, whatever the profile's clock says: printers know no other. */
  readonly clock: Clock;
  readonly desk: DocumentDesk;
  readonly timings?: PrinterParts["timings"];
}

/** What draws racks, lays labels out and prints them. Documents are kept in the profile. */
export function createLabelParts({ directory, clock, desk, timings }: Place): LabelParts {
  const documents = createPrintDocuments(join(directory, "prints"));
  return {
    press: createLabelPress(),
    labelLibrary,
    draughtsman: createRackDraughtsman(),
    printers: createPrinterConnector({ clock, documents, desk, ...(timings && { timings }) }),
    printDocuments: documents,
  };
}
