/** TIFF's PackBits: a count below 128 and so many bytes more than that, or a count above and one byte that stands 257 − count times. */
export function packBits(row: Uint8Array): Buffer {
  const packed: number[] = [];
  let at = 0;
  while (at < row.length) {
    const run = runAt(row, at);
    if (run > 1) {
      packed.push(257 - run, row[at] ?? 0);
      at += run;
      continue;
    }
    const start = at;
    while (at < row.length && at - start < 128 && runAt(row, at) < 2) at += 1;
    packed.push(at - start - 1, ...row.subarray(start, at));
  }
  return Buffer.from(packed);
}

function runAt(row: Uint8Array, at: number): number {
  let end = at + 1;
  while (end < row.length && end - at < 128 && row[end] === row[at]) end += 1;
  return end - at;
}
