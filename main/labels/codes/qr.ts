import { encode } from "uqr";
import type { CodeProblem, CodeSymbol } from "./symbol";
import { toRuns } from "./symbol";

/** ISO/IEC 18004: four modules of white on all sides. */
const quiet = { x: 4, y: 4 };

type Mode = "N" | "A" | "B";
type Level = "M" | "Q" | "H";

/** Characters that the smallest versions hold, the best level of each first [ISO/IEC 18004, table 7]. */
const capacities: readonly (readonly [version: number, level: Level, held: Readonly<Record<Mode, number>>])[] = [
  [1, "H", { N: 17, A: 10, B: 7 }],
  [1, "Q", { N: 27, A: 16, B: 11 }],
  [1, "M", { N: 34, A: 20, B: 14 }],
  [2, "H", { N: 34, A: 20, B: 14 }],
  [2, "Q", { N: 48, A: 29, B: 20 }],
  [2, "M", { N: 63, A: 38, B: 26 }],
];

/** The smallest QR code with error correction of at least level M; short contents get the best level that the same size holds. */
export function encodeQr(content: string): CodeSymbol | CodeProblem {
  const mode = modeOf(content);
  const length = mode === "B" ? Buffer.byteLength(content) : content.length;
  const [minVersion, level] = capacities.find(([, , held]) => length <= held[mode]) ?? [1, "M" as const];
  try {
    const { size, data } = encode(content, { ecc: level, border: 0, minVersion });
    return {
      symbology: "qr",
      columns: size,
      rows: size,
      quiet,
      dark: toRuns(size, size, (column, row) => data[row]?.[column] === true),
      recipe: { type: "qr", level, mode },
    };
  } catch {
    return { problem: "The content is longer than a QR code can hold." };
  }
}

function modeOf(content: string): Mode {
  if (/^\d+$/.test(content)) return "N";
  return /^[0-9A-Z $%*+\-./:]*$/.test(content) ? "A" : "B";
}
