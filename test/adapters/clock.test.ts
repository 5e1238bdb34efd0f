import { expect, test } from "vitest";
import { systemClock } from "../../main/adapters/clock";
import { makeUuid7 } from "../../main/adapters/ids";

test("work is done after its delay", async () => {
  const startedAt = systemClock.now();

  await new Promise<void>((resolve) => {
    systemClock.schedule(30, resolve);
  });

  // Timers count whole milliseconds from a tick that may be one behind.
  expect(systemClock.now() - startedAt).toBeGreaterThanOrEqual(28);
});

test("work that was called off is not done", async () => {
  const done: string[] = [];

  systemClock.schedule(5, () => void done.push("called off"))();
  await new Promise<void>((resolve) => {
    systemClock.schedule(20, resolve);
  });

  expect(done).toEqual([]);
});

test("a delay longer than a timer takes does not fire at once", async () => {
  const done: string[] = [];

  const callOff = systemClock.schedule(Number.MAX_SAFE_INTEGER, () => void done.push("too early"));
  await new Promise<void>((resolve) => {
    systemClock.schedule(20, resolve);
  });
  callOff();

  expect(done).toEqual([]);
});

test("ids sort in the order they were made", () => {
  const ids = Array.from({ length: 1000 }, makeUuid7);

  expect([...ids].sort()).toEqual(ids);
  expect(new Set(ids).size).toBe(1000);
});
