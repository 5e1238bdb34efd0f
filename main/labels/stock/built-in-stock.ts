import type { Stock, StockContent } from "../../contract/shapes/label";

export const millimetresPerInch = 25.4;

/** Stock of the table: its id tells the maker's number, so that a label printed years ago still names it. */
export function builtInStock(
  id: string,
  code: string,
  content: StockContent,
  dotsAcross: Readonly<Record<string, number>> = {},
): Stock {
  return { ...content, id: `built-in:${id}`, revision: 1, isBuiltIn: true, code, dotsAcross };
}

/** Rounded to the micrometre, so that sums of inches stay readable. */
export function toMillimetres(inches: number): number {
  return roundLength(inches * millimetresPerInch);
}

export function roundLength(millimetres: number): number {
  return Math.round(millimetres * 1_000) / 1_000;
}

/** The same margin at all four edges. */
export function evenMargins(margin: number): StockContent["margins"] {
  return { top: margin, right: margin, bottom: margin, left: margin };
}
