/** No waiting time of the program is longer. */
export const longestWaitMs = 5 * 60_000;

/** Growing delays in milliseconds: doubles from `firstMs` with each failure, never above `limitMs`. `failures` counts from 1. */
export function backoff(failures: number, firstMs: number, limitMs: number): number {
  return Math.min(limitMs, firstMs * 2 ** Math.min(Math.max(failures - 1, 0), 30));
}

/** Milliseconds from `now` until `at`; 0 when it has come. A moment further away than any waiting time tells that the clock was set back since. */
export function timeUntil(at: number, now: number): number {
  const left = at - now;
  return left > 0 && left <= longestWaitMs ? left : 0;
}
