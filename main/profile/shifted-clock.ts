import type { Clock } from "../ports/host";

/** A clock that can stand in the past, so that the practice site has a history; it runs true once the shift is zero. */
export interface ShiftedClock extends Clock {
  /** Sets how far behind true time the clock stands, in milliseconds. */
  standBehind(shiftMs: number): void;
}

export function createShiftedClock(clock: Clock): ShiftedClock {
  let shiftMs = 0;
  return {
    now: () => clock.now() - shiftMs,
    timeZone: () => clock.timeZone(),
    schedule: (delayMs, work) => clock.schedule(delayMs, work),
    standBehind(value) {
      shiftMs = value;
    },
  };
}
