import type { Stock } from "../../../contract/shapes/label";
import type { LabelDevice } from "../../../ports/label";
import { qlMedia } from "../../stock/brother-ql";

/** How one model differs from the others that speak the same language. */
export interface BrotherHead {
  readonly pins: number;
  /** Rows are packed: `M 02`. Some cannot unpack; the PT-E550W does not cut without it. */
  readonly isPacked: boolean;
  /** Knows the command that switches to raster; the others know nothing else. */
  readonly hasModes: boolean;
  readonly canCut: boolean;
  /** Knows "cut at the end" and resolution: `ESC i K`. */
  readonly hasExpandedMode: boolean;
}

type QlModel = Partial<Omit<BrotherHead, "pins">>;

/** The usual way: what every model of the last ten years takes. [source: pklaus/brother_ql models.py] */
const usualQl: Omit<BrotherHead, "pins"> = { isPacked: false, hasModes: true, canCut: true, hasExpandedMode: true };
const packed: QlModel = { isPacked: true };
const old: QlModel = { hasModes: false };
const qlModels: Readonly<Record<string, QlModel>> = {
  "QL-500": { hasModes: false, canCut: false, hasExpandedMode: false },
  "QL-550": old,
  "QL-560": old,
  "QL-570": old,
  "QL-700": old,
  "QL-580N": packed,
  "QL-650TD": packed,
  "QL-710W": packed,
  "QL-720NW": packed,
  "QL-810W": packed,
  "QL-820NWB": packed,
  "QL-1050": packed,
  "QL-1060N": packed,
};
const narrowPins = 720;
const widePins = 1296;
/** Wide heads begin so many pins further out. */
const wideShift = 44;

export function qlHead({ model, headDots }: LabelDevice): BrotherHead {
  return { ...usualQl, ...qlModels[model], pins: headDots > narrowPins ? widePins : narrowPins };
}

/** The first pin that prints on the stock: from the table, for stock of one's own in the middle of the head. */
export function qlOffset(stock: Stock, dots: number, { pins }: BrotherHead): number {
  const medium = qlMedia.find(({ code }) => code === stock.code) ?? qlMedia.find(({ across }) => across === dots);
  const shift = pins === widePins ? wideShift : 0;
  return Math.max(0, Math.min(pins - dots, medium === undefined ? (pins - dots) >> 1 : medium.offset + shift));
}

/** Heads of the P-touch printers by resolution. [source: nbuchwitz/ptouch, after Brother's raster command references] */
export function ptHead({ dpi }: LabelDevice): BrotherHead {
  return { pins: dpi >= 360 ? 560 : 128, isPacked: true, hasModes: true, canCut: true, hasExpandedMode: true };
}

/** Tape lies in the middle of a 128-pin head, eight pins before the middle of a 560-pin head; tubes nine behind it. */
export function ptOffset(stock: Stock, dots: number, { pins }: BrotherHead): number {
  const shift = pins === 128 ? 0 : stock.code.startsWith("HSe") ? 9 : -8;
  return Math.max(0, Math.min(pins - dots, ((pins - dots) >> 1) + shift));
}
