import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { PanelConnector } from "../../main/ports/gateway";
import { cardFor, openTestConsole, removeDirectory } from "../builders/console";
import type { TestConsole } from "../builders/console";
import { connectionTo, orderDedicated, prepareDedicatedService, stockFakePanel } from "../builders/dedicated-service";
import type { DedicatedService } from "../builders/dedicated-service";
import { createFakeClock } from "../builders/fake-clock";
import { createFakePanel } from "../builders/fake-panel";
import { settled } from "../builders/settled";

const secondUrl = "http://127.0.0.1:3";

let clock = createFakeClock();
let first = createFakePanel();
let second = createFakePanel();
let console: TestConsole;
let sale: DedicatedService;

beforeEach(async () => {
  clock = createFakeClock();
  // The same ids on both panels, so that a step that went to the wrong one would find a server there.
  first = stockFakePanel(createFakePanel(), [101]);
  second = stockFakePanel(createFakePanel(), [101, 102]);
  const panels: PanelConnector = {
    connect: (connection) => (connection.url === secondUrl ? second : first).connect(connection),
    inspectCertificate: () => Promise.resolve(null),
  };
  console = await openTestConsole({ panels, clock });
  await console.start();
  sale = await prepareDedicatedService(console, connectionTo("dsmanager"));
});

afterEach(async () => {
  await console.stop();
  await removeDirectory(console.directory);
});

const detail = (id: string) => console.call("service.get", { id });
const untilState = (id: string, state: string) =>
  settled(console, clock, async () => (await detail(id)).service.state === state);

async function addModule(name: string, sort: number, fields: object) {
  const module = await console.call("module.add", { ...sale.place, type: "manual", name, sort, ...fields });
  const [tariff] = await console.call("tariff.list", {});
  if (!tariff) throw new Error("No tariff");
  await console.call("tariff.save", { ...tariff, moduleIds: [...tariff.moduleIds, module.id] });
  return module;
}

/** An order whose module loses its last free server before the first step goes out. */
async function orderInVain() {
  await console.call("module.hold", { id: sale.module.id });
  const order = await orderDedicated(console, sale);
  const server = first.servers.get(101);
  if (server) first.servers.set(101, { ...server, hasFault: true });
  await console.call("module.release-hold", { id: sale.module.id });
  return order;
}

describe("B2 a module that turns out to have no free server", () => {
  it("passes the order on to the next module by sort, and the record tells why", async () => {
    const next = await addModule("ds-2", 20, {
      type: "dsmanager",
      productType: "dedicated",
      connection: connectionTo("dsmanager", secondUrl),
    });
    const { serviceId, taskId } = await orderInVain();
    await untilState(serviceId, "active");
    const { service, actions } = await detail(serviceId);
    expect(service).toMatchObject({ moduleId: next.id, moduleName: "ds-2", serverId: 101 });
    expect(service.moduleTrials).toEqual([
      {
        moduleId: sale.module.id,
        moduleName: "ds-1",
        isChosen: false,
        remarks: ["No free server of HPCorei5: 1 faulty"],
      },
      { moduleId: next.id, moduleName: "ds-2", isChosen: true, remarks: [] },
    ]);
    expect(actions.every((action) => action.moduleId === next.id)).toBe(true);
    expect((await console.call("task.get", { id: taskId })).task.moduleName).toBe("ds-2");
    expect(first.effects).toEqual([]);
    expect(second.effects).toContain("install 101 debian12");
    expect((await console.call("message.list", {})).rows).toEqual([]);
  });

  it("passes the order on to people where the next module is worked by hand", async () => {
    const byHand = await addModule("By hand", 30, { productType: "dedicated" });
    const { serviceId, taskId } = await orderInVain();
    await settled(console, clock, async () => (await console.call("task.get", { id: taskId })).task.state === "open");
    const { service, actions } = await detail(serviceId);
    expect(service).toMatchObject({ moduleId: byHand.id, state: "ordered", serverId: null });
    expect(actions.map((action) => action.state)).toEqual(["discarded", "discarded", "discarded", "discarded"]);
    const task = await console.call("task.accept", { id: taskId });
    const card = { ...cardFor("shelf 3, left"), rack: "" };
    await console.call("task.close", { id: taskId, revision: task.revision, card });
    expect((await detail(serviceId)).service).toMatchObject({ state: "active", serverId: null });
    expect([...first.effects, ...second.effects]).toEqual([]);
  });

  it("needs a person when no other module can serve, and says why none can", async () => {
    const off = await addModule("ds-2", 20, {
      type: "dsmanager",
      productType: "dedicated",
      connection: connectionTo("dsmanager", secondUrl),
    });
    await console.call("module.save", { ...off, isActive: false });
    const { serviceId } = await orderInVain();
    await settled(console, clock, async () => (await detail(serviceId)).service.needsAttention);
    const [step] = (await detail(serviceId)).actions;
    expect(step?.trouble?.message).toBe("No free server of HPCorei5: 1 faulty. ds-2: Switched off");
    expect((await detail(serviceId)).service.moduleId).toBe(sale.module.id);
  });
});
