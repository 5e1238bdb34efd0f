import type { LabelValues, Stock, Template } from "../../../main/contract/shapes/label";
import { dotsInMillimetre } from "../../../main/labels/layout/label-grid";
import { placeTemplate } from "../../../main/labels/layout/placement";
import { qlMedia } from "../../../main/labels/stock/brother-ql";
import type { LabelDevice, LabelPress } from "../../../main/ports/label";
import { crop } from "./picture";
import type { Picture } from "./picture";
import { readBrother } from "./read-brother";
import type { RasterPage } from "./read-brother";
import { readPdf } from "./read-pdf";
import { readPng, readZpl } from "./read-zpl";

/** Labels of one template on one stock for one device, printed in one run. */
export interface Run {
  readonly template: Template;
  readonly stock: Stock;
  readonly device: LabelDevice;
  readonly values: readonly LabelValues[];
}

export interface Rendered {
  readonly bytes: Uint8Array;
  /** One for each label, in their order. */
  readonly pictures: readonly Picture[];
  /** The whole page; for labels on rolls the label itself. */
  readonly pages: readonly Picture[];
}

/** The second label of a sheet, so that the start position is tried as well. */
const startPosition = 1;

/** Left pins of tapes and tubes, by printable pins [Brother's raster command references, "Print area"]. */
const leftPins: Readonly<Record<number, Readonly<Record<string, number>>>> = {
  180: pins(
    "TZe-N201 52 TZe-211 48 TZe-221 39 TZe-231 29 TZe-241 8 TZe-251 0",
    "HSe-211 50 HSe-221 40 HSe-231 31 HSe-241 11 HSe-251 0 HSe-211E 54 HSe-221E 42 HSe-231E 39 HSe-241E 4",
  ),
  360: pins(
    "TZe-N201 248 TZe-211 240 TZe-221 219 TZe-231 197 TZe-241 155 TZe-251 112 TZe-261 45",
    "HSe-211 261 HSe-221 241 HSe-231 223 HSe-241 183 HSe-251 161 HSe-211E 269 HSe-221E 245 HSe-231E 239 HSe-241E 169 HSe-261E 109",
  ),
};

/** Prints and lets an independent program draw what the printer would. */
export async function render(run: Run, press: LabelPress): Promise<Rendered> {
  const { device } = run;
  const pieces: Uint8Array[] = [];
  for await (const { bytes } of press.run({ ...run, startPosition: run.stock.sheet === null ? 0 : startPosition }))
    pieces.push(bytes);
  const bytes = Buffer.concat(pieces);
  switch (device.language) {
    case "png":
      return rolls(
        bytes,
        pieces.map((piece) => readPng(piece, dotsInMillimetre(device))),
      );
    case "pdf": {
      const pages = await readPdf(bytes);
      return run.stock.sheet === null ? rolls(bytes, pages) : { bytes, pages, pictures: cutSheet(run, pages) };
    }
    case "zpl":
      return rolls(
        bytes,
        await Promise.all(pieces.map((piece) => drawZpl(run, Buffer.from(piece).toString("latin1")))),
      );
    case "brother-ql":
    case "brother-pt":
      return rolls(
        bytes,
        readBrother(bytes, headOf(run).pins / 8).map((page) => drawRaster(run, page)),
      );
  }
}

function rolls(bytes: Uint8Array, pictures: readonly Picture[]): Rendered {
  return { bytes, pictures, pages: pictures };
}

async function drawZpl({ device }: Run, zpl: string): Promise<Picture> {
  const [, across = "", along = ""] = /\^PW(\d+)\^LL(\d+)/.exec(zpl) ?? [];
  if ([...zpl.matchAll(/\^XA/g)].length !== 1 || [...zpl.matchAll(/\^XZ/g)].length !== 1)
    throw new Error("A label is not exactly one format");
  const scale = dotsInMillimetre(device);
  return readZpl(zpl, { width: Number(across) / scale, height: Number(along) / scale }, scale);
}

function headOf({ stock, device }: Run): { pins: number; offset: number; across: number } {
  const across = stock.dotsAcross[String(device.dpi)] ?? 0;
  if (device.language === "brother-pt")
    return { pins: device.dpi === 360 ? 560 : 128, offset: leftPins[device.dpi]?.[stock.code] ?? 0, across };
  const isWide = device.headDots > 720;
  const medium = qlMedia.find(({ code }) => code === stock.code);
  return { pins: isWide ? 1296 : 720, offset: (medium?.offset ?? 0) + (isWide ? 44 : 0), across };
}

/** What lies under the head, seen from the front: the first pin is at the right. */
function drawRaster(run: Run, page: RasterPage): Picture {
  const { stock, device, template } = run;
  if (page.announcedRows !== page.rows.length)
    throw new Error(`${page.announcedRows} rows are announced and ${page.rows.length} come`);
  if (page.media?.width !== Math.round(stock.width)) throw new Error("Another width of media is announced");
  if (!page.cuts) throw new Error("It is not cut");
  const { offset, across } = headOf(run);
  const data = new Uint8Array(across * page.rows.length).fill(255);
  page.rows.forEach((row, line) => {
    for (let x = 0; x < across; x += 1) {
      const pin = offset + across - 1 - x;
      if (((row[pin >> 3] ?? 0) & (0x80 >> (pin & 7))) !== 0) data[line * across + x] = 0;
    }
  });
  const scale = dotsInMillimetre(device);
  const { isTurned, area, width, height } = placeTemplate(template, stock);
  const total = isTurned ? height : width;
  const lead = isTurned ? area.x : area.y;
  return { width: across, height: page.rows.length, data, scale, x: (total - across / scale) / 2, y: lead };
}

/** The labels of a sheet by the places that the stock's measures say. */
function cutSheet({ stock, values }: Run, pages: readonly Picture[]): readonly Picture[] {
  const { sheet, width, height } = stock;
  if (sheet === null || height === null) return [];
  return values.map((_, number) => {
    const position = startPosition + number;
    const perPage = sheet.columns * sheet.rows;
    const page = pages[Math.floor(position / perPage)];
    if (page === undefined) throw new Error("A page is missing");
    const place = position % perPage;
    const x = sheet.originX + (place % sheet.columns) * sheet.pitchX;
    const y = sheet.originY + Math.floor(place / sheet.columns) * sheet.pitchY;
    const { scale } = page;
    const part = crop(page, { x: x * scale, y: y * scale, width: width * scale, height: height * scale });
    return { ...part, x: Math.floor(x * scale) / scale - x, y: Math.floor(y * scale) / scale - y };
  });
}

function pins(...lists: readonly string[]): Readonly<Record<string, number>> {
  const words = lists.join(" ").split(" ");
  return Object.fromEntries(
    words.flatMap((word, place) => (place % 2 === 0 ? [[word, Number(words[place + 1])] as const] : [])),
  );
}
