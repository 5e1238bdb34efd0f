import type { Sheet, Stock } from "../../contract/shapes/label";
import { builtInStock, evenMargins, roundLength, toMillimetres } from "./built-in-stock";

const a4 = { pageWidth: 210, pageHeight: 297 };
const letter = { pageWidth: toMillimetres(8.5), pageHeight: toMillimetres(11) };
/** Sheets shift in the printer by so much; nothing is printed nearer to a label's edge. */
const tolerance = 1.5;
const point = 25.4 / 72;

interface SheetRow {
  readonly code: string;
  readonly maker: "Avery" | "Zweckform";
  readonly page: Pick<Sheet, "pageWidth" | "pageHeight">;
  readonly label: readonly [width: number, height: number];
  readonly grid: readonly [columns: number, rows: number];
  readonly origin: readonly [x: number, y: number];
  readonly pitch: readonly [x: number, y: number];
  readonly cornerRadius?: number;
}

/** Sources: gLabels' template files and the makers' word-processor templates (those in points). */
const rows: readonly SheetRow[] = [
  avery("L4736", a4, [45.7, 21.2], [4, 12], [9.75, 21.3], [48.27, 21.2]),
  avery("L6009", a4, [45.7, 21.2], [4, 12], [9.75, 21.3], [48.27, 21.2]),
  avery("L4778", a4, [45.7, 21.2], [4, 12], [9.75, 21.3], [48.27, 21.2]),
  avery("L7651", a4, [38.1, 21.2], [5, 13], [4.65, 10.7], [40.6, 21.2]),
  avery("L7160", a4, [63.5, 38.1], [3, 7], [7.25, 15.15], [66, 38.1]),
  inPoints("L7162", a4, [280.8, 96], [2, 8], [13.25, 37], [288, 96]),
  inPoints("L7163", a4, [280.8, 108], [2, 7], [13.25, 43.05], [288, 108]),
  avery("5160", letter, [66.675, 25.4], [3, 10], [3.969, 12.7], [70.644, 25.4]),
  avery("8160", letter, [66.675, 25.4], [3, 10], [3.969, 12.7], [70.644, 25.4]),
  inPoints("5267", letter, [126, 36], [4, 20], [21.6, 36.1], [147.6, 36]),
  inPoints("5520", letter, [189.35, 72], [3, 10], [13.55, 36.1], [198, 72]),
  zweckform("3490", [70, 36], [3, 8], [0, 4.43]),
  zweckform("3651", [52.5, 29.7], [4, 10], [0, 0]),
  zweckform("3652", [70, 42.3], [3, 7], [0, 0.45]),
  zweckform("3664", [70, 33.8], [3, 8], [0, 13.3]),
  { ...zweckform("3666", [38, 21.2], [5, 13], [4.65, 10.7]), pitch: [40.65, 21.2] },
  zweckform("3667", [48.5, 16.9], [4, 16], [8, 13.3]),
];

export const sheetStocks: readonly Stock[] = rows.map((row) => {
  const [width, height] = row.label;
  const sheet: Sheet = {
    ...row.page,
    columns: row.grid[0],
    rows: row.grid[1],
    originX: row.origin[0],
    originY: row.origin[1],
    pitchX: row.pitch[0],
    pitchY: row.pitch[1],
  };
  return builtInStock(`${row.maker}-${row.code}`.toLowerCase(), row.code, {
    name: `${row.maker} ${row.code}, ${width} × ${height} mm, ${sheet.columns * sheet.rows} a sheet`,
    family: "sheet",
    form: "sheet",
    width,
    height,
    margins: evenMargins(tolerance),
    cornerRadius: row.cornerRadius ?? 0,
    sheet,
  });
});

function avery(
  code: string,
  page: SheetRow["page"],
  label: SheetRow["label"],
  grid: SheetRow["grid"],
  origin: SheetRow["origin"],
  pitch: SheetRow["pitch"],
): SheetRow {
  return { code, maker: "Avery", page, label, grid, origin, pitch, cornerRadius: 1.5 };
}

function inPoints(...[code, page, label, grid, origin, pitch]: Parameters<typeof avery>): SheetRow {
  const toLengths = ([x, y]: readonly [number, number]) => [roundLength(x * point), roundLength(y * point)] as const;
  return avery(code, page, toLengths(label), grid, toLengths(origin), toLengths(pitch));
}

/** Zweckform's copier labels touch each other: the pitch is the label. */
function zweckform(
  code: string,
  label: SheetRow["label"],
  grid: SheetRow["grid"],
  origin: SheetRow["origin"],
): SheetRow {
  return { code, maker: "Zweckform", page: a4, label, grid, origin, pitch: label };
}
