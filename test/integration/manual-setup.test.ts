import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { cardFor, openTestConsole, removeDirectory } from "../builders/console";
import type { TestConsole } from "../builders/console";
import { createFakeClock } from "../builders/fake-clock";
import { createFakePanel } from "../builders/fake-panel";
import { resource } from "../builders/resource";

let clock = createFakeClock();
let panel = createFakePanel();
let console: TestConsole;
let moduleId = "";
let order: { readonly tariffId: string; readonly customerId: string; readonly periodMonths: number };

beforeEach(async () => {
  clock = createFakeClock();
  panel = createFakePanel();
  console = await openTestConsole({ panels: panel, clock });
  await console.start();
  const department = await console.call("department.add", { name: "Floor" });
  const dataCentre = await console.call("data-centre.add", { name: "Riga-1" });
  const place = { departmentId: department.id, dataCentreId: dataCentre.id };
  moduleId = (await console.call("module.add", { ...place, type: "manual", name: "By hand" })).id;
  const tariff = await console.call("tariff.add", {
    name: "Colo",
    currency: "EUR",
    moduleIds: [moduleId],
    periods: [{ months: 1, priceMinor: 4_900, setUpMinor: 0 }],
    resources: [resource("ip")],
    createAllAddOns: false,
  });
  const customer = await console.call("customer.add", { name: "Client One", email: "c1@example.org" });
  order = { tariffId: tariff.id, customerId: customer.id, periodMonths: 1 };
});

afterEach(async () => {
  await console.stop();
  await removeDirectory(console.directory);
});

const find = async (id: string) => (await console.call("service.get", { id })).service;

async function openTaskOf(serviceId: string) {
  const { openTaskId } = await console.call("service.get", { id: serviceId });
  return console.call("task.accept", { id: openTaskId ?? "" });
}

async function setUp(identifier = "shelf 3, left") {
  const { serviceId } = await console.call("order.place", order);
  const { id, revision } = await openTaskOf(serviceId);
  await console.call("task.close", { id, revision, card: { ...cardFor(identifier), rack: "" } });
  return find(serviceId);
}

async function complete(serviceId: string) {
  const { id, revision, kind } = await openTaskOf(serviceId);
  await console.call("task.close", { id, revision });
  return kind;
}

describe("A8 a module of type Manual setup", () => {
  it("makes a task of every operation and sends nothing anywhere", async () => {
    const { id, ...active } = await setUp();
    expect(active).toMatchObject({ state: "active", serverId: null });
    const done: string[] = [];

    await console.call("service.suspend", { id, revision: active.revision });
    expect((await find(id)).state).toBe("suspending");
    done.push(await complete(id));
    const suspended = await find(id);
    expect(suspended.state).toBe("suspended");

    await console.call("service.change", { id, revision: suspended.revision, amounts: { ip: 3 } });
    done.push(await complete(id));
    const changed = await find(id);
    expect(changed).toMatchObject({ state: "suspended", amounts: { ip: 3 } });

    await console.call("service.resume", { id, revision: changed.revision });
    done.push(await complete(id));
    const resumed = await find(id);
    expect(resumed.state).toBe("active");

    await console.call("service.close", { id, revision: resumed.revision });
    done.push(await complete(id));
    expect((await find(id)).state).toBe("closed");
    expect(done).toEqual(["suspend", "change", "resume", "close"]);
    expect((await console.call("action.list", { state: "all" })).rows).toEqual([]);
    expect(panel.connections).toEqual([]);
  });

  it("takes any text for an identifier, the same number for two services included", async () => {
    const [first, second] = [await setUp("101"), await setUp("101")];
    expect([first.state, second.state]).toEqual(["active", "active"]);
    expect(await setUp("")).toMatchObject({ state: "active" });
  });

  it("lets an operation be withdrawn while nobody has carried it out", async () => {
    const service = await setUp();
    await console.call("service.change", { id: service.id, revision: service.revision, amounts: { ip: 3 } });
    await console.call("order.cancel", { serviceId: service.id, reason: "Ordered by mistake" });
    const withdrawn = await find(service.id);
    expect(withdrawn).toMatchObject({ state: "active", amounts: { ip: 1 }, pendingChange: null });
    expect((await console.call("service.get", { id: service.id })).openTaskId).toBeNull();
  });

  it("can be closed while another operation waits for a person, whose task ends with it", async () => {
    const service = await setUp();
    await console.call("service.suspend", { id: service.id, revision: service.revision });
    const { revision } = await find(service.id);
    await console.call("service.close", { id: service.id, revision });
    const { taskIds } = await console.call("service.get", { id: service.id });
    const tasks = await Promise.all(taskIds.map(async (id) => (await console.call("task.get", { id })).task));
    expect(tasks.map((task) => [task.kind, task.state]).sort()).toEqual([
      ["close", "open"],
      ["set-up", "done"],
      ["suspend", "cancelled"],
    ]);
  });

  it("has no panel: it stands among no links, and what asks for one is refused in words", async () => {
    expect(await console.call("link.list", {})).toEqual([]);
    expect((await console.drain()).unreachable).toEqual([]);
    const refused = { kind: "not-allowed", rule: "no-panel" };
    expect(await console.fault("server.list", { moduleId })).toMatchObject(refused);
    expect(await console.fault("server.set-power", { moduleId, serverId: 1, power: "on" })).toMatchObject(refused);
    expect(await console.fault("module.hold", { id: moduleId })).toMatchObject(refused);
    expect(await console.fault("link.probe", { id: moduleId })).toMatchObject(refused);
  });
});
