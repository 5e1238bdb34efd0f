import { backoff } from "./backoff";

/** Wrong attempts that cost no waiting: cold fingers mistype. */
const freeAttempts = 3;
const firstDelayMs = 5_000;
const longestDelayMs = 15 * 60_000;

/** Milliseconds from the last of so many wrong attempts in a row to the next one. */
export function signInDelayMs(failedAttempts: number): number {
  return failedAttempts <= freeAttempts ? 0 : backoff(failedAttempts - freeAttempts, firstDelayMs, longestDelayMs);
}

/** The instant before which no attempt is looked at; null when there is none. An instant further away than any delay tells that the clock was set back since. */
export function presentBlock(blockedUntil: number | null, now: number): number | null {
  if (blockedUntil === null) return null;
  const leftMs = blockedUntil - now;
  return leftMs > 0 && leftMs <= longestDelayMs ? blockedUntil : null;
}
