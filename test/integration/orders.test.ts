import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { PanelConnector } from "../../main/ports/gateway";
import { openTestConsole, prepareSale, removeDirectory } from "../builders/console";
import { dsmanagerConnection, prepareDedicatedSale, stockDedicated } from "../builders/dedicated-sale";
import type { DedicatedSale } from "../builders/dedicated-sale";
import { createFakePanel, fakeServer } from "../builders/fake-panel";
import { fakeRack } from "../builders/fake-rack";
import { resource } from "../builders/resource";

type OpenConsole = Awaited<ReturnType<typeof openTestConsole>>;

let panel = createFakePanel();
let second = createFakePanel();
let console: OpenConsole;

const secondUrl = "http://127.0.0.1:10/manager/dsmgr";

beforeEach(async () => {
  panel = createFakePanel();
  second = createFakePanel();
  const panels: PanelConnector = {
    connect: (connection) => (connection.url === secondUrl ? second : panel).connect(connection),
    inspectCertificate: () => Promise.resolve(null),
  };
  console = await openTestConsole({ panels });
});

afterEach(async () => {
  await console.stop();
  await removeDirectory(console.directory);
});

const down = () => ({ kind: "not-sent", isCarriedOut: false }) as const;

describe("an order of a dedicated server", () => {
  let sale: DedicatedSale;
  const order = (os = "debian12") => ({ tariffId: sale.tariff.id, periodMonths: 1, choices: { os } });
  const place = (os?: string) => console.call("order.place", { ...order(os), customerId: sale.customer.id });
  const refusal = (os?: string) => console.fault("order.place", { ...order(os), customerId: sale.customer.id });
  const remarks = async (os?: string) => (await console.call("order.check", order(os))).moduleTrials;

  beforeEach(async () => {
    stockDedicated(panel);
    stockDedicated(second);
    sale = await prepareDedicatedSale(console);
  });

  /** A second DSmanager behind the first by sort, on the same tariff. */
  async function addSecondModule(): Promise<void> {
    const connection = { ...dsmanagerConnection, url: secondUrl };
    const module = await sale.addModule({ name: "dm-2", sort: 20, connection });
    await console.call("tariff.save", { ...sale.tariff, moduleIds: [sale.module.id, module.id] });
  }

  it("A6 offers the enumeration's items, and one of them has to be chosen", async () => {
    const input = { tariffId: sale.tariff.id, periodMonths: 1 };
    expect(await console.fault("order.check", input)).toMatchObject({
      issues: [{ path: "choices.os", message: "Choose: Operating system" }],
    });
    expect(await console.fault("order.check", order("windows"))).toMatchObject({
      issues: [{ path: "choices.os", message: "Operating systems has no windows" }],
    });
    const { serviceId } = await place();
    const { service } = await console.call("service.get", { id: serviceId });
    expect(service).toMatchObject({ choices: { os: "debian12" }, tariffVersion: 1, pendingChange: null });
  });

  it("A5 is refused in its field when no panel has the image, before anything is stored", async () => {
    expect(await refusal("centos7")).toMatchObject({
      kind: "invalid-input",
      issues: [{ path: "choices.os", message: "No image centos7 in the panel" }],
    });
    expect((await console.call("service.list", {})).total).toBe(0);
  });

  it("A3 tells how many servers of the preset are free, and not those that a service stands on", async () => {
    expect((await console.call("order.check", order())).stock).toMatchObject([
      { what: "server", where: "HPCorei5", needed: 1, free: 1, isShort: false, isLive: true },
    ]);
    const { serviceId } = await place();
    await console.store.write(async ({ services }) => {
      const service = await services.find(serviceId);
      if (service) await services.save({ ...service, serverId: 201 });
    });
    expect((await console.call("order.check", order())).stock).toMatchObject([{ free: 0, isShort: true }]);
  });

  it("A4 is refused with the reason when the panel has no such preset", async () => {
    await console.call("tariff.save", { ...sale.tariff, internalName: "HPCorei7" });
    expect(await refusal()).toMatchObject({
      rule: "no-module",
      message: "No module of Dedicated i5 can take the order. dm-1: No preset HPCorei7 in the panel",
    });
  });

  it("B2 goes to the module with the lowest sort, else to the next, and the record says why", async () => {
    await addSecondModule();
    panel.servers.set(201, fakeServer(201, { serverType: "HPCorei5", hasFault: true }));
    const { serviceId } = await place();
    expect((await console.call("service.get", { id: serviceId })).service).toMatchObject({
      moduleName: "dm-2",
      moduleTrials: [
        {
          moduleName: "dm-1",
          isChosen: false,
          remarks: ["Preset HPCorei5: no free server; 2 without owner cannot be handed over now"],
        },
        { moduleName: "dm-2", isChosen: true, remarks: [] },
      ],
    });
  });

  it("B2 passes over a panel that is down, one that lacks the image and one that is switched off", async () => {
    await addSecondModule();
    panel.mishap = down;
    expect(await remarks()).toMatchObject([
      { moduleName: "dm-1", isChosen: false, remarks: ["The panel is out of reach"] },
      { moduleName: "dm-2", isChosen: true },
    ]);
    panel.mishap = () => undefined;
    await console.call("link.probe", { id: sale.module.id });
    panel.osImages.splice(0);
    panel.osImages.push({ name: "Debian 12", tags: [] });
    expect((await remarks())[0]?.remarks).toEqual(["No image debian12 in the panel. It has Debian 12"]);
    await console.call("module.save", { ...sale.module, isActive: false });
    expect((await remarks())[0]?.remarks).toEqual(["Switched off"]);
  });

  it("B2 is refused with the reasons of every module when none can serve", async () => {
    await addSecondModule();
    panel.servers.delete(201);
    second.mishap = down;
    expect(await refusal()).toMatchObject({
      rule: "no-module",
      message:
        "No module of Dedicated i5 can take the order. " +
        "dm-1: Preset HPCorei5: no free server; 1 without owner cannot be handed over now. " +
        "dm-2: The panel is out of reach",
    });
  });
});

describe("an order of colocation", () => {
  const unit = resource("unit", { measure: "U", included: 1, maximum: 42, stepPrices: [] });

  async function prepare(amount: number) {
    const sale = await prepareSale(console);
    const tariff = await console.call("tariff.save", { ...sale.tariff, resources: [unit] });
    return { ...sale, order: { tariffId: tariff.id, periodMonths: 1, amounts: { unit: amount } } };
  }

  it("D tells before it is accepted how many rack units are free side by side, from the racks as they are now", async () => {
    panel.racks[0] = fakeRack(7, "A12", [20]);
    panel.racks.push(fakeRack(8, "A13", [10, 30]), { ...fakeRack(9, "B1"), locationId: 4 });
    const { order } = await prepare(22);
    panel.racks[0] = fakeRack(7, "A12", [20, 21]);
    const check = await console.call("order.check", order);
    expect(check.stock).toMatchObject([
      { what: "rack-unit", needed: 22, free: 21, where: "A12", isShort: true, isLive: true },
    ]);
    expect(check.moduleTrials).toMatchObject([
      { isChosen: true, remarks: ["Rack units: 22 side by side needed, at most 21 in A12"] },
    ]);
  });

  it("reads no more racks for it than it takes to find the room", async () => {
    panel.racks.push(fakeRack(8, "A13", [10, 30]), fakeRack(9, "A14", [10, 30]));
    const { order } = await prepare(40);
    panel.calls.length = 0;
    expect((await console.call("order.check", order)).stock).toMatchObject([{ free: 42, where: "A12" }]);
    expect(panel.calls.filter((call) => call === "getRack")).toHaveLength(1);
  });

  it("B2 passes over a module whose pools are short of a family, and tells of which", async () => {
    const sale = await prepareSale(console);
    second.pools[0] = { poolId: 2, name: "public", freeIpv4: "9", freeIpv6: null, total: "254", used: "245" };
    panel.pools[0] = { poolId: 2, name: "public", freeIpv4: "3", freeIpv6: null, total: "254", used: "251" };
    const other = await console.call("module.add", {
      type: "dcimanager6-colocation",
      name: "dc-2",
      connection: { url: secondUrl, username: "dc@example.net", password: "s3cret" },
      dataCentreId: sale.dataCentre.id,
      departmentId: sale.department.id,
      sort: 20,
    });
    await console.call("tariff.save", { ...sale.tariff, moduleIds: [other.id, sale.module.id] });
    const order = { tariffId: sale.tariff.id, periodMonths: 1 };
    const trialsFor = async (ip: number) =>
      (await console.call("order.check", { ...order, amounts: { ip } })).moduleTrials.map((trial) => [
        trial.moduleName,
        trial.isChosen,
        ...trial.remarks,
      ]);
    expect(await trialsFor(3)).toEqual([["dc-1", true]]);
    expect(await trialsFor(4)).toEqual([
      ["dc-1", false, "IPv4: 4 needed, 3 free in public"],
      ["dc-2", true],
    ]);
  });

  it("stands on the last reading with its age while the panel is out of reach, and can be placed all the same", async () => {
    panel.racks[0] = fakeRack(7, "A12", [20]);
    const { order, customer, module } = await prepare(3);
    await console.call("order.check", order);
    panel.mishap = down;
    await console.call("link.probe", { id: module.id });
    const { stock } = await console.call("order.check", order);
    expect(stock).toMatchObject([{ free: 22, isShort: false, isLive: false, takenAt: module.configurationTakenAt }]);
    const placed = await console.call("order.place", { ...order, customerId: customer.id });
    expect((await console.call("task.get", { id: placed.taskId })).task).toMatchObject({
      kind: "set-up",
      state: "open",
    });
  });

  it("knows of no shortage on a DSmanager that does not tell its pools", async () => {
    const sale = await prepareSale(console);
    const connection = { ...dsmanagerConnection, url: secondUrl };
    second.pools.splice(0);
    const module = await console.call("module.add", {
      type: "dsmanager",
      productType: "colocation",
      name: "dm-colo",
      connection,
      dataCentreId: sale.dataCentre.id,
      departmentId: sale.department.id,
    });
    const tariff = await console.call("tariff.save", { ...sale.tariff, moduleIds: [module.id] });
    const check = await console.call("order.check", { tariffId: tariff.id, periodMonths: 1, amounts: { ip: 4 } });
    expect(check.forecasts).toMatchObject([{ family: "ipv4", needed: 4, free: null, isShort: false }]);
    expect(check.moduleTrials).toMatchObject([{ isChosen: true, remarks: [] }]);
  });

  it("A2 is not taken by a module that was set to the other service type meanwhile", async () => {
    stockDedicated(panel);
    const dedicated = await prepareDedicatedSale(console);
    await console.store.write(async ({ tariffs }) => {
      await tariffs.save({ ...dedicated.tariff, productType: "colocation", resources: [] });
    });
    const order = { tariffId: dedicated.tariff.id, periodMonths: 1, customerId: dedicated.customer.id };
    expect(await console.fault("order.place", order)).toMatchObject({
      rule: "no-module",
      message:
        "No module of Dedicated i5 can take the order. " +
        "dm-1: Processes dedicated servers only. Add a second module for the same panel",
    });
  });
});
