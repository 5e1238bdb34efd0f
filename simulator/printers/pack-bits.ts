/** Undoes the TIFF compression: a count of 0 to 127 copies the next count + 1 bytes, one of 129 to 255 repeats the next byte 257 - count times. */
export function unpackBits(packed: Uint8Array): Uint8Array {
  const bytes: number[] = [];
  for (let at = 0; at < packed.length;) {
    const count = packed[at] ?? 128;
    at += 1;
    if (count < 128) {
      bytes.push(...packed.subarray(at, at + count + 1));
      at += count + 1;
    } else if (count > 128) {
      bytes.push(...new Array<number>(257 - count).fill(packed[at] ?? 0));
      at += 1;
    }
  }
  return Uint8Array.from(bytes);
}
