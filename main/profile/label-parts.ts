import { join } from "node:path";
import { createPrintDocuments } from "../adapters/print-documents";
import type { ConsoleParts } from "../compose";
import { labelLibrary } from "../labels/library";

/** What prints labels. */
export function labelParts(
  directory: string,
): Pick<ConsoleParts, "press" | "labelLibrary" | "printers" | "printDocuments"> {
  return {
    printDocuments: createPrintDocuments(join(directory, "prints")),
    press: {
      draw: () => {
        throw new Error("No press");
      },
      check: () => [],
      run: () => {
        throw new Error("No press");
      },
    },
    labelLibrary,
    printers: {
      connect: () => {
        throw new Error("No printers");
      },
      find: () => Promise.resolve([]),
    },
  };
}
