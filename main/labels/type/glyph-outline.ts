/** A point of an outline in font units; those that are not on the curve steer it. */
export interface OutlinePoint {
  readonly x: number;
  readonly y: number;
  readonly isOn: boolean;
}
export type Contour = readonly OutlinePoint[];

const flag = { isOn: 1, xIsByte: 2, yIsByte: 4, repeats: 8, xIsSame: 16, yIsSame: 32 };
const part = { hasWords: 1, isOffset: 2, hasScale: 8, hasMore: 32, hasTwoScales: 64, hasMatrix: 128 };

/** A part of a composite glyph: x' = a·x + c·y + dx, y' = b·x + d·y + dy. */
export interface GlyphPart {
  readonly glyph: number;
  readonly matrix: readonly [a: number, b: number, c: number, d: number, dx: number, dy: number];
}

/** The closed contours of a glyph, its parts put together. */
export function readContours(glyph: number, dataOf: (glyph: number) => DataView): readonly Contour[] {
  const data = dataOf(glyph);
  if (data.byteLength === 0) return [];
  const count = data.getInt16(0);
  if (count >= 0) return readSimple(data, count);
  return readParts(data).flatMap(({ glyph: of, matrix: [a, b, c, d, dx, dy] }) =>
    readContours(of, dataOf).map((contour) =>
      contour.map(({ x, y, isOn }) => ({ x: a * x + c * y + dx, y: b * x + d * y + dy, isOn })),
    ),
  );
}

/** The parts of a composite glyph; none for a simple one. */
export function readParts(data: DataView): readonly GlyphPart[] {
  if (data.byteLength === 0 || data.getInt16(0) >= 0) return [];
  const parts: GlyphPart[] = [];
  let at = 10;
  for (let flags = part.hasMore; (flags & part.hasMore) !== 0;) {
    flags = data.getUint16(at);
    const glyph = data.getUint16(at + 2);
    at += 4;
    const [dx, dy] =
      (flags & part.hasWords) === 0
        ? [data.getInt8(at), data.getInt8(at + 1)]
        : [data.getInt16(at), data.getInt16(at + 2)];
    at += (flags & part.hasWords) === 0 ? 2 : 4;
    const scales = scaleCount(flags);
    const values = Array.from({ length: scales }, (_, place) => data.getInt16(at + place * 2) / 16_384);
    at += scales * 2;
    const isOffset = (flags & part.isOffset) !== 0;
    parts.push({ glyph, matrix: [...toMatrix(values), isOffset ? dx : 0, isOffset ? dy : 0] });
  }
  return parts;
}

function scaleCount(flags: number): number {
  if ((flags & part.hasMatrix) !== 0) return 4;
  if ((flags & part.hasTwoScales) !== 0) return 2;
  return (flags & part.hasScale) !== 0 ? 1 : 0;
}

function toMatrix([first = 1, second, third, fourth]: readonly number[]): [number, number, number, number] {
  if (second === undefined) return [first, 0, 0, first];
  if (third === undefined || fourth === undefined) return [first, 0, 0, second];
  return [first, second, third, fourth];
}

function readSimple(data: DataView, contourCount: number): readonly Contour[] {
  const ends = Array.from({ length: contourCount }, (_, place) => data.getUint16(10 + place * 2));
  const pointCount = (ends.at(-1) ?? -1) + 1;
  let at = 10 + contourCount * 2;
  at += 2 + data.getUint16(at);
  const flags: number[] = [];
  while (flags.length < pointCount) {
    const value = data.getUint8(at++);
    const times = (value & flag.repeats) === 0 ? 1 : data.getUint8(at++) + 1;
    for (let time = 0; time < times; time += 1) flags.push(value);
  }
  const readAxis = (isByte: number, isSame: number): readonly number[] => {
    let value = 0;
    return flags.map((flags) => {
      if ((flags & isByte) !== 0) value += (flags & isSame) === 0 ? -data.getUint8(at++) : data.getUint8(at++);
      else if ((flags & isSame) === 0) {
        value += data.getInt16(at);
        at += 2;
      }
      return value;
    });
  };
  const xs = readAxis(flag.xIsByte, flag.xIsSame);
  const ys = readAxis(flag.yIsByte, flag.yIsSame);
  return ends.map((end, place) => {
    const start = place === 0 ? 0 : (ends[place - 1] ?? 0) + 1;
    return Array.from({ length: end - start + 1 }, (_, step) => ({
      x: xs[start + step] ?? 0,
      y: ys[start + step] ?? 0,
      isOn: ((flags[start + step] ?? 0) & flag.isOn) !== 0,
    }));
  });
}
