import { createCharacterMap } from "./character-map";
import { readContours } from "./glyph-outline";
import type { Contour } from "./glyph-outline";

/** Bounding box in font units; y points up. */
export interface GlyphBounds {
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
  readonly top: number;
}

/** A TrueType font, read where it is needed: its tables stay bytes. All measures are in font units. */
export interface TrueType {
  readonly unitsPerEm: number;
  readonly ascent: number;
  readonly descent: number;
  readonly capHeight: number;
  readonly bounds: GlyphBounds;
  readonly glyphCount: number;
  /** Glyph 0, the sign for a missing one, when the font does not have the character. */
  glyphOf(codePoint: number): number;
  advanceOf(glyph: number): number;
  boundsOf(glyph: number): GlyphBounds | undefined;
  contoursOf(glyph: number): readonly Contour[];
  /** The glyph's own bytes in the table `glyf`; empty for white space. */
  dataOf(glyph: number): DataView;
  table(tag: string): DataView;
}

/** Reads a font with TrueType outlines [source: Apple TrueType Reference Manual; OpenType 1.9]. */
export function readTrueType(bytes: Uint8Array): TrueType {
  const file = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const tables = readDirectory(file);
  const table = (tag: string): DataView => {
    const found = tables.get(tag);
    if (found === undefined) throw new Error(`The font has no table ${tag}`);
    return found;
  };
  const [head, horizontal, metrics, locations, glyphs] = ["head", "hhea", "hmtx", "loca", "glyf"].map(table) as [
    DataView,
    DataView,
    DataView,
    DataView,
    DataView,
  ];
  const glyphCount = table("maxp").getUint16(4);
  const metricCount = horizontal.getUint16(34);
  const hasLongLocations = head.getInt16(50) === 1;
  const locationOf = (glyph: number): number =>
    hasLongLocations ? locations.getUint32(glyph * 4) : locations.getUint16(glyph * 2) * 2;
  const dataOf = (glyph: number): DataView => {
    const start = locationOf(glyph);
    return new DataView(glyphs.buffer, glyphs.byteOffset + start, locationOf(glyph + 1) - start);
  };
  const contours = new Map<number, readonly Contour[]>();
  return {
    unitsPerEm: head.getUint16(18),
    ascent: horizontal.getInt16(4),
    descent: horizontal.getInt16(6),
    capHeight: readCapHeight(tables.get("OS/2"), horizontal.getInt16(4)),
    bounds: readBounds(head, 36),
    glyphCount,
    glyphOf: createCharacterMap(table("cmap")),
    advanceOf: (glyph) => metrics.getUint16(Math.min(glyph, metricCount - 1) * 4),
    boundsOf: (glyph) => {
      const data = dataOf(glyph);
      return data.byteLength === 0 ? undefined : readBounds(data, 2);
    },
    contoursOf: (glyph) => {
      const known = contours.get(glyph) ?? readContours(glyph, dataOf);
      contours.set(glyph, known);
      return known;
    },
    dataOf,
    table,
  };
}

function readDirectory(file: DataView): ReadonlyMap<string, DataView> {
  const tables = new Map<string, DataView>();
  for (let place = 0; place < file.getUint16(4); place += 1) {
    const entry = 12 + place * 16;
    const tag = String.fromCharCode(...[0, 1, 2, 3].map((step) => file.getUint8(entry + step)));
    tables.set(tag, new DataView(file.buffer, file.byteOffset + file.getUint32(entry + 8), file.getUint32(entry + 12)));
  }
  return tables;
}

function readBounds(data: DataView, at: number): GlyphBounds {
  return {
    left: data.getInt16(at),
    bottom: data.getInt16(at + 2),
    right: data.getInt16(at + 4),
    top: data.getInt16(at + 6),
  };
}

/** Version 2 of the table OS/2 and later have it. */
function readCapHeight(metrics: DataView | undefined, ascent: number): number {
  return metrics !== undefined && metrics.getUint16(0) >= 2 ? metrics.getInt16(88) : Math.round(ascent * 0.8);
}
