/**
 * One record of RFC 4180 with its line end. A cell that a spreadsheet would take for a formula, or that begins with an apostrophe, has an apostrophe
 * before it.
 */
export function csvRecord(cells: readonly string[]): string {
  return `${cells.map(cellOf).join(",")}\r\n`;
}

function cellOf(text: string): string {
  const guarded = /^[=+\-@\t\r\n']/u.test(text) ? `'${text}` : text;
  return /[",\r\n]/u.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}
