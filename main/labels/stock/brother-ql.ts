import type { Stock } from "../../contract/shapes/label";
import { builtInStock, millimetresPerInch, roundLength } from "./built-in-stock";

const dpi = 300;
/** The printer feeds so much white before and after a label on continuous stock. */
export const continuousFeedDots = 35;

/**
 * One medium of the QL printers at 300 dpi. `across` and `along` are the printable dots, along 0 for continuous; `offset` counts
 * the pins from the first one to the printable area; `length` is what the printer reports, 0 for continuous.
 * [source: pklaus/brother_ql labels.py, after Brother's raster command reference]
 */
export interface QlMedium {
  readonly code: string;
  readonly name: string;
  readonly form: "continuous" | "die-cut" | "round";
  readonly width: number;
  readonly length: number;
  readonly across: number;
  readonly along: number;
  readonly offset: number;
}

type Row = readonly [code: string, width: number, length: number, across: number, along: number, offset: number];

const continuous: readonly (readonly [...Row, name?: string])[] = [
  ["DK-22214", 12, 0, 106, 0, 29],
  ["DK-22210", 29, 0, 306, 0, 6],
  ["DK-22225", 38, 0, 413, 0, 12],
  ["DK-22223", 50, 0, 554, 0, 12],
  ["DK-N55224", 54, 0, 590, 0, 0],
  ["DK-22205", 62, 0, 696, 0, 12],
  ["DK-22251", 62, 0, 696, 0, 12, "62 mm continuous, black and red"],
  ["DK-22243", 102, 0, 1164, 0, 12],
];
const dieCut: readonly Row[] = [
  ["DK-11204", 17, 54, 165, 566, 0],
  ["DK-11203", 17, 87, 165, 956, 0],
  ["DK-11221", 23, 23, 202, 202, 42],
  ["DK-11215", 29, 42, 306, 425, 6],
  ["DK-11201", 29, 90, 306, 991, 6],
  ["DK-11208", 38, 90, 413, 991, 12],
  ["DK-11220", 39, 48, 425, 495, 6],
  ["DK-11226", 52, 29, 578, 271, 0],
  ["DK-11209", 62, 29, 696, 271, 12],
  ["DK-11202", 62, 100, 696, 1109, 12],
  ["DK-11240", 102, 51, 1164, 526, 12],
  ["DK-11241", 102, 152, 1164, 1660, 12],
];
const round: readonly Row[] = [
  ["DK-11219", 12, 12, 94, 94, 113],
  ["DK-11218", 24, 24, 236, 236, 42],
  ["DK-11207", 58, 58, 618, 618, 51],
];

export const qlMedia: readonly QlMedium[] = [
  ...continuous.map(([code, width, length, across, along, offset, name]) => ({
    code,
    name: name ?? `${width} mm continuous`,
    form: "continuous" as const,
    width,
    length,
    across,
    along,
    offset,
  })),
  ...dieCut.map((row) => ({ ...mediumOf(row), name: `${row[1]} × ${row[2]} mm`, form: "die-cut" as const })),
  ...round.map((row) => ({ ...mediumOf(row), name: `${row[1]} mm round`, form: "round" as const })),
];

export const brotherQlStocks: readonly Stock[] = qlMedia.map((medium) => {
  const side = roundLength((medium.width - toLength(medium.across)) / 2);
  const isContinuous = medium.form === "continuous";
  const end = isContinuous ? toLength(continuousFeedDots) : roundLength((medium.length - toLength(medium.along)) / 2);
  return builtInStock(
    medium.code,
    medium.code,
    {
      name: `Brother ${medium.code}, ${medium.name}`,
      family: "brother-ql",
      form: medium.form,
      width: medium.width,
      height: isContinuous ? null : medium.length,
      margins: { top: end, right: side, bottom: end, left: side },
      cornerRadius: medium.form === "die-cut" ? 1.5 : 0,
      sheet: null,
    },
    { [dpi]: medium.across },
  );
});

function mediumOf([code, width, length, across, along, offset]: Row) {
  return { code, width, length, across, along, offset };
}

function toLength(dots: number): number {
  return roundLength((dots * millimetresPerInch) / dpi);
}
