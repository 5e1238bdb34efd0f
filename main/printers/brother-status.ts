import type { PrinterCondition } from "../contract/shapes/printer";
import type { Parser } from "./raw-connection";

export interface BrotherStatus {
  readonly type: "reply" | "completed" | "error" | "switched-off" | "notification" | "phase-change" | "other";
  readonly condition: PrinterCondition;
  readonly isPrinting: boolean;
  /** Millimetres; length 0 for continuous. Null when nothing is loaded. */
  readonly media: { readonly width: number; readonly length: number } | null;
}

const statusLength = 32;
const types = new Map<number, BrotherStatus["type"]>([
  [0x00, "reply"],
  [0x01, "completed"],
  [0x02, "error"],
  [0x04, "switched-off"],
  [0x05, "notification"],
  [0x06, "phase-change"],
]);

/**
 * Error bits by byte; the first that is set decides. Bit 5 of the second byte is the cancel key on old QL models, heat on the others.
 * Source: Brother, Raster Command Reference for QL-800/810W/820NWB and for PT-E550W/P750W/P710BT, "Status".
 */
const errors: readonly (readonly [8 | 9, number, PrinterCondition])[] = [
  [9, 0x10, "cover-open"],
  [8, 0x04, "cutter-jam"],
  [8, 0x01, "no-media"],
  [8, 0x02, "no-media"],
  [9, 0x01, "wrong-media"],
  [9, 0x40, "media-jam"],
  [9, 0x20, "too-hot"],
  [8, 0x10, "busy"],
  [8, 0x20, "error"],
  [8, 0x08, "error"],
  [8, 0x40, "error"],
  [8, 0x80, "error"],
  [9, 0x02, "error"],
  [9, 0x04, "error"],
  [9, 0x08, "error"],
  [9, 0x80, "error"],
];

/** The next status of 32 bytes; whatever stands before its head is dropped. */
export const readBrotherStatus: Parser<BrotherStatus> = (heard) => {
  const at = heard.indexOf(Buffer.from([0x80, 0x20, 0x42]));
  if (at < 0 || heard.length < at + statusLength) return undefined;
  const bytes = heard.subarray(at, at + statusLength);
  const isPrinting = bytes[19] === 1;
  const error = errors.find(([byte, bit]) => ((bytes[byte] ?? 0) & bit) !== 0)?.[2];
  const media = (bytes[10] ?? 0) === 0 ? null : { width: bytes[10] ?? 0, length: bytes[17] ?? 0 };
  const condition = error ?? (isPrinting ? "busy" : "ready");
  return {
    value: { type: types.get(bytes[18] ?? 0) ?? "other", condition, isPrinting, media },
    used: at + statusLength,
  };
};

/** What the job says of the media it is for (`ESC i z`); undefined where it does not say. Length 0 for continuous. */
export function mediaWanted(job: Uint8Array): { readonly width: number; readonly length: number | null } | undefined {
  const bytes = Buffer.from(job.buffer, job.byteOffset, job.byteLength);
  const at = bytes.indexOf(Buffer.from([0x1b, 0x69, 0x7a]));
  const [flags = 0, , width = 0, length = 0] = at < 0 ? [] : bytes.subarray(at + 3, at + 7);
  if ((flags & 0x04) === 0 || width === 0) return undefined;
  return { width, length: (flags & 0x08) === 0 ? null : length };
}

/** Tubes are told in whole millimetres, so that one more or less is the same. Tape has no length that could be compared. */
export function isSameMedia(
  wanted: { readonly width: number; readonly length: number | null },
  loaded: { readonly width: number; readonly length: number },
): boolean {
  const isNear = (left: number, right: number): boolean => Math.abs(left - right) <= 1;
  if (!isNear(wanted.width, loaded.width)) return false;
  if (wanted.length === null) return true;
  return (wanted.length === 0) === (loaded.length === 0) && isNear(wanted.length, loaded.length);
}
