const units = ["byte", "kilobyte", "megabyte", "gigabyte"] as const;

/** The size of a file in the unit that reads best: 1536000 → `1.5 MB`. */
export function fileSize(bytes: number): string {
  const power = Math.min(units.length - 1, Math.floor(Math.log10(Math.max(1, bytes)) / 3));
  const format = { style: "unit", unit: units[power] ?? "byte", maximumFractionDigits: power < 2 ? 0 : 1 } as const;
  return new Intl.NumberFormat("en", format).format(bytes / 1_000 ** power);
}
