import type { Stock } from "../../contract/shapes/label";
import { builtInStock, millimetresPerInch, roundLength } from "./built-in-stock";

/** The shortest margin that the cutter leaves at each end of a label [Brother's raster references, "Feed amount"]. */
const endMargin = 2;

/**
 * Tapes and tubes of the P-touch printers: pins that print at 180 dpi (PT-E550W, P750W, P710BT; 128 in all) and at 360 dpi
 * (PT-P900 series; 560 in all). 0 where the printers do not take it. [source: nbuchwitz/ptouch, after Brother's raster references]
 */
const tapes: readonly (readonly [code: string, width: number, pins180: number, pins360: number])[] = [
  ["TZe-N201", 3.5, 24, 48],
  ["TZe-211", 6, 32, 64],
  ["TZe-221", 9, 50, 106],
  ["TZe-231", 12, 70, 150],
  ["TZe-241", 18, 112, 234],
  ["TZe-251", 24, 128, 320],
  ["TZe-261", 36, 0, 454],
];
const tubes: typeof tapes = [
  ["HSe-211", 5.8, 28, 56],
  ["HSe-221", 8.8, 48, 96],
  ["HSe-231", 11.7, 66, 132],
  ["HSe-241", 17.7, 106, 212],
  ["HSe-251", 23.6, 128, 256],
  ["HSe-211E", 5.2, 20, 40],
  ["HSe-221E", 9, 44, 88],
  ["HSe-231E", 11.2, 50, 100],
  ["HSe-241E", 21, 120, 240],
  ["HSe-261E", 31, 0, 360],
];

export const brotherPtStocks: readonly Stock[] = [
  ...tapes.map((row) => stockOf(row, "laminated tape")),
  ...tubes.map((row) => stockOf(row, "heat-shrink tube")),
];

function stockOf([code, width, pins180, pins360]: (typeof tapes)[number], what: string): Stock {
  const printable = pins180 === 0 ? pins360 / 360 : pins180 / 180;
  const side = roundLength((width - printable * millimetresPerInch) / 2);
  return builtInStock(
    code,
    code,
    {
      name: `Brother ${code}, ${width} mm ${what}`,
      family: "brother-pt",
      form: "continuous",
      width,
      height: null,
      margins: { top: endMargin, right: side, bottom: endMargin, left: side },
      cornerRadius: 0,
      sheet: null,
    },
    { ...(pins180 === 0 ? {} : { 180: pins180 }), 360: pins360 },
  );
}
