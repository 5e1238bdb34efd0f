import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { ConsoleEvent } from "../../main/contract/events";
import { createDesktopLock, watchClosing } from "../../electron/locking";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test("a lock from outside lets the page save first, and locks by itself when the page does not", async () => {
  const told: ConsoleEvent[] = [];
  const dispatch = vi.fn(() => Promise.resolve({ ok: true as const, value: {} }));
  const lock = createDesktopLock({ dispatch }, (event) => void told.push(event));

  lock();

  expect(told).toEqual([{ name: "lock.requested" }]);
  expect(dispatch).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1_000);
  expect(dispatch).toHaveBeenCalledExactlyOnceWith("operator.lock", {});
});

test.each([
  ["signed-in", 0],
  ["locked", 1],
  ["signed-out", 1],
] as const)("a change of the session to %s clears what was copied %i times", async (access, times) => {
  const listeners: ((event: ConsoleEvent) => void)[] = [];
  const onClosed = vi.fn();
  watchClosing(
    {
      dispatch: () => Promise.resolve({ ok: true, value: { access } }),
      subscribe: (listener) => {
        listeners.push(listener);
        return () => undefined;
      },
    },
    onClosed,
  );

  for (const tell of listeners) tell({ name: "session.changed" });
  await vi.advanceTimersByTimeAsync(0);

  expect(onClosed).toHaveBeenCalledTimes(times);
});
