/** The copy of a panel's servers is read again after so long. */
export const copyPeriodMs = 15 * 60_000;

/** Whether it is time to read a copy again; a clock that was set back counts as well. */
export function isCopyDue(takenAt: number, now: number): boolean {
  return Math.abs(now - takenAt) >= copyPeriodMs;
}

/** Whether a copy counts as what its panel shows now: until the next reading is long overdue. */
export function isCopyRecent(takenAt: number, now: number): boolean {
  return Math.abs(now - takenAt) < 2 * copyPeriodMs;
}
