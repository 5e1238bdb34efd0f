import type { Clock } from "../../main/ports/host";

export interface FakeClock extends Clock {
  /** Moves on to the next scheduled work and does it; false when nothing is scheduled. */
  step(): boolean;
  /** Moves on by so many milliseconds, doing what falls due. */
  advance(byMs: number): void;
}

/** A clock that stands still until it is moved. */
export function createFakeClock(start = 1_750_000_000_000): FakeClock {
  let now = start;
  const waiting = new Set<{ readonly at: number; readonly work: () => void }>();
  const nextDue = () => [...waiting].sort((left, right) => left.at - right.at)[0];
  const step = (): boolean => {
    const due = nextDue();
    if (!due) return false;
    waiting.delete(due);
    now = Math.max(now, due.at);
    due.work();
    return true;
  };
  return {
    now: () => now,
    timeZone: () => "Europe/Riga",
    schedule(delayMs, work) {
      const entry = { at: now + delayMs, work };
      waiting.add(entry);
      return () => waiting.delete(entry);
    },
    step,
    advance(byMs) {
      const end = now + byMs;
      for (let due = nextDue(); due && due.at <= end; due = nextDue()) step();
      now = end;
    },
  };
}
