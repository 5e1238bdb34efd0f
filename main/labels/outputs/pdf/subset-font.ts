import { readParts } from "../../type/glyph-outline";
import type { TrueType } from "../../type/true-type";

/** Tables that an embedded font needs; the rest is for typing and is left out [ISO 32000-1, 9.9]. */
const copied = ["head", "hhea", "maxp", "cvt ", "fpgm", "prep"] as const;

/** The font with only the glyphs that are used. Their numbers stay, so that text already written stays right. */
export function subsetFont(font: TrueType, used: Iterable<number>): Buffer {
  const glyphs = withParts(font, used);
  const locations = Buffer.alloc((font.glyphCount + 1) * 4);
  const outlines: Buffer[] = [];
  let at = 0;
  for (let glyph = 0; glyph < font.glyphCount; glyph += 1) {
    locations.writeUInt32BE(at, glyph * 4);
    if (!glyphs.has(glyph)) continue;
    const data = padded(toBuffer(font.dataOf(glyph)));
    outlines.push(data);
    at += data.length;
  }
  locations.writeUInt32BE(at, font.glyphCount * 4);
  const tables = new Map<string, Buffer>(copied.map((tag) => [tag, Buffer.from(toBuffer(font.table(tag)))]));
  tables.get("head")?.writeInt16BE(1, 50);
  tables.set("hmtx", metricsOf(font, glyphs));
  tables.set("loca", locations);
  tables.set("glyf", Buffer.concat(outlines));
  return assemble(tables);
}

function withParts(font: TrueType, used: Iterable<number>): ReadonlySet<number> {
  const glyphs = new Set([0]);
  const add = (glyph: number): void => {
    if (glyphs.has(glyph)) return;
    glyphs.add(glyph);
    for (const part of readParts(font.dataOf(glyph))) add(part.glyph);
  };
  for (const glyph of used) add(glyph);
  return glyphs;
}

/** Widths of unused glyphs become 0: the table keeps its length and packs to nearly nothing. */
function metricsOf(font: TrueType, glyphs: ReadonlySet<number>): Buffer {
  const metrics = Buffer.from(toBuffer(font.table("hmtx")));
  const count = font.table("hhea").getUint16(34);
  for (let glyph = 0; glyph < count - 1; glyph += 1) {
    if (!glyphs.has(glyph)) metrics.fill(0, glyph * 4, glyph * 4 + 4);
  }
  return metrics;
}

function assemble(tables: ReadonlyMap<string, Buffer>): Buffer {
  const entries = [...tables].sort(([left], [right]) => (left < right ? -1 : 1));
  const header = Buffer.alloc(12 + entries.length * 16);
  header.writeUInt32BE(0x00010000, 0);
  header.writeUInt16BE(entries.length, 4);
  const power = 2 ** Math.floor(Math.log2(entries.length));
  header.writeUInt16BE(power * 16, 6);
  header.writeUInt16BE(Math.log2(power), 8);
  header.writeUInt16BE(entries.length * 16 - power * 16, 10);
  let at = header.length;
  entries.forEach(([tag, data], place) => {
    header.write(tag, 12 + place * 16, "latin1");
    header.writeUInt32BE(sumOf(data), 16 + place * 16);
    header.writeUInt32BE(at, 20 + place * 16);
    header.writeUInt32BE(data.length, 24 + place * 16);
    at += padded(data).length;
  });
  return Buffer.concat([header, ...entries.map(([, data]) => padded(data))]);
}

function sumOf(data: Buffer): number {
  const whole = padded(data);
  let sum = 0;
  for (let at = 0; at < whole.length; at += 4) sum = (sum + whole.readUInt32BE(at)) >>> 0;
  return sum;
}

function padded(data: Buffer): Buffer {
  return data.length % 4 === 0 ? data : Buffer.concat([data, Buffer.alloc(4 - (data.length % 4))]);
}

function toBuffer(view: DataView): Buffer {
  return Buffer.from(view.buffer, view.byteOffset, view.byteLength);
}
