import fc from "fast-check";
import { expect, it } from "vitest";
import { openTestConsole, removeDirectory } from "../builders/console";
import type { TestConsole } from "../builders/console";
import { connectionTo, orderDedicated, prepareDedicatedService, stockFakePanel } from "../builders/dedicated-service";
import { createFakeClock } from "../builders/fake-clock";
import { createFakePanel } from "../builders/fake-panel";
import type { Mishap } from "../builders/fake-panel";

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
const orders: ReadonlySet<string> = new Set([
  "addUser",
  "setOwner",
  "installOs",
  "assignAddresses",
  "setEnabled",
  "setPower",
  "releaseAddress",
  "setHostname",
]);

/** What the panel has to see of one dedicated service from order to closing, each once and in this order. */
const life = [
  "user new@example.org",
  "owner 101",
  "install 101 debian12",
  "assign 101 ipv4 2",
  "power 101 off",
  "release 101",
  "release 101",
  "owner 101 null",
  "hostname 101 free.ds",
];

it(
  "A7 no sequence of outcomes and restarts loses a step, doubles one, or takes two servers",
  { timeout: 240_000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 0, max: mishaps.length - 1 }), { maxLength: 25 }),
        fc.array(fc.integer({ min: 1, max: 60 }), { maxLength: 6 }),
        async (script, restarts) => {
          const panel = stockFakePanel(createFakePanel(), [101, 102]);
          const clock = createFakeClock();
          let console = await openTestConsole({ panels: panel, clock });
          const { directory } = console;
          try {
            await console.start();
            const sale = await prepareDedicatedService(console, connectionTo("dsmanager"));
            const outcomes = [...script];
            panel.mishap = (call) => (orders.has(call) ? mishaps[outcomes.shift() ?? 0] : undefined);
            const { serviceId } = await orderDedicated(console, sale, { amounts: { ip: 3 } });
            const pauses = [...restarts];
            let pause = pauses.shift() ?? Infinity;
            const restart = async (): Promise<TestConsole> => {
              await console.stop();
              const again = await openTestConsole({ panels: panel, clock, directory });
              await again.start();
              return again;
            };
            const run = async (wanted: string) => {
              for (let round = 0; round < 5_000; round += 1) {
                await new Promise((resolve) => setImmediate(resolve));
                const { service } = await console.call("service.get", { id: serviceId });
                if (service.state === wanted) return service;
                clock.step();
                if ((pause -= 1) === 0) {
                  console = await restart();
                  pause = pauses.shift() ?? Infinity;
                }
              }
              throw new Error(`Never ${wanted}: ${JSON.stringify((await console.call("action.list", {})).rows)}`);
            };
            const active = await run("active");
            expect(active).toMatchObject({ serverId: 101, label: "server-101" });
            await console.call("service.close", { id: serviceId, revision: active.revision });
            await run("closed");
            expect(panel.effects.map((effect) => effect.replace(/^(owner 101) \d+$/, "$1"))).toEqual(life);
            expect(panel.servers.get(101)?.addresses.map((address) => address.address)).toEqual(["192.0.2.101"]);
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
