import type { Stock, TemplateContent } from "../../contract/shapes/label";
import type { LabelDevice } from "../../ports/label";
import { placeTemplate } from "./placement";
import type { Area, Placement } from "./placement";

/** The label in whole dots of the device, as it is read. */
export interface LabelGrid {
  /** Dots in a millimetre. */
  readonly scale: number;
  readonly isTurned: boolean;
  readonly width: number;
  readonly height: number;
  /** What the printer can reach. */
  readonly area: Area;
  /** The template's upper left corner. */
  readonly x: number;
  readonly y: number;
  readonly placement: Placement;
}

const millimetresPerInch = 25.4;
/** Zebra's heads have whole dots in a millimetre and are named by about as many inches: 300 dpi is 12 dots, which is 304.8 [Zebra data sheets]. */
const zebraScales: Readonly<Record<number, number>> = { 150: 6, 152: 6, 203: 8, 300: 12, 305: 12, 600: 24 };

/** Puts a template on the dots of a device. How many dots print across is what the maker's table says, where it does. */
export function createLabelGrid(template: TemplateContent, stock: Stock, device: LabelDevice): LabelGrid {
  const scale = dotsInMillimetre(device);
  const placement = placeTemplate(template, stock);
  const toDots = (millimetres: number): number => Math.round(millimetres * scale);
  const size = { width: toDots(placement.width), height: toDots(placement.height) };
  const { area } = placement;
  const plain: Area = {
    x: toDots(area.x),
    y: toDots(area.y),
    width: Math.round(area.width * scale),
    height: Math.round(area.height * scale),
  };
  const known = stock.dotsAcross[String(device.dpi)];
  return {
    scale,
    isTurned: placement.isTurned,
    ...size,
    area: known === undefined ? plain : withKnownDots(plain, size, known, placement.isTurned),
    x: toDots(placement.x),
    y: toDots(placement.y),
    placement,
  };
}

/** Dots in a millimetre of the device. */
export function dotsInMillimetre({ language, dpi }: Pick<LabelDevice, "language" | "dpi">): number {
  return (language === "zpl" ? zebraScales[dpi] : undefined) ?? dpi / millimetresPerInch;
}

/** Dots that print across, whichever way the label is read. */
export function dotsAcross({ area, isTurned }: LabelGrid): number {
  return isTurned ? area.height : area.width;
}

function withKnownDots(
  plain: Area,
  size: { readonly width: number; readonly height: number },
  dots: number,
  isTurned: boolean,
): Area {
  const total = isTurned ? size.height : size.width;
  const length = Math.min(dots, total);
  const start = Math.round((total - length) / 2);
  return isTurned ? { ...plain, y: start, height: length } : { ...plain, x: start, width: length };
}
