import type { Bitmap } from "../bitmap";

/** Letters for repetitions of the digit that follows: G to Y for 1 to 19, g to z for 20 to 400 in twenties. */
const units = "GHIJKLMNOPQRSTUVWXY";
const twenties = "ghijklmnopqrstuvwxyz";

/** `^GF` with the alternative data compression scheme [ZPL II Programming Guide, "~DG", "Alternative Data Compression Scheme"]. */
export function graphicField(bitmap: Bitmap): string {
  const total = bitmap.stride * bitmap.height;
  return `^GFA,${total},${total},${bitmap.stride},${compress(bitmap)}^FS`;
}

function compress({ height, stride, data }: Bitmap): string {
  let previous = "";
  let compressed = "";
  for (let row = 0; row < height; row += 1) {
    const line = Buffer.from(data.buffer, data.byteOffset + row * stride, stride)
      .toString("hex")
      .toUpperCase();
    compressed += line === previous ? ":" : compressLine(line);
    previous = line;
  }
  return compressed;
}

/** A comma stands for zeros up to the end of the row, an exclamation mark for ones. */
function compressLine(line: string): string {
  const zeros = line.replace(/0+$/, "");
  if (zeros.length < line.length) return `${repeat(zeros)},`;
  const ones = line.replace(/F+$/, "");
  return ones.length < line.length ? `${repeat(ones)}!` : repeat(line);
}

function repeat(digits: string): string {
  return digits.replace(/(.)\1{2,}/g, (run, digit: string) => `${countOf(run.length)}${digit}`);
}

function countOf(length: number): string {
  const most = 419;
  if (length > most) return `${countOf(most)}${countOf(length - most)}`;
  const [high, low] = [Math.floor(length / 20), length % 20];
  return `${high === 0 ? "" : (twenties[high - 1] ?? "")}${low === 0 ? "" : (units[low - 1] ?? "")}`;
}
