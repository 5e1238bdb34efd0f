import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { CallInput } from "../../main/contract/calls";
import { cardFor, openTestConsole, removeDirectory } from "../builders/console";
import type { TestConsole } from "../builders/console";
import { connectionTo, orderDedicated, prepareDedicatedService, stockFakePanel } from "../builders/dedicated-service";
import { createFakeClock } from "../builders/fake-clock";
import { createFakePanel } from "../builders/fake-panel";
import { resource } from "../builders/resource";
import { settled } from "../builders/settled";

let clock = createFakeClock();
let panel = createFakePanel();
let console: TestConsole;

beforeEach(async () => {
  clock = createFakeClock();
  panel = createFakePanel();
  console = await openTestConsole({ panels: panel, clock });
  await console.start();
});

afterEach(async () => {
  await console.stop();
  await removeDirectory(console.directory);
});

const find = async (id: string) => (await console.call("service.get", { id })).service;
const untilState = (id: string, state: string) => settled(console, clock, async () => (await find(id)).state === state);

/** A colocation service that runs on server 101 with one address, one unit and a port. */
async function runColocation() {
  const department = await console.call("department.add", { name: "Floor" });
  const dataCentre = await console.call("data-centre.add", { name: "Riga-1" });
  const module = await console.call("module.add", {
    type: "dcimanager6-colocation",
    name: "dc-1",
    connection: { url: "http://127.0.0.1:1", username: "dc@example.net", password: "s3cret" },
    dataCentreId: dataCentre.id,
    departmentId: department.id,
    locationId: 3,
  });
  const tariff = await console.call("tariff.add", {
    name: "Colo",
    currency: "EUR",
    moduleIds: [module.id],
    periods: [{ months: 1, priceMinor: 5_000, setUpMinor: 2_000 }],
    resources: [
      resource("ip", { title: "IPv4 addresses" }),
      resource("unit", { title: "Rack units", measure: "U" }),
      resource("flat", { title: "Bandwidth", measure: "Mbit/s", included: 500, maximum: 10_000, changeBy: "up-only" }),
    ],
    createAllAddOns: false,
  });
  const customer = await console.call("customer.add", { name: "Client One", email: "c1@example.org" });
  const order = { tariffId: tariff.id, customerId: customer.id, periodMonths: 1 };
  const { serviceId, taskId } = await console.call("order.place", order);
  const { revision } = await console.call("task.accept", { id: taskId });
  await console.call("task.close", { id: taskId, revision, card: cardFor(101) });
  await untilState(serviceId, "active");
  panel.effects.length = 0;
  return { tariff, service: await find(serviceId) };
}

describe("B11 a change of configuration, looked at before it is ordered", () => {
  it("tells the differences in words and both prices, the set-up fee left out", async () => {
    const { service } = await runColocation();
    const report = await console.call("service.check-change", { id: service.id, amounts: { ip: 3, flat: 2_500 } });
    expect(report.differences).toEqual([
      { field: "IPv4 addresses", before: "1 pcs", after: "3 pcs" },
      { field: "Bandwidth", before: "500 Mbit/s", after: "2.5 Gbit/s" },
    ]);
    expect([report.priceBefore.totalMinor, report.priceAfter.totalMinor]).toEqual([
      5_000,
      5_000 + 2 * 300 + 2_000 * 300,
    ]);
    expect(report.isByHand).toBe(true);
    expect(await find(service.id)).toMatchObject({ state: "active", revision: service.revision });
  });

  it("needs nobody where only addresses change", async () => {
    const { service } = await runColocation();
    const report = await console.call("service.check-change", { id: service.id, amounts: { ip: 3 } });
    expect(report.isByHand).toBe(false);
  });

  it("is refused outside the tariff's limits, against who may change it, and while nothing would change", async () => {
    const { service } = await runColocation();
    const { id, revision } = service;
    expect(await console.fault("service.check-change", { id, amounts: { ip: 99, ram: 1 } })).toMatchObject({
      issues: [
        { path: "amounts.ip", message: "At most 16 pcs" },
        { path: "amounts.ram", message: "Not part of this tariff" },
      ],
    });
    await console.call("service.change", { id, revision, amounts: { flat: 1_000 } });
    await console.call("order.cancel", { serviceId: id, reason: "Mistake" });
    const { revision: now } = await find(id);
    expect(await console.fault("service.change", { id, revision: now })).toMatchObject({ rule: "nothing-changed" });
    expect(await console.fault("service.change", { id, revision: now, amounts: { flat: 499 } })).toMatchObject({
      issues: [{ path: "amounts.flat", message: "Only upwards: 500 Mbit/s or more" }],
    });
  });
});

describe("B11 a change of configuration on DCImanager 6", () => {
  const change = (
    service: { readonly id: string; readonly revision: number },
    amounts: CallInput<"service.change">["amounts"],
  ) => console.call("service.change", { id: service.id, revision: service.revision, amounts });

  it("assigns and frees addresses by itself and takes effect at its end", async () => {
    const { service } = await runColocation();
    await change(service, { ip: 3 });
    expect(await find(service.id)).toMatchObject({
      state: "changing",
      amounts: { ip: 1 },
      pendingChange: { amounts: { ip: 3 }, stateBefore: "active" },
    });
    await untilState(service.id, "active");
    const grown = await find(service.id);
    expect(grown).toMatchObject({ amounts: { ip: 3 }, price: { totalMinor: 5_600 }, pendingChange: null });
    const [main] = grown.addresses;
    await change(grown, { ip: 1 });
    await untilState(service.id, "active");
    expect(panel.effects).toEqual(["assign 101 ipv4 2", "release 101", "release 101"]);
    expect((await find(service.id)).addresses).toEqual([main]);
  });

  it("waits for a person where more than addresses change, and the panel follows the person", async () => {
    const { service } = await runColocation();
    const { taskId } = await change(service, { ip: 2, unit: 3 });
    const task = await console.call("task.accept", { id: taskId ?? "" });
    expect(task.kind).toBe("change");
    expect(panel.effects).toEqual([]);
    await console.call("task.close", { id: task.id, revision: task.revision });
    await untilState(service.id, "active");
    expect(panel.effects).toEqual(["assign 101 ipv4 1"]);
    expect(await find(service.id)).toMatchObject({ amounts: { ip: 2, unit: 3 } });
  });

  it("does not take effect when one of its steps is given up", async () => {
    const { service } = await runColocation();
    panel.mishap = (call) => (call === "assignAddresses" ? { kind: "refused", isCarriedOut: false } : undefined);
    const { taskId, actionIds } = await change(service, { ip: 3 });
    await settled(console, clock, async () => (await find(service.id)).needsAttention);
    await console.call("action.discard", { id: actionIds[0] ?? "", reason: "The pool is empty" });
    expect(await find(service.id)).toMatchObject({ state: "active", amounts: { ip: 1 }, pendingChange: null });
    expect((await console.call("task.get", { id: taskId ?? "" })).task.state).toBe("cancelled");
  });

  it("takes effect when somebody finishes it by hand", async () => {
    const { service } = await runColocation();
    panel.mishap = (call) => (call === "assignAddresses" ? { kind: "refused", isCarriedOut: false } : undefined);
    const { taskId } = await change(service, { ip: 3 });
    await settled(console, clock, async () => (await find(service.id)).needsAttention);
    const { revision } = (await console.call("task.get", { id: taskId ?? "" })).task;
    await console.call("task.finish-by-hand", { id: taskId ?? "", revision, reason: "Assigned in the panel" });
    expect(await find(service.id)).toMatchObject({ state: "active", amounts: { ip: 3 }, pendingChange: null });
  });

  it("leaves a suspended service suspended", async () => {
    const { service } = await runColocation();
    await console.call("service.suspend", { id: service.id, revision: service.revision });
    await untilState(service.id, "suspended");
    await change(await find(service.id), { ip: 2 });
    await untilState(service.id, "suspended");
    expect(await find(service.id)).toMatchObject({ amounts: { ip: 2 } });
  });

  it("is refused when somebody changed the service since it was looked at", async () => {
    const { service } = await runColocation();
    await change(service, { ip: 2 });
    await untilState(service.id, "active");
    const stale = { id: service.id, revision: service.revision, amounts: { ip: 3 } };
    expect(await console.fault("service.change", stale)).toMatchObject({ kind: "stale" });
    const running = await find(service.id);
    await change(running, { ip: 4 });
    const again = { id: service.id, revision: running.revision + 1, amounts: { ip: 5 } };
    expect(await console.fault("service.change", again)).toMatchObject({ rule: "service-state" });
  });
});

describe("B11 moving to the current version of the tariff", () => {
  it("changes the price at once, by the new version, and sends nothing", async () => {
    const { tariff, service } = await runColocation();
    const [row] = await console.call("tariff.list", {});
    const periods = [{ months: 1, priceMinor: 6_000, setUpMinor: 2_000 }];
    await console.call("tariff.save", { ...tariff, revision: row?.revision ?? 0, periods });
    expect((await find(service.id)).isTariffOutdated).toBe(true);
    const own = await console.call("service.check-change", { id: service.id, amounts: { ip: 2 } });
    expect(own.priceAfter.totalMinor).toBe(5_300);
    const receipt = await console.call("service.change", {
      id: service.id,
      revision: service.revision,
      toCurrentTariff: true,
    });
    expect(receipt).toMatchObject({ delivery: "none", taskId: null });
    expect(await find(service.id)).toMatchObject({
      state: "active",
      tariffVersion: 2,
      isTariffOutdated: false,
      price: { totalMinor: 6_000 },
    });
  });

  it("recounts what the service has where the measure changes, and gives no less of it", async () => {
    const { tariff, service } = await runColocation();
    const [row] = await console.call("tariff.list", {});
    const resources = tariff.resources.map((one) =>
      one.name === "flat" ? { ...one, measure: "Gbit/s" as const, included: 0, maximum: 10 } : one,
    );
    await console.call("tariff.save", { ...tariff, revision: row?.revision ?? 0, resources });
    const { differences } = await console.call("service.check-change", { id: service.id, toCurrentTariff: true });
    expect(differences).toEqual([
      { field: "Bandwidth", before: "0.5 Gbit/s", after: "1 Gbit/s" },
      { field: "Tariff", before: "version 1", after: "version 2" },
    ]);
  });
});

describe("B11 a change of configuration of a dedicated server", () => {
  it("runs by itself, keeps the main address, and refuses another operating system", async () => {
    stockFakePanel(panel, [101]);
    const sale = await prepareDedicatedService(console, connectionTo("dsmanager"));
    const { serviceId } = await orderDedicated(console, sale, { amounts: { ip: 3, ipv6: 1 } });
    await untilState(serviceId, "active");
    const active = await find(serviceId);
    expect(await console.fault("service.check-change", { id: serviceId, choices: { os: "ubuntu2404" } })).toMatchObject(
      {
        issues: [
          {
            path: "choices.os",
            message: "Another operating system means an installation that wipes the disks. Order a new service for it",
          },
        ],
      },
    );
    const amounts = { ip: 1, ipv6: 2, ram: 32 };
    expect(await console.call("service.check-change", { id: serviceId, amounts })).toMatchObject({ isByHand: false });
    await console.call("service.change", { id: serviceId, revision: active.revision, amounts });
    await untilState(serviceId, "active");
    const changed = await find(serviceId);
    expect(changed.amounts).toEqual(amounts);
    expect(changed.addresses.map(({ family }) => family)).toEqual(["ipv4", "ipv6", "ipv6"]);
    expect(changed.addresses[0]?.address).toBe("192.0.2.101");
  });
});
