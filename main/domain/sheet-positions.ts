import type { Sheet } from "../contract/shapes/label";

/** Labels on a sheet. */
export function labelsPerSheet({ columns, rows }: Pick<Sheet, "columns" | "rows">): number {
  return columns * rows;
}

/** The first free label on the sheet that the last job left behind, counted from 0 along the rows. */
export function nextPosition(
  sheet: Pick<Sheet, "columns" | "rows">,
  last: { readonly startPosition: number; readonly printed: number },
): number {
  return (last.startPosition + last.printed) % labelsPerSheet(sheet);
}

/** Sheets that so many labels take. */
export function sheetsFor(sheet: Pick<Sheet, "columns" | "rows">, startPosition: number, labels: number): number {
  return Math.ceil((startPosition + labels) / labelsPerSheet(sheet));
}
