/** One bit a dot, rows padded to whole bytes, the first dot in the highest bit; 1 is black. */
export interface Bitmap {
  readonly width: number;
  readonly height: number;
  /** Bytes of a row. */
  readonly stride: number;
  readonly data: Uint8Array;
}

export function createBitmap(width: number, height: number): Bitmap {
  const stride = Math.ceil(width / 8);
  return { width, height, stride, data: new Uint8Array(stride * height) };
}

/** Blackens a rectangle; what lies outside is left out. */
export function fillRectangle(bitmap: Bitmap, x: number, y: number, width: number, height: number): void {
  const left = Math.max(0, x);
  const right = Math.min(bitmap.width, x + width) - 1;
  const bottom = Math.min(bitmap.height, y + height);
  if (right < left) return;
  const [first, last] = [left >> 3, right >> 3];
  const firstMask = 0xff >> (left & 7);
  const lastMask = (0xff << (7 - (right & 7))) & 0xff;
  for (let row = Math.max(0, y); row < bottom; row += 1) {
    const start = row * bitmap.stride;
    if (first === last) {
      darken(bitmap.data, start + first, firstMask & lastMask);
      continue;
    }
    darken(bitmap.data, start + first, firstMask);
    bitmap.data.fill(0xff, start + first + 1, start + last);
    darken(bitmap.data, start + last, lastMask);
  }
}

/** Adds the black dots of one bitmap to another; what lies outside is left out. */
export function stamp(target: Bitmap, source: Bitmap, x: number, y: number): void {
  const shift = x & 7;
  const firstByte = x >> 3;
  for (let row = Math.max(0, -y); row < Math.min(source.height, target.height - y); row += 1) {
    const from = row * source.stride;
    const to = (row + y) * target.stride;
    for (let byte = 0; byte < source.stride; byte += 1) {
      const value = source.data[from + byte] ?? 0;
      if (value === 0) continue;
      const at = firstByte + byte;
      if (at >= 0 && at < target.stride) darken(target.data, to + at, value >> shift);
      if (shift !== 0 && at + 1 >= 0 && at + 1 < target.stride)
        darken(target.data, to + at + 1, (value << (8 - shift)) & 0xff);
    }
  }
}

/** Calls `visit` for every black dot. */
export function forEachBlack(bitmap: Bitmap, visit: (x: number, y: number) => void): void {
  for (let row = 0; row < bitmap.height; row += 1) {
    for (let byte = 0; byte < bitmap.stride; byte += 1) {
      const value = bitmap.data[row * bitmap.stride + byte] ?? 0;
      if (value === 0) continue;
      for (let bit = 0; bit < 8; bit += 1) {
        const x = byte * 8 + bit;
        if ((value & (0x80 >> bit)) !== 0 && x < bitmap.width) visit(x, row);
      }
    }
  }
}

/** The bitmap turned clockwise. */
export function turnClockwise(bitmap: Bitmap): Bitmap {
  const turned = createBitmap(bitmap.height, bitmap.width);
  forEachBlack(bitmap, (x, y) => setBlack(turned, bitmap.height - 1 - y, x));
  return turned;
}

export function setBlack(bitmap: Bitmap, x: number, y: number): void {
  darken(bitmap.data, y * bitmap.stride + (x >> 3), 0x80 >> (x & 7));
}

function darken(data: Uint8Array, at: number, bits: number): void {
  data[at] = (data[at] ?? 0) | bits;
}
