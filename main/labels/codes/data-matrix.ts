import { addErrorCorrection } from "./data-matrix-correction";
import { encodeData } from "./data-matrix-data";
import { placeModules } from "./data-matrix-placement";
import { dataMatrixSizes } from "./data-matrix-sizes";
import { toRuns } from "./symbol";
import type { CodeProblem, CodeSymbol } from "./symbol";

/** ISO/IEC 16022: one module of white on all sides. */
const quiet = { x: 1, y: 1 };

/** The smallest square Data Matrix (ECC 200). Content beyond ASCII is marked as UTF-8. */
export function encodeDataMatrix(content: string): CodeSymbol | CodeProblem {
  for (const size of dataMatrixSizes) {
    const data = encodeData(content, size.data);
    if (data === undefined) continue;
    const isDark = placeModules(addErrorCorrection(data, size), size);
    return {
      symbology: "data-matrix",
      columns: size.side,
      rows: size.side,
      quiet,
      dark: toRuns(size.side, size.side, isDark),
      recipe: { type: "data-matrix" },
    };
  }
  return { problem: "The content is longer than a Data Matrix can hold." };
}
