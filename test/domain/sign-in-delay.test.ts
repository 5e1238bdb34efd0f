import fc from "fast-check";
import { expect, test } from "vitest";
import { presentBlock, signInDelayMs } from "../../main/domain/sign-in-delay";

const longestMs = 15 * 60_000;

test("the first three wrong attempts cost nothing; from the fourth on the wait is 5 s and doubles up to 15 minutes", () => {
  const delays = Array.from({ length: 14 }, (_, index) => signInDelayMs(index + 1) / 1_000);
  expect(delays).toEqual([0, 0, 0, 5, 10, 20, 40, 80, 160, 320, 640, 900, 900, 900]);
});

test("another wrong attempt never makes the wait shorter, and no wait is longer than 15 minutes", () => {
  fc.assert(
    fc.property(fc.nat({ max: 1_000_000 }), (attempts) => {
      const delayMs = signInDelayMs(attempts);
      expect(delayMs).toBeGreaterThanOrEqual(0);
      expect(delayMs).toBeLessThanOrEqual(longestMs);
      expect(signInDelayMs(attempts + 1)).toBeGreaterThanOrEqual(delayMs);
    }),
  );
});

test("whoever keeps trying as fast as the waits allow gets four more attempts in an hour, whatever the count before", () => {
  fc.assert(
    fc.property(fc.integer({ min: 12, max: 10_000 }), (attempts) => {
      let elapsedMs = 0;
      let made = 0;
      while (elapsedMs < 60 * 60_000) {
        elapsedMs += signInDelayMs(attempts + made);
        made += 1;
      }
      expect(made).toBe(4);
    }),
  );
});

test("a wait is over at its instant, and a clock that was set back keeps nobody out for longer than the longest wait", () => {
  fc.assert(
    fc.property(fc.nat({ max: 2 ** 40 }), fc.integer({ min: -longestMs * 10, max: longestMs * 10 }), (now, leftMs) => {
      const holds = leftMs > 0 && leftMs <= longestMs;
      expect(presentBlock(now + leftMs, now)).toBe(holds ? now + leftMs : null);
    }),
  );
  expect(presentBlock(null, 5)).toBeNull();
});
