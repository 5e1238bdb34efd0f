/** The last instant of a day such as `2026-12-31` where the workstation stands; null for an empty text. */
export function endOfDay(day: string): number | null {
  return day === "" ? null : new Date(`${day}T23:59:59.999`).getTime();
}
