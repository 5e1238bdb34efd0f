import type { Layout } from "../../layout/layout";
import { forEachBlack } from "../bitmap";
import type { Bitmap } from "../bitmap";

/**
 * The printable part of a label as the head needs it: one row of pins for each line that is fed, the first pin in the highest bit. Seen from the
 * front the pins run from right to left, so that a label that is read straight is mirrored; one that is read along the tape begins with its left edge and
 * has its upper edge at the first pins.
 */
export function rasterRows(bitmap: Bitmap, layout: Layout, offset: number, pins: number): readonly Uint8Array[] {
  const { area, isTurned } = layout;
  const rows = Array.from({ length: isTurned ? area.width : area.height }, () => new Uint8Array(pins / 8));
  forEachBlack(bitmap, (x, y) => {
    const [across, line] = isTurned ? [y - area.y, x - area.x] : [area.x + area.width - 1 - x, y - area.y];
    const pin = offset + across;
    const row = rows[line];
    if (row === undefined || across < 0 || pin >= pins) return;
    row[pin >> 3] = (row[pin >> 3] ?? 0) | (0x80 >> (pin & 7));
  });
  return rows;
}
