import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openTestConsole, removeDirectory } from "../builders/console";
import type { TestConsole } from "../builders/console";
import { dsmanagerConnection, stockDedicated } from "../builders/dedicated-sale";
import { createFakePanel } from "../builders/fake-panel";

let panel = createFakePanel();
let console: TestConsole;
let place = { dataCentreId: "", departmentId: "" };

beforeEach(async () => {
  panel = createFakePanel();
  console = await openTestConsole({ panels: panel });
  const department = await console.call("department.add", { name: "Floor" });
  const dataCentre = await console.call("data-centre.add", { name: "Riga-1" });
  place = { departmentId: department.id, dataCentreId: dataCentre.id };
});

afterEach(async () => {
  await console.stop();
  await removeDirectory(console.directory);
});

const colocation = { url: "http://127.0.0.1:1", username: "dc@example.net", password: "s3cret" };
const addDsmanager = (name: string, productType: "dedicated" | "colocation") =>
  console.call("module.add", { type: "dsmanager", productType, name, connection: dsmanagerConnection, ...place });

describe("A1 a module of type DSmanager", () => {
  it("is created with its connection and tariffs are activated for it", async () => {
    stockDedicated(panel);
    const module = await addDsmanager("dm-1", "dedicated");
    expect(module).toMatchObject({
      type: "dsmanager",
      productType: "dedicated",
      dialect: "dsmanager",
      url: dsmanagerConnection.url,
      isActive: true,
    });
    expect(panel.connections[0]).toMatchObject({ type: "dsmanager", dialect: "dsmanager", username: "admin" });
    const tariff = await console.call("tariff.add", {
      productType: "dedicated",
      name: "i5",
      internalName: "HPCorei5",
      currency: "EUR",
      moduleIds: [module.id],
      periods: [{ months: 1, priceMinor: 1, setUpMinor: 0 }],
    });
    expect(tariff.moduleIds).toEqual([module.id]);
    expect(await console.call("module.list", {})).toMatchObject([{ name: "dm-1", tariffCount: 1, serviceCount: 0 }]);
  });

  it("tells its presets and which functions answered while it is tried, even when some do not", async () => {
    stockDedicated(panel);
    panel.routes.push({
      name: "server-types",
      wire: "stype",
      state: "missing",
      isOverridden: false,
      suggestion: "servertype",
      remark: "",
    });
    panel.mishap = (call) => (call === "listLocations" ? { kind: "refused", isCarriedOut: false } : undefined);
    const report = await console.call("module.try", dsmanagerConnection);
    expect(report.presets).toEqual([
      { name: "Atom", free: 0, ownerless: 0, total: 1 },
      { name: "HPCorei5", free: 1, ownerless: 2, total: 3 },
    ]);
    expect(report.routes).toMatchObject([{ name: "server-types", state: "missing", suggestion: "servertype" }]);
    expect(report.locations).toEqual([]);
  });
});

describe("A2 one module, one service type", () => {
  it("is refused for a tariff of the other type, with what can be done", async () => {
    const module = await addDsmanager("dm-1", "dedicated");
    const fault = await console.fault("tariff.add", {
      productType: "colocation",
      name: "Colo",
      currency: "EUR",
      moduleIds: [module.id],
      periods: [{ months: 1, priceMinor: 1, setUpMinor: 0 }],
    });
    expect(fault).toMatchObject({
      kind: "invalid-input",
      message: "dm-1 processes dedicated servers only. Add a second module for the same panel",
    });
  });

  it("lets a second module for the same DSmanager process the other type", async () => {
    await addDsmanager("dm-1", "dedicated");
    await addDsmanager("dm-1 colocation", "colocation");
    const rows = await console.call("module.list", {});
    expect(rows.map((row) => [row.productType, row.url])).toEqual([
      ["dedicated", dsmanagerConnection.url],
      ["colocation", dsmanagerConnection.url],
    ]);
  });

  it("keeps type and product type whatever is saved", async () => {
    const module = await addDsmanager("dm-1", "dedicated");
    const widened = { ...module, productType: "colocation", type: "manual", sort: 7 };
    expect(await console.call("module.save", widened)).toMatchObject({
      type: "dsmanager",
      productType: "dedicated",
      sort: 7,
    });
    const other = await console.call("module.list", {});
    const fault = await console.fault("module.save", {
      ...module,
      revision: other[0]?.revision ?? 0,
      connection: colocation,
    });
    expect(fault).toMatchObject({
      issues: [{ path: "connection.type", message: "A module stays with its kind of panel. Add another one" }],
    });
  });

  it("has DCImanager 6 process colocation only", async () => {
    const fault = await console.fault("module.add", {
      type: "dcimanager6-colocation",
      productType: "dedicated",
      name: "dc-1",
      connection: colocation,
      ...place,
    });
    expect(fault).toMatchObject({ kind: "invalid-input", issues: [{ path: "productType" }] });
  });
});

describe("B1 adding a module", () => {
  it("tries the connection first and stores nothing when the panel refuses it", async () => {
    panel.mishap = () => ({ kind: "unauthenticated", isCarriedOut: false });
    const input = { type: "dcimanager6-colocation", name: "dc-1", connection: colocation, ...place } as const;
    expect(await console.fault("module.add", input)).toMatchObject({ kind: "needs-sign-in" });
    expect(await console.call("module.list", {})).toEqual([]);
  });

  it("asks nothing of a panel for manual setup, which has none", async () => {
    const module = await console.call("module.add", {
      type: "manual",
      productType: "dedicated",
      name: "By hand",
      ...place,
    });
    expect(module).toMatchObject({ type: "manual", url: "", configurationTakenAt: null });
    expect(panel.calls).toEqual([]);
    expect(await console.call("module.configuration", { id: module.id })).toBeNull();
    for (const call of ["module.refresh", "module.compare", "module.check-routes"] as const) {
      expect(await console.fault(call, { id: module.id })).toMatchObject({ rule: "no-panel" });
    }
  });

  it.each([
    [{ type: "manual", connection: colocation }, "connection", "Manual setup has no panel"],
    [{ type: "dcimanager6-colocation" }, "connection", "Required: how to reach the panel"],
    [
      { type: "dsmanager", connection: colocation },
      "connection.type",
      "The connection is one to another kind of panel",
    ],
    [
      { type: "dsmanager", connection: { ...dsmanagerConnection, dialect: null } },
      "connection.dialect",
      "Choose DSmanager or DCImanager 5",
    ],
  ] as const)("says what does not fit together: %j", async (fields, path, message) => {
    const fault = await console.fault("module.add", { name: "dm-1", ...fields, ...place });
    expect(fault).toMatchObject({ issues: [{ path, message }] });
  });

  it("keeps two modules from having one name, also by a later change", async () => {
    await addDsmanager("dm-1", "dedicated");
    const second = await addDsmanager("dm-2", "colocation");
    await expect(addDsmanager("DM-1", "dedicated")).rejects.toThrow("Another module has this name");
    expect(await console.fault("module.save", { ...second, name: "DM-1" })).toMatchObject({
      issues: [{ path: "name" }],
    });
  });
});

describe("a module in use", () => {
  it("cannot be removed; the message names what uses it, and it can be switched off", async () => {
    const module = await console.call("module.add", { type: "manual", name: "By hand", ...place });
    const tariff = await console.call("tariff.add", {
      name: "Colo 2U",
      currency: "EUR",
      moduleIds: [module.id],
      periods: [{ months: 1, priceMinor: 1, setUpMinor: 0 }],
    });
    const customer = await console.call("customer.add", { name: "Client One", email: "c1@example.org" });
    await console.call("order.place", { tariffId: tariff.id, customerId: customer.id, periodMonths: 1 });
    expect(await console.fault("module.remove", { id: module.id })).toMatchObject({
      rule: "in-use",
      message: "By hand is used by tariff Colo 2U and 1 service. It can be switched off instead",
    });
    expect(await console.call("module.save", { ...module, isActive: false })).toMatchObject({ isActive: false });
  });
});
