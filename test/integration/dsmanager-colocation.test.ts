import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { systemClock } from "../../main/adapters/clock";
import { createPanelConnector } from "../../main/remote/connector";
import { startDsmanagerSimulator } from "../../simulator/dsmanager/simulator";
import type { DsmanagerSimulator } from "../../simulator/dsmanager/simulator";
import { cardFor, openTestConsole, removeDirectory, silentLog } from "../builders/console";
import type { TestConsole } from "../builders/console";
import { connectionTo, orderDedicated, prepareDedicatedService } from "../builders/dedicated-service";
import type { DedicatedService } from "../builders/dedicated-service";
import { resource } from "../builders/resource";

const patience = { timeout: 20_000, interval: 30 };

let panel: DsmanagerSimulator;
let console: TestConsole;
let sale: DedicatedService;
let tariffId = "";

beforeEach(async () => {
  panel = await startDsmanagerSimulator({ timings: { powerMs: 20, portMs: 10, installMs: 100 } });
  const panels = createPanelConnector({ log: silentLog, limits: { deadlineMs: 5_000, asleepDelayMs: 5 } });
  console = await openTestConsole({ panels, clock: systemClock });
  await console.start();
  const connection = connectionTo("dsmanager", panel.url);
  sale = await prepareDedicatedService(console, connection);
  const module = await console.call("module.add", {
    ...sale.place,
    type: "dsmanager",
    productType: "colocation",
    name: "ds-colo",
    connection,
  });
  const tariff = await console.call("tariff.add", {
    name: "Colo in the old hall",
    currency: "EUR",
    moduleIds: [module.id],
    periods: [{ months: 1, priceMinor: 4_900, setUpMinor: 0 }],
    resources: [resource("ip"), resource("unit", { measure: "U" })],
    createAllAddOns: false,
  });
  tariffId = tariff.id;
});

afterEach(async () => {
  await console.stop();
  await panel.stop();
  await removeDirectory(console.directory);
});

const place = () => console.call("order.place", { tariffId, customerId: sale.customer.id, periodMonths: 1 });
const find = async (id: string) => (await console.call("service.get", { id })).service;
const untilState = (id: string, state: string) =>
  vi.waitFor(async () => {
    const service = await find(id);
    expect(service.state).toBe(state);
    return service;
  }, patience);

async function closeWithCard(taskId: string, identifier: number | string) {
  const { revision } = await console.call("task.accept", { id: taskId });
  return console.call("task.close", { id: taskId, revision, card: cardFor(identifier) });
}

async function completeTask(taskId: string) {
  const { revision } = await console.call("task.accept", { id: taskId });
  return console.call("task.close", { id: taskId, revision });
}

describe("A8 colocation through DSmanager", () => {
  it("is set up, changed and closed by people, and the panel is left alone", async () => {
    const { serviceId, taskId } = await place();
    const receipt = await closeWithCard(taskId, 103);
    expect(receipt.delivery).toBe("none");
    const active = await find(serviceId);
    expect(active).toMatchObject({ state: "active", serverId: 103 });

    const amounts = { ip: 4, unit: 2 };
    expect(await console.call("service.check-change", { id: serviceId, amounts })).toMatchObject({ isByHand: true });
    const change = await console.call("service.change", { id: serviceId, revision: active.revision, amounts });
    expect(await find(serviceId)).toMatchObject({ state: "changing", amounts: { ip: 1, unit: 1 } });
    await completeTask(change.taskId ?? "");
    const changed = await find(serviceId);
    expect(changed).toMatchObject({ state: "active", amounts });

    const closing = await console.call("service.close", { id: serviceId, revision: changed.revision });
    expect((await find(serviceId)).state).toBe("closing");
    await completeTask(closing.taskId);
    expect((await find(serviceId)).state).toBe("closed");
    expect((await console.call("service.get", { id: serviceId })).actions).toEqual([]);
    expect(panel.effects).toEqual([]);
  });

  it("is disabled and enabled by itself, by the DSmanager id of the card (A9)", async () => {
    const { serviceId, taskId } = await place();
    await closeWithCard(taskId, 103);
    const { revision } = await find(serviceId);
    await console.call("service.suspend", { id: serviceId, revision });
    const suspended = await untilState(serviceId, "suspended");
    expect(panel.site.servers.find((one) => one.id === 103)?.isDisabled).toBe(true);
    await console.call("service.resume", { id: serviceId, revision: suspended.revision });
    await untilState(serviceId, "active");
    expect(panel.effects.map((effect) => [effect.kind, effect.serverId])).toEqual([
      ["server-disabled", 103],
      ["server-enabled", 103],
    ]);
  });

  it("is refused with an id that the panel does not know, that is no number, or that is missing (A9)", async () => {
    const { taskId } = await place();
    const { revision } = await console.call("task.accept", { id: taskId });
    for (const [identifier, message] of [
      [999, "ds-colo has no server 999"],
      ["A12/3", "The server's id in DSmanager is a whole number, for example 101"],
      ["", "Required: the server's id in DSmanager"],
    ] as const) {
      const fault = await console.fault("task.close", { id: taskId, revision, card: cardFor(identifier) });
      expect(fault).toMatchObject({ issues: [{ path: "card.identifier", message }] });
    }
  });
});

describe("A2 two modules on one DSmanager", () => {
  it("never tie a dedicated and a colocation service to the same server", async () => {
    const dedicated = await orderDedicated(console, sale);
    const { serverId, number } = await untilState(dedicated.serviceId, "active");
    const { taskId } = await place();
    const { revision } = await console.call("task.accept", { id: taskId });
    const fault = await console.fault("task.close", { id: taskId, revision, card: cardFor(serverId ?? 0) });
    expect(fault).toMatchObject({
      issues: [
        {
          path: "card.identifier",
          message: `Server ${String(serverId)} belongs to service C-${String(number)}`,
        },
      ],
    });
  });

  it("leave a server that stands on a colocation card out of the stock", async () => {
    const { taskId } = await place();
    // Server 102 has no owner on the panel: only Rackside knows that it is a customer's.
    await console.call("module.hold", { id: sale.module.id });
    const dedicated = await orderDedicated(console, sale);
    await closeWithCard(taskId, 102);
    await console.call("module.release-hold", { id: sale.module.id });
    await vi.waitFor(async () => expect((await find(dedicated.serviceId)).needsAttention).toBe(true), patience);
    const { actions } = await console.call("service.get", { id: dedicated.serviceId });
    expect(actions[0]?.trouble?.message).toContain("1 held for another service");
  });
});
