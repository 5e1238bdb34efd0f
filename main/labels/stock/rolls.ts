import type { Stock, StockContent } from "../../contract/shapes/label";
import { builtInStock, evenMargins, roundLength, toMillimetres } from "./built-in-stock";

/** Sizes that Zebra and its kin sell most, in inches; the maker's number where one stands for the size. */
const zebraInches: readonly (readonly [width: number, height: number, code: string])[] = [
  [1, 1, ""],
  [1.25, 1, ""],
  [1.5, 1, ""],
  [1.5, 0.5, ""],
  [2, 1, ""],
  [2.25, 0.5, ""],
  [2.25, 0.75, ""],
  [2.25, 1.25, ""],
  [2, 2, ""],
  [3, 1, "Z-Ultimate 18939"],
  [3, 2, ""],
  [3, 3, ""],
  [4, 1, ""],
  [4, 2, ""],
  [4, 3, ""],
  [4, 6, ""],
];
/** The same in millimetres, as they are sold in Europe. */
const zebraMillimetres: readonly (readonly [width: number, height: number])[] = [
  [50, 25],
  [51, 32],
  [57, 32],
  [70, 32],
  [76, 51],
  [100, 50],
  [100, 70],
  [100, 150],
];
const zebraContinuous: readonly number[] = [25.4, 50.8, 101.6];

/** What the maker's drivers leave free: the leading edge hardly, the trailing one by what lies between head and cutter. */
const dymoMargins: StockContent["margins"] = { top: 1.5, right: 1.5, bottom: 6, left: 1.5 };
const dymo: readonly (readonly [code: string, width: number, height: number, what: string])[] = [
  ["99010", 28, 89, "address label, also 30252"],
  ["99012", 36, 89, "large address label"],
  ["99014", 54, 101, "shipping label"],
  ["99015", 54, 70, "disk label"],
  ["99017", 12, 50, "suspension file label"],
  ["11352", 25, 54, "return address label"],
  ["11354", 32, 57, "multi-purpose label"],
  ["11355", 19, 51, "multi-purpose label"],
  ["1933081", 25, 89, "durable label"],
  ["2112283", 25, 54, "durable label"],
];

export const zebraStocks: readonly Stock[] = [
  ...zebraInches.map(([width, height, code]) =>
    roll("zebra", `zebra-${width}x${height}in`, code, `${width} × ${height} in`, {
      width: toMillimetres(width),
      height: toMillimetres(height),
      margins: evenMargins(1),
    }),
  ),
  ...zebraMillimetres.map(([width, height]) =>
    roll("zebra", `zebra-${width}x${height}mm`, "", `${width} × ${height} mm`, {
      width,
      height,
      margins: evenMargins(1),
    }),
  ),
  ...zebraContinuous.map((width) =>
    roll("zebra", `zebra-${width}mm`, "", `${width} mm continuous`, { width, height: null, margins: evenMargins(1) }),
  ),
];

export const dymoStocks: readonly Stock[] = dymo.map(([code, width, height, what]) =>
  roll("dymo", `dymo-${code}`, code, `${code}, ${width} × ${height} mm ${what}`, {
    width,
    height,
    margins: dymoMargins,
  }),
);

function roll(
  family: "zebra" | "dymo",
  id: string,
  code: string,
  size: string,
  measures: Pick<StockContent, "width" | "height" | "margins">,
): Stock {
  const maker = family === "zebra" ? "Zebra" : "Dymo";
  const isContinuous = measures.height === null;
  return builtInStock(id, code, {
    name: `${maker} ${code === "" || family === "dymo" ? size : `${code}, ${size}`}`,
    family,
    form: isContinuous ? "continuous" : "die-cut",
    ...measures,
    width: roundLength(measures.width),
    cornerRadius: isContinuous ? 0 : 1.5,
    sheet: null,
  });
}
