import type { Stock } from "../../../contract/shapes/label";
import type { LabelDevice } from "../../../ports/label";
import { dotsAcross } from "../../layout/label-grid";
import type { Layout } from "../../layout/layout";
import { continuousFeedDots } from "../../stock/brother-ql";
import type { Bitmap } from "../bitmap";
import type { BrotherHead } from "./heads";
import { ptHead, ptOffset, qlHead, qlOffset } from "./heads";
import { packBits } from "./pack-bits";
import { rasterRows } from "./raster-rows";

/** Zero bytes end whatever half a command the printer may still wait for. */
const invalidate = Buffer.alloc(200);
const initialize = Buffer.from([0x1b, 0x40]);
const switchToRaster = Buffer.from([0x1b, 0x69, 0x61, 0x01]);
const cutEach = Buffer.from([0x1b, 0x69, 0x4d, 0x40, 0x1b, 0x69, 0x41, 0x01]);
const cutAtEnd = Buffer.from([0x1b, 0x69, 0x4b, 0x08]);
const packRows = Buffer.from([0x4d, 0x02]);
const emptyRow = Buffer.from([0x5a]);
const printAndGoOn = Buffer.from([0x0c]);
const printAndFeed = Buffer.from([0x1a]);

const ptMarginMillimetres = 2;

/** A run of labels in the raster language of Brother's QL and P-touch printers. */
export interface RasterJob {
  /** One label; the first one begins the job, and the last one is fed out. */
  label(layout: Layout, bitmap: Bitmap, place: { readonly isFirst: boolean; readonly isLast: boolean }): Buffer;
}

/** [source: Brother's raster command references for QL-800 and PT-E550W/P750W; FIELD: pklaus/brother_ql, nbuchwitz/ptouch] */
export function createRasterJob(stock: Stock, device: LabelDevice): RasterJob {
  const isQl = device.language === "brother-ql";
  const head = isQl ? qlHead(device) : ptHead(device);
  const offsetOf = isQl ? qlOffset : ptOffset;
  return {
    label: (layout, bitmap, { isFirst, isLast }) => {
      const rows = rasterRows(bitmap, layout, offsetOf(stock, dotsAcross(layout), head), head.pins);
      return Buffer.concat([
        ...(isFirst ? [head.hasModes ? switchToRaster : Buffer.alloc(0), invalidate, initialize] : []),
        ...(head.hasModes ? [switchToRaster] : []),
        isQl ? qlMedia(stock, rows.length, isFirst) : ptMedia(stock, rows.length, isFirst),
        ...(head.canCut ? [cutEach] : []),
        ...(head.hasExpandedMode ? [cutAtEnd] : []),
        isQl
          ? margin(stock.height === null ? continuousFeedDots : 0)
          : margin(Math.round((ptMarginMillimetres * device.dpi) / 25.4)),
        ...(head.isPacked ? [packRows] : []),
        ...rows.map((row) => (isQl ? qlRow(row, head) : ptRow(row))),
        isLast ? printAndFeed : printAndGoOn,
      ]);
    },
  };
}

/** `ESC i z`: kind, width, length and quality are valid; die-cut 0x0B, continuous 0x0A; then the count of rows and "not the first page". */
function qlMedia(stock: Stock, rows: number, isFirst: boolean): Buffer {
  const kind = stock.height === null ? 0x0a : 0x0b;
  return media(0xce, kind, Math.round(stock.width), Math.round(stock.height ?? 0), rows, isFirst);
}

/** The printer knows what kind of tape it has; only the width has to be right, and 3.5 mm is told as 4. */
function ptMedia(stock: Stock, rows: number, isFirst: boolean): Buffer {
  return media(0x84, 0, Math.round(stock.width), 0, rows, isFirst);
}

function media(valid: number, kind: number, width: number, length: number, rows: number, isFirst: boolean): Buffer {
  const command = Buffer.from([0x1b, 0x69, 0x7a, valid, kind, width, length, 0, 0, 0, 0, isFirst ? 0 : 1, 0]);
  command.writeUInt32LE(rows, 7);
  return command;
}

function margin(dots: number): Buffer {
  return Buffer.from([0x1b, 0x69, 0x64, dots & 0xff, dots >> 8]);
}

/** `g`, 0, count of bytes: the count is one byte, also for the 162 bytes of wide heads. */
function qlRow(row: Uint8Array, { isPacked }: BrotherHead): Buffer {
  const data = isPacked ? packBits(row) : row;
  return Buffer.concat([Buffer.from([0x67, 0x00, data.length]), data]);
}

/** `G` and the count of bytes, low byte first; `Z` for a row without a black dot. */
function ptRow(row: Uint8Array): Buffer {
  if (row.every((byte) => byte === 0)) return emptyRow;
  const data = packBits(row);
  return Buffer.concat([Buffer.from([0x47, data.length & 0xff, data.length >> 8]), data]);
}
