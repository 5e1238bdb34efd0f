import { encode } from "uqr";
import type { CodeProblem, CodeSymbol } from "./symbol";
import { toRuns } from "./symbol";

/** ISO/IEC 18004: four modules of white on all sides. */
const quiet = { x: 4, y: 4 };

/** The smallest QR code with error correction of at least level M; more where the same size holds it. */
export function encodeQr(content: string): CodeSymbol | CodeProblem {
  try {
    const { version, size, data } = encode(content, { ecc: "M", border: 0 });
    const level = bestLevel(content, version);
    const chosen = level === "M" ? data : encode(content, { ecc: level, border: 0, maxVersion: version }).data;
    return {
      symbology: "qr",
      columns: size,
      rows: size,
      quiet,
      dark: toRuns(size, size, (column, row) => chosen[row]?.[column] === true),
      recipe: { type: "qr", level, mode: modeOf(content) },
    };
  } catch {
    return { problem: "The content is longer than a QR code can hold." };
  }
}

function modeOf(content: string): "N" | "A" | "B" {
  if (/^\d+$/.test(content)) return "N";
  return /^[0-9A-Z $%*+\-./:]*$/.test(content) ? "A" : "B";
}

/** Characters that version 1 and 2 hold at level Q and H [ISO/IEC 18004, table 7]; larger symbols stay at M. */
const capacities: readonly (readonly [
  version: number,
  level: "Q" | "H",
  numeric: number,
  letters: number,
  bytes: number,
])[] = [
  [1, "H", 17, 10, 7],
  [1, "Q", 27, 16, 11],
  [2, "H", 34, 20, 14],
  [2, "Q", 48, 29, 20],
];

function bestLevel(content: string, version: number): "M" | "Q" | "H" {
  const mode = modeOf(content);
  const length = mode === "B" ? Buffer.byteLength(content) : content.length;
  const fitting = capacities.find(([of, , numeric, letters, bytes]) => {
    const capacity = mode === "N" ? numeric : mode === "A" ? letters : bytes;
    return of === version && length <= capacity;
  });
  return fitting?.[1] ?? "M";
}
