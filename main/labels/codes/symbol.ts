import type { Symbology } from "../../contract/shapes/label";

/** A run of dark modules in one row. */
export type Run = readonly [column: number, row: number, length: number];

/** An encoded symbol, in modules. A linear one has one row, which is stretched over the height. */
export interface CodeSymbol {
  readonly symbology: Symbology;
  readonly columns: number;
  readonly rows: number;
  /** White that the standard asks for at each side, and above and below. */
  readonly quiet: { readonly x: number; readonly y: number };
  readonly dark: readonly Run[];
  /** What a printer that encodes by itself has to be told to come to the same symbol. */
  readonly recipe:
    | { readonly type: "qr"; readonly level: "M" | "Q" | "H"; readonly mode: "N" | "A" | "B" }
    | { readonly type: "code128"; readonly codewords: readonly number[] }
    | { readonly type: "data-matrix" };
}

/** Why a content cannot be encoded, in words. */
export interface CodeProblem {
  readonly problem: string;
}

/** The runs of dark modules of a matrix, row by row. */
export function toRuns(columns: number, rows: number, isDark: (column: number, row: number) => boolean): Run[] {
  const runs: Run[] = [];
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      if (!isDark(column, row)) continue;
      const start = column;
      while (column + 1 < columns && isDark(column + 1, row)) column += 1;
      runs.push([start, row, column - start + 1]);
    }
  }
  return runs;
}
