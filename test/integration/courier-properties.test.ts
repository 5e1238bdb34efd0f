import fc from "fast-check";
import { expect, it } from "vitest";
import { createFakeClock } from "../builders/fake-clock";
import { createFakePanel } from "../builders/fake-panel";
import type { Mishap } from "../builders/fake-panel";
import { openTestConsole, prepareSale, removeDirectory, setUpService } from "../builders/console";
import type { TestConsole } from "../builders/console";

const mishaps: readonly (Mishap | undefined)[] = [
  undefined,
  undefined,
  undefined,
  { kind: "not-sent", isCarriedOut: false },
  { kind: "unknown-outcome", isCarriedOut: false },
  { kind: "unknown-outcome", isCarriedOut: true },
  { kind: "malformed", isCarriedOut: true },
  { kind: "asleep", isCarriedOut: false },
  { kind: "throttled", isCarriedOut: false },
];
const orders = ["assignAddresses", "releaseAddress", "setPower", "setSwitchPort"];

it(
  "no sequence of outcomes and restarts loses a step, doubles an effect or reorders a lane",
  { timeout: 120_000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 0, max: mishaps.length - 1 }), { maxLength: 25 }),
        fc.array(fc.integer({ min: 1, max: 40 }), { maxLength: 4 }),
        async (script, restarts) => {
          const panel = createFakePanel();
          const clock = createFakeClock();
          let console = await openTestConsole({ panels: panel, clock });
          const { directory } = console;
          try {
            await console.start();
            const sale = await prepareSale(console);
            const outcomes = [...script];
            panel.mishap = (call) => (orders.includes(call) ? mishaps[outcomes.shift() ?? 0] : undefined);
            const { serviceId } = await setUpService(console, sale, 101, { ip: 2 });
            const pauses = [...restarts];
            const restart = async (): Promise<TestConsole> => {
              await console.stop();
              const again = await openTestConsole({ panels: panel, clock, directory });
              await again.start();
              return again;
            };
            const run = async (wanted: string) => {
              let pause = pauses.shift() ?? 1_000;
              for (let round = 0; round < 3_000; round += 1) {
                await new Promise((resolve) => setImmediate(resolve));
                if ((await console.call("service.get", { id: serviceId })).service.state === wanted) return;
                clock.step();
                if ((pause -= 1) === 0) {
                  console = await restart();
                  pause = pauses.shift() ?? 10_000;
                }
              }
              throw new Error(`Never ${wanted}: ${JSON.stringify((await console.call("action.list", {})).rows)}`);
            };
            await run("active");
            const { service } = await console.call("service.get", { id: serviceId });
            const { taskId } = await console.call("service.close", { id: serviceId, revision: service.revision });
            const task = await console.call("task.accept", { id: taskId });
            await console.call("task.close", { id: taskId, revision: task.revision });
            await run("closed");
            expect(panel.effects).toEqual([
              "assign 101 ipv4 2",
              "release 101",
              "release 101",
              "power 101 off",
              "port 901 down",
            ]);
            await console.stop();
          } finally {
            await removeDirectory(directory);
          }
        },
      ),
      { numRuns: 25 },
    );
  },
);
