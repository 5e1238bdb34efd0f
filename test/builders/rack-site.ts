import type { CallInput, CallOutput } from "../../main/contract/calls";
import type { ServerFacts } from "../../main/contract/shapes/panel";
import { openTestConsole, prepareSale, removeDirectory } from "./console";
import type { Sale, TestConsole } from "./console";
import { createFakeClock } from "./fake-clock";
import type { FakeClock } from "./fake-clock";
import { createFakePanel } from "./fake-panel";
import type { FakePanel } from "./fake-panel";
import { fakeRack } from "./fake-rack";
import { resource } from "./resource";

/** A console on the evening of 15 June 2025 in Riga, with a panel that has the racks A12 and A13 and a tariff by units, power and bandwidth. */
export interface RackSite {
  readonly clock: FakeClock;
  readonly panel: FakePanel;
  readonly console: TestConsole;
  sale: Sale;
  /** What the panel says: this server stands in these units of A12, and nothing else does. */
  mount(serverId: number, units: readonly number[], name?: string): void;
  /** What the mirror of the panel has come to. */
  mirror(servers: readonly ServerFacts[], takenAt: number): Promise<void>;
  order(amounts?: Readonly<Record<string, number>>): Promise<CallOutput<"order.place">>;
  /** The address of A12. */
  a12(): { readonly moduleId: string; readonly rackId: number };
  elevation(): Promise<CallOutput<"rack.elevation">>;
  plan(serviceId: string, bottom: number, height?: number): CallInput<"rack.plan">;
  /** Two units of A12, kept as a spare. */
  reserve(bottom: number, until?: string | null): Promise<CallOutput<"rack.reserve">>;
  cardOf(taskId: string): Promise<CallOutput<"task.get">["card"]>;
  end(): Promise<void>;
}

export async function openRackSite(): Promise<RackSite> {
  const clock = createFakeClock();
  const panel = createFakePanel();
  panel.racks.splice(0, 1, fakeRack(7, "A12"), fakeRack(8, "A13"));
  const console = await openTestConsole({ panels: panel, clock });
  const sale = await prepareSale(console);
  sale.tariff = await console.call("tariff.save", {
    ...sale.tariff,
    resources: [
      resource("unit", { measure: "U" }),
      resource("power", { measure: "W", maximum: 5_000, included: 0 }),
      resource("flat", { measure: "Gbit/s", maximum: 10, included: 0 }),
    ],
  });
  const a12 = () => ({ moduleId: sale.module.id, rackId: 7 });
  const site: RackSite = {
    clock,
    panel,
    console,
    sale,
    a12,
    mount(serverId, units, name = `server-${String(serverId)}`) {
      const rack = fakeRack(7, "A12");
      const taken = rack.units.map((one) =>
        units.includes(one.unit) ? { ...one, state: "occupied" as const, serverId, serverName: name } : one,
      );
      panel.racks.splice(0, 1, { ...rack, units: taken });
    },
    async mirror(servers, takenAt) {
      const moduleId = sale.module.id;
      await console.store.write(async ({ mirror }) => {
        const entries = servers.map((facts) => ({ facts, searchText: "" }));
        await mirror.putServers(moduleId, entries, { takenAt, reading: 1, hasDetails: false });
        const reading = { source: "", reading: 1, isUnfinished: false, after: null, total: servers.length, reason: "" };
        await mirror.putReading({ moduleId, takenAt, ...reading });
      });
    },
    order: (amounts = {}) => {
      const { tariff, customer } = site.sale;
      return console.call("order.place", { tariffId: tariff.id, customerId: customer.id, periodMonths: 1, amounts });
    },
    elevation: () => console.call("rack.elevation", a12()),
    plan: (serviceId, bottom, height = 1) => ({ serviceId, ...a12(), units: { bottom, height } }),
    reserve: (bottom, until = null) =>
      console.call("rack.reserve", {
        ...a12(),
        units: { bottom, height: 2 },
        kind: "reserved",
        reason: "Spare",
        until,
      }),
    cardOf: async (taskId) => (await console.call("task.get", { id: taskId })).card,
    async end() {
      await console.stop();
      await removeDirectory(console.directory);
    },
  };
  return site;
}
