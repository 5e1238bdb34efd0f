import type { Sheet, StockContent } from "../../../main/contract/shapes/label";
import type { ListedStock } from "../print-dialog/use-print-form";

/** A sheet of A4 with three columns of eight, to begin with. */
export const emptySheet: Sheet = {
  pageWidth: 210,
  pageHeight: 297,
  columns: 3,
  rows: 8,
  originX: 0,
  originY: 13.3,
  pitchX: 70,
  pitchY: 33.8,
};

const emptyStock: StockContent = {
  name: "",
  family: "other",
  form: "die-cut",
  width: 62,
  height: 29,
  margins: { top: 1.5, right: 1.5, bottom: 1.5, left: 1.5 },
  cornerRadius: 0,
  sheet: null,
};

export function stockContentOf(stock: ListedStock | null): StockContent {
  if (stock === null) return emptyStock;
  const { name, family, form, width, height, margins, cornerRadius, sheet } = stock;
  return { name, family, form, width, height, margins, cornerRadius, sheet };
}
