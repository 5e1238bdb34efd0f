import { expect, it, onTestFinished, vi } from "vitest";
import { systemClock } from "../../main/adapters/clock";
import { openTestConsole, prepareSale, removeDirectory, setUpService } from "../builders/console";
import { createFakePanel } from "../builders/fake-panel";

// On the real clock: a clock that jumps brings the watch on the configuration along, which wakes the courier as well.
it("the end of a step starts the next one of its lane, though nobody writes in between", async () => {
  const console = await openTestConsole({ panels: createFakePanel(), clock: systemClock });
  onTestFinished(async () => {
    await console.stop();
    await removeDirectory(console.directory);
  });
  await console.start();
  const sale = await prepareSale(console);
  const { serviceId } = await setUpService(console, sale, 101);
  const stateOf = async () => (await console.call("service.get", { id: serviceId })).service;
  await vi.waitFor(async () => expect((await stateOf()).state).toBe("active"), { timeout: 10_000 });
  const { revision } = await stateOf();
  const { taskId } = await console.call("service.close", { id: serviceId, revision, reason: "" });
  const task = await console.call("task.accept", { id: taskId });
  await console.call("task.close", { id: taskId, revision: task.revision });
  await vi.waitFor(async () => expect((await stateOf()).state).toBe("closed"), { timeout: 10_000 });
  const { steps } = await console.call("task.get", { id: taskId });
  expect(steps.map(({ state }) => state)).toEqual(["done", "done", "done", "done"]);
});
