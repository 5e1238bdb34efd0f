/** From characters to glyphs, by the font's Unicode subtable of format 12 or 4 [OpenType 1.9, "cmap"]. */
export function createCharacterMap(table: DataView): (codePoint: number) => number {
  const subtables = Array.from({ length: table.getUint16(2) }, (_, place) => {
    const entry = 4 + place * 8;
    const platform = table.getUint16(entry);
    const encoding = table.getUint16(entry + 2);
    const at = table.getUint32(entry + 4);
    return { isUnicode: platform === 0 || (platform === 3 && encoding !== 0), format: table.getUint16(at), at };
  }).filter(({ isUnicode }) => isUnicode);
  const full = subtables.find(({ format }) => format === 12);
  if (full !== undefined) return (codePoint) => findInGroups(table, full.at, codePoint);
  const basic = subtables.find(({ format }) => format === 4);
  if (basic === undefined) throw new Error("The font maps no Unicode characters");
  return (codePoint) => findInSegments(table, basic.at, codePoint);
}

function findInGroups(table: DataView, at: number, codePoint: number): number {
  let low = 0;
  let high = table.getUint32(at + 12) - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const group = at + 16 + middle * 12;
    if (codePoint < table.getUint32(group)) high = middle - 1;
    else if (codePoint > table.getUint32(group + 4)) low = middle + 1;
    else return table.getUint32(group + 8) + codePoint - table.getUint32(group);
  }
  return 0;
}

function findInSegments(table: DataView, at: number, codePoint: number): number {
  if (codePoint > 0xffff) return 0;
  const double = table.getUint16(at + 6);
  const [ends, starts, deltas, offsets] = [14, 16 + double, 16 + 2 * double, 16 + 3 * double] as const;
  for (let segment = 0; segment < double; segment += 2) {
    if (codePoint > table.getUint16(at + ends + segment)) continue;
    const start = table.getUint16(at + starts + segment);
    if (codePoint < start) return 0;
    const delta = table.getUint16(at + deltas + segment);
    const offset = table.getUint16(at + offsets + segment);
    if (offset === 0) return (codePoint + delta) & 0xffff;
    const glyph = table.getUint16(at + offsets + segment + offset + (codePoint - start) * 2);
    return glyph === 0 ? 0 : (glyph + delta) & 0xffff;
  }
  return 0;
}
