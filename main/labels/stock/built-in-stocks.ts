import type { Stock, StockFamily } from "../../contract/shapes/label";
import { brotherPtStocks } from "./brother-pt";
import { brotherQlStocks } from "./brother-ql";
import { dymoStocks, zebraStocks } from "./rolls";
import { sheetStocks } from "./sheets";

/** The makers' stock that the program knows. */
export const builtInStocks: readonly Stock[] = [
  ...brotherQlStocks,
  ...brotherPtStocks,
  ...zebraStocks,
  ...dymoStocks,
  ...sheetStocks,
];

/**
 * The stock that a printer reports by width and length in millimetres, length 0 for continuous. Printers round: 3.5 mm tape is reported
 * as 4, so the nearest within a millimetre counts, and of equal ones the first of the list.
 */
export function findStockByMedia(
  family: StockFamily,
  media: { readonly width: number; readonly length: number },
  stocks: readonly Stock[] = builtInStocks,
): Stock | undefined {
  const distances = stocks
    .filter((stock) => stock.family === family && (stock.height === null) === (media.length === 0))
    .map((stock) => ({
      stock,
      distance: Math.max(Math.abs(stock.width - media.width), Math.abs((stock.height ?? 0) - media.length)),
    }));
  const nearest = distances.reduce<(typeof distances)[number] | undefined>(
    (best, next) => (best === undefined || next.distance < best.distance ? next : best),
    undefined,
  );
  return nearest !== undefined && nearest.distance <= 1 ? nearest.stock : undefined;
}
