/** One day of a time zone, with the instants at which it begins and at which the next one does. */
export interface LocalDay {
  /** ISO date. */
  readonly day: string;
  readonly from: number;
  readonly to: number;
}

const dayMs = 86_400_000;

/**
 * The last `count` days of a time zone up to the one that `now` lies in, oldest first. A day has 23 or 25 hours where clocks change, begins later than
 * midnight where midnight is left out, and none at all where a zone skips it. `timeZone` is an IANA name.
 */
export function lastLocalDays(now: number, count: number, timeZone: string): readonly LocalDay[] {
  const wallTime = createWallTime(timeZone);
  const today = Math.floor(wallTime(now) / dayMs) * dayMs;
  const midnights = Array.from({ length: count + 1 }, (_, index) => today - (count - 1 - index) * dayMs);
  const starts = midnights.map((midnight) => startOf(midnight, wallTime));
  return midnights.slice(0, count).map((midnight, index) => ({
    day: new Date(midnight).toISOString().slice(0, 10),
    from: starts[index] ?? now,
    to: starts[index + 1] ?? now,
  }));
}

/** The first instant of the day whose midnight is written as if it were UTC. */
function startOf(midnight: number, wallTime: (at: number) => number): number {
  // Whatever change of the clocks falls into this day, one of these is the difference that holds at its beginning.
  const candidates = [midnight - dayMs, midnight + dayMs]
    .map((at) => midnight - (wallTime(at) - at))
    .sort((left, right) => left - right);
  return candidates.find((at) => wallTime(at) >= midnight) ?? midnight;
}

/** What clocks on the wall show at an instant, written as if it were UTC. */
function createWallTime(timeZone: string): (at: number) => number {
  const format = new Intl.DateTimeFormat("en-US", {
    timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  });
  return (at) => {
    const parts: Partial<Record<Intl.DateTimeFormatPartTypes, number>> = {};
    for (const { type, value } of format.formatToParts(at)) parts[type] = Number(value);
    const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
    return Date.UTC(year, month - 1, day, hour, minute, second);
  };
}
