import { deflateSync } from "node:zlib";

/** Dots of one label as it lies before one's eyes; a set bit is black, the highest bit of a byte is on the left. */
export interface Bitmap {
  readonly width: number;
  readonly height: number;
  readonly rows: readonly Uint8Array[];
}

/** The label as it looks: the pins are counted from its right edge. */
export function bitmapOf(rows: readonly Uint8Array[], headBytes: number): Bitmap {
  return { width: headBytes * 8, height: rows.length, rows: rows.map(mirror) };
}

function mirror(row: Uint8Array): Uint8Array {
  return Uint8Array.from(row, mirrorByte).reverse();
}

function mirrorByte(byte: number): number {
  let turned = 0;
  for (let bit = 0; bit < 8; bit += 1) turned |= ((byte >> bit) & 1) << (7 - bit);
  return turned;
}

/** The bitmap as a PNG of one bit a dot. */
export function toPng({ width, height, rows }: Bitmap): Uint8Array {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header[8] = 1;
  // In PNG a set bit is white, and every row begins with the number of its filter.
  const lines = rows.flatMap((row) => [Buffer.from([0]), Buffer.from(row.map((byte) => ~byte & 0xff))]);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const data = deflateSync(Buffer.concat(lines));
  return Buffer.concat([signature, chunk("IHDR", header), chunk("IDAT", data), chunk("IEND", Buffer.alloc(0))]);
}

function chunk(name: string, data: Uint8Array): Buffer {
  const named = Buffer.concat([Buffer.from(name, "latin1"), data]);
  const frame = Buffer.alloc(named.length + 8);
  frame.writeUInt32BE(data.length, 0);
  frame.set(named, 4);
  frame.writeUInt32BE(crc32(named), named.length + 4);
  return frame;
}

/** As PNG wants it. `crc32` of node:zlib is newer than the oldest runtime. */
function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return (crc ^ 0xffffffff) >>> 0;
}
