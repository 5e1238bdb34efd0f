import { afterEach, beforeEach, expect, test } from "vitest";
import type { TestConsole } from "../builders/console";
import { openTestConsole, prepareSale, removeDirectory } from "../builders/console";
import { createFakeClock } from "../builders/fake-clock";
import type { FakeClock } from "../builders/fake-clock";
import { createFakePanel } from "../builders/fake-panel";

const hourMs = 3_600_000;
/** Half past ten in the evening in Riga, an hour and a half before the next day there. */
const evening = Date.parse("2026-11-22T20:30:00Z");

let clock: FakeClock;
let console: TestConsole;

beforeEach(async () => {
  clock = createFakeClock(evening);
  console = await openTestConsole({ panels: createFakePanel(), clock });
});
afterEach(async () => {
  await console.stop();
  await removeDirectory(console.directory);
});

test("what was opened before midnight counts for yesterday, and the queue tells how long it has waited", async () => {
  const { tariff, customer, module, department } = await prepareSale(console);
  const order = () =>
    console.call("order.place", { tariffId: tariff.id, customerId: customer.id, periodMonths: 1, label: "" });
  await order();
  const second = await order();
  clock.advance(2 * hourMs);
  await console.call("order.cancel", { serviceId: second.serviceId, reason: "Ordered twice" });
  await order();
  const { queue, throughput, failures, links, takenAt } = await console.call("statistics.get", { days: 3 });
  expect(takenAt).toBe(clock.now());
  expect(queue).toEqual([
    {
      departmentId: department.id,
      departmentName: "Floor",
      ages: { hour: 1, "four-hours": 1, day: 0, "three-days": 0, older: 0 },
    },
  ]);
  expect(throughput.map(({ day, opened, done }) => [day, opened, done])).toEqual([
    ["2026-11-21", 0, 0],
    ["2026-11-22", 2, 0],
    ["2026-11-23", 1, 0],
  ]);
  expect(failures).toMatchObject([{ moduleId: module.id, moduleName: "dc-1", done: 0, needsAttention: 0 }]);
  expect(links).toMatchObject([{ moduleId: module.id, moduleName: "dc-1" }]);
});

test("a profile without work answers with empty days and nothing else", async () => {
  const { queue, throughput, failures, links } = await console.call("statistics.get", {});
  expect([queue, failures, links]).toEqual([[], [], []]);
  expect(throughput).toHaveLength(14);
  expect(throughput.every(({ opened, done }) => opened === 0 && done === 0)).toBe(true);
});
