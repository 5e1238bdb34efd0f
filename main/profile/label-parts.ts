import type { ConsoleParts } from "../compose";
import { labelLibrary } from "../labels/library";

/** What prints labels. */
export function labelParts(): Pick<ConsoleParts, "press" | "labelLibrary" | "printers"> {
  return {
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
