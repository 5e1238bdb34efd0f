import type { Clock } from "../ports/host";

/** Longest delay that a timer takes; a longer one would fire at once. */
const longestDelayMs = 2_147_483_647;

/** The machine's own clock. */
export const systemClock: Clock = {
  now: () => Date.now(),
  timeZone: () => new Intl.DateTimeFormat().resolvedOptions().timeZone,
  schedule(delayMs, work) {
    const timer = setTimeout(work, Math.min(Math.max(delayMs, 0), longestDelayMs));
    return () => {
      clearTimeout(timer);
    };
  },
};
