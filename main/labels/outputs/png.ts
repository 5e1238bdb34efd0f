import { deflateSync } from "node:zlib";
import type { Bitmap } from "./bitmap";
import { checksum } from "./checksum";

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const millimetresPerInch = 25.4;

/** A PNG of one bit a dot that tells its size, so that programs print it true to scale [ISO/IEC 15948]. */
export function toPng(bitmap: Bitmap, dpi: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(bitmap.width, 0);
  header.writeUInt32BE(bitmap.height, 4);
  header.writeUInt8(1, 8);
  const size = Buffer.alloc(9);
  const dotsPerMetre = Math.round((dpi * 1_000) / millimetresPerInch);
  size.writeUInt32BE(dotsPerMetre, 0);
  size.writeUInt32BE(dotsPerMetre, 4);
  size.writeUInt8(1, 8);
  return Buffer.concat([
    signature,
    chunk("IHDR", header),
    chunk("pHYs", size),
    chunk("IDAT", deflateSync(toScanlines(bitmap))),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

/** In PNG a set bit is white; each row begins with its filter, 0 for none. */
function toScanlines({ height, stride, data }: Bitmap): Buffer {
  const lines = Buffer.alloc((stride + 1) * height);
  for (let row = 0; row < height; row += 1) {
    for (let byte = 0; byte < stride; byte += 1)
      lines[row * (stride + 1) + 1 + byte] = ~(data[row * stride + byte] ?? 0) & 0xff;
  }
  return lines;
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const frame = Buffer.alloc(4);
  frame.writeUInt32BE(data.length);
  const end = Buffer.alloc(4);
  end.writeUInt32BE(checksum(body));
  return Buffer.concat([frame, body, end]);
}
