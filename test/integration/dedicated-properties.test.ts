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
const lifeOn = (serverId: number) =>
  [
    "user new@example.org",
    "owner N",
    "install N debian12",
    "assign N ipv4 2",
    "power N off",
    "release N",
    "release N",
    "owner N null",
    "hostname N free.ds",
  ].map((effect) => effect.replace("N", String(serverId)));

it(
  "A7 no sequence of outcomes and restarts loses a step, doubles one, or takes two servers",
  { timeout: 240_000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 0, max: mishaps.length - 1 }), { maxLength: 25 }),
        fc.array(fc.integer({ min: 1, max: 60 }), { maxLength: 6 }),
        fc.boolean(),
        async (script, restarts, isStolen) => {
          const panel = stockFakePanel(createFakePanel(), [101, 102]);
          const clock = createFakeClock();
          let console = await openTestConsole({ panels: panel, clock });
          const { directory } = console;
          try {
            await console.start();
            const sale = await prepareDedicatedService(console, connectionTo("dsmanager"));
            const outcomes = [...script];
            const serverId = isStolen ? 102 : 101;
            panel.mishap = (call) => {
              // While the customer is registered somebody else gets the server in the panel.
              const server = panel.servers.get(101);
              if (isStolen && call === "addUser" && server)
                panel.servers.set(101, { ...server, ownerEmail: "thief@example.org" });
              return orders.has(call) ? mishaps[outcomes.shift() ?? 0] : undefined;
            };
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
            expect(active).toMatchObject({ serverId, label: `server-${String(serverId)}` });
            await console.call("service.close", { id: serviceId, revision: active.revision });
            await run("closed");
            expect(panel.effects.map((effect) => effect.replace(/^(owner \d+) \d+$/, "$1"))).toEqual(lifeOn(serverId));
            const left = panel.servers.get(serverId)?.addresses.map((address) => address.address);
            expect(left).toEqual([`192.0.2.${String(serverId)}`]);
            await console.stop();
          } finally {
            await removeDirectory(directory);
          }
        },
      ),
      { numRuns: 20 },
    );
  },
);
