import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createFakeClock } from "../builders/fake-clock";
import { createFakePanel } from "../builders/fake-panel";
import { cardFor, openTestConsole, prepareSale, removeDirectory, setUpService } from "../builders/console";
import type { Sale, TestConsole } from "../builders/console";
import { settled } from "../builders/settled";

let clock = createFakeClock();
let panel = createFakePanel();
let console: TestConsole;
let sale: Sale;

beforeEach(async () => {
  clock = createFakeClock();
  panel = createFakePanel();
  console = await openTestConsole({ panels: panel, clock });
  await console.start();
  sale = await prepareSale(console);
});

afterEach(async () => {
  await console.stop();
  await removeDirectory(console.directory);
});

const serviceState = async (id: string) => (await console.call("service.get", { id })).service.state;

describe("the life of a colocation service", () => {
  it("puts the order as a task into the department of the module", async () => {
    const order = await console.call("order.place", {
      tariffId: sale.tariff.id,
      customerId: sale.customer.id,
      periodMonths: 1,
    });
    const { rows, counts } = await console.call("task.list", { departmentId: sale.department.id });
    expect(rows).toMatchObject([
      { id: order.taskId, kind: "set-up", state: "open", performer: null, customerName: "Client One" },
    ]);
    expect(counts).toMatchObject({ open: 1, inWork: 0 });
    expect(await serviceState(order.serviceId)).toBe("ordered");
  });

  it("lets exactly one of sixteen operators accept a task", async () => {
    const { taskId } = await console.call("order.place", {
      tariffId: sale.tariff.id,
      customerId: sale.customer.id,
      periodMonths: 1,
    });
    const names = Array.from({ length: 16 }, (_, index) => `Operator ${String(index)}`);
    const answers = await Promise.all(
      names.map((name) => {
        console.actAs(name);
        return console.dispatch("task.accept", { id: taskId });
      }),
    );
    const { task } = await console.call("task.get", { id: taskId });
    expect(names.filter((_, index) => answers[index]?.ok)).toEqual([task.performer]);
    expect(task.state).toBe("in-work");
    const { rows } = await console.call("journal.list", { serviceId: task.serviceId });
    expect(rows.filter((row) => row.call === "task.accept")).toHaveLength(1);
  });

  it("assigns the addresses by itself once the card is closed, and the service is active", async () => {
    const { serviceId, receipt } = await setUpService(console, sale, 101, { ip: 2, ipv6: 1 });
    expect(receipt.delivery).toBe("sending");
    expect(await serviceState(serviceId)).toBe("processing");
    await settled(console, clock);
    const { service, actions } = await console.call("service.get", { id: serviceId });
    expect(service).toMatchObject({ state: "active", serverId: 101, label: "client-one-1" });
    expect(service.addresses.map((address) => address.family)).toEqual(["ipv4", "ipv4", "ipv6"]);
    expect(actions.map((action) => action.state)).toEqual(["done", "done"]);
    expect(panel.effects).toEqual(["assign 101 ipv4 2", "assign 101 ipv6 1"]);
  });

  it("is active at once when the tariff has no addresses", async () => {
    const tariff = await console.call("tariff.add", {
      name: "No addresses",
      currency: "EUR",
      moduleIds: [sale.module.id],
      periods: [{ months: 1, priceMinor: 100, setUpMinor: 0 }],
      createAllAddOns: false,
    });
    const { serviceId } = await setUpService(console, { ...sale, tariff }, 101);
    expect(await serviceState(serviceId)).toBe("active");
    expect(panel.effects).toEqual([]);
  });

  it("shuts and opens the data ports on suspend and resume, never the management port", async () => {
    const { serviceId } = await setUpService(console, sale, 101);
    await settled(console, clock);
    for (const [verb, state, admin] of [
      ["suspend", "suspended", "down"],
      ["resume", "active", "up"],
    ] as const) {
      const { service } = await console.call("service.get", { id: serviceId });
      await console.call(`service.${verb}`, { id: serviceId, revision: service.revision });
      await settled(console, clock);
      expect(await serviceState(serviceId)).toBe(state);
      expect(panel.servers.get(101)?.switchConnections.map((port) => port.adminStatus)).toEqual([admin, "up"]);
    }
    expect(panel.effects.filter((effect) => effect.startsWith("port 902"))).toEqual([]);
  });

  it("closes out in four visible steps after a person completed the task", async () => {
    const { serviceId } = await setUpService(console, sale, 101, { ip: 2 });
    await settled(console, clock);
    panel.effects.length = 0;
    const { service } = await console.call("service.get", { id: serviceId });
    const { taskId } = await console.call("service.close", { id: serviceId, revision: service.revision });
    expect(panel.effects).toEqual([]);
    const task = await console.call("task.accept", { id: taskId });
    await console.call("task.close", { id: taskId, revision: task.revision });
    await settled(console, clock);
    const detail = await console.call("task.get", { id: taskId });
    expect(detail.task.state).toBe("done");
    expect(detail.service).toMatchObject({ state: "closed", addresses: [] });
    expect(detail.steps.map((step) => [step.kind, step.state])).toEqual([
      ["cancel-operations", "done"],
      ["release-addresses", "done"],
      ["set-power", "done"],
      ["set-ports", "done"],
    ]);
    expect(panel.effects).toEqual(["release 101", "release 101", "power 101 off", "port 901 down"]);
    expect(panel.servers.get(101)?.switchConnections.find((port) => port.isManagement)?.adminStatus).toBe("up");
  });
});

describe("closing a service", () => {
  it("waits for a step that is under way, which is named", async () => {
    const { serviceId } = await setUpService(console, sale, 101);
    await settled(console, clock);
    await console.call("module.hold", { id: sale.module.id });
    await console.call("server.set-power", { moduleId: sale.module.id, serverId: 101, power: "off" });
    const { service } = await console.call("service.get", { id: serviceId });
    expect(await console.fault("service.close", { id: serviceId, revision: service.revision })).toMatchObject({
      rule: "steps-under-way",
      message: '"Power off" has not ended. Let it end or discard it first',
    });
    expect(await serviceState(serviceId)).toBe("active");
  });
});

describe("a card that cannot be closed", () => {
  it("names the fields, keeps the task and the draft", async () => {
    const { taskId } = await console.call("order.place", {
      tariffId: sale.tariff.id,
      customerId: sale.customer.id,
      periodMonths: 1,
    });
    const task = await console.call("task.accept", { id: taskId });
    const fields = { ...cardFor(999, "x".repeat(500)), rack: "A99" };
    await console.call("draft.save", { taskId, fields });
    const fault = await console.fault("task.close", { id: taskId, revision: task.revision, card: fields });
    expect(fault).toMatchObject({
      kind: "invalid-input",
      issues: [
        { path: "card.label", message: "Too long by 380 characters: at most 120" },
        { path: "card.rack", message: "No rack A99 in the panel. Near it: A12" },
        { path: "card.identifier", message: "dc-1 has no server 999" },
      ],
    });
    const detail = await console.call("task.get", { id: taskId });
    expect(detail.task.state).toBe("in-work");
    expect(detail.draft?.fields).toEqual(fields);
  });

  it("is refused when its server belongs to another running service", async () => {
    await setUpService(console, sale, 101);
    await expect(setUpService(console, sale, 101)).rejects.toThrow("Server 101 belongs to service C-1");
  });

  it("is refused to an operator who does not hold the task", async () => {
    const { taskId } = await console.call("order.place", {
      tariffId: sale.tariff.id,
      customerId: sale.customer.id,
      periodMonths: 1,
    });
    const task = await console.call("task.accept", { id: taskId });
    console.actAs("Boris");
    expect(await console.fault("task.accept", { id: taskId })).toMatchObject({
      rule: "task-taken",
      message: "Anna has accepted this task already",
    });
    expect(
      await console.fault("task.close", { id: taskId, revision: task.revision, card: cardFor(101) }),
    ).toMatchObject({ rule: "task-taken" });
  });
});

describe("shortage", () => {
  it("is forecast for the card before it is closed", async () => {
    panel.pools[0] = { poolId: 2, name: "public", freeIpv4: "1", freeIpv6: null, total: "254", used: "253" };
    const { taskId } = await console.call("order.place", {
      tariffId: sale.tariff.id,
      customerId: sale.customer.id,
      periodMonths: 1,
      amounts: { ip: 3 },
    });
    expect(await console.call("card.forecast", { taskId, rack: "A12" })).toMatchObject([
      { family: "ipv4", needed: 3, free: "1", poolName: "public", poolReason: "location", isShort: true, isLive: true },
    ]);
  });

  it("stands on the last known count with its age while the panel is out of reach", async () => {
    const { taskId } = await console.call("order.place", {
      tariffId: sale.tariff.id,
      customerId: sale.customer.id,
      periodMonths: 1,
    });
    const before = clock.now();
    panel.mishap = () => ({ kind: "not-sent", isCarriedOut: false });
    clock.advance(10);
    expect(await console.call("card.forecast", { taskId })).toMatchObject([
      { free: "200", isShort: false, isLive: false, takenAt: before },
    ]);
  });

  it("sends the order to the next module and records why", async () => {
    const other = await console.call("module.add", {
      type: "dcimanager6-colocation",
      name: "dc-0",
      connection: { url: "http://127.0.0.1:2", username: "dc@example.net", password: "s3cret" },
      dataCentreId: sale.dataCentre.id,
      departmentId: sale.department.id,
      sort: 5,
    });
    await console.call("module.save", { ...other, isActive: false });
    await console.call("tariff.save", { ...sale.tariff, moduleIds: [sale.module.id, other.id] });
    const { serviceId } = await console.call("order.place", {
      tariffId: sale.tariff.id,
      customerId: sale.customer.id,
      periodMonths: 1,
    });
    expect((await console.call("service.get", { id: serviceId })).service.moduleTrials).toMatchObject([
      { moduleName: "dc-0", isChosen: false, remarks: ["Switched off"] },
      { moduleName: "dc-1", isChosen: true },
    ]);
  });
});
