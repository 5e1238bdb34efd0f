import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openTestConsole, prepareSale, removeDirectory, setUpService } from "../builders/console";
import type { Sale, TestConsole } from "../builders/console";
import { createFakeClock } from "../builders/fake-clock";
import { createFakePanel, fakeServer } from "../builders/fake-panel";
import { fakeRack } from "../builders/fake-rack";
import { resource } from "../builders/resource";

const dayMs = 86_400_000;
let clock = createFakeClock();
let panel = createFakePanel();
let console: TestConsole;
let sale: Sale;

beforeEach(async () => {
  // 15 June 2025 in Riga.
  clock = createFakeClock();
  panel = createFakePanel();
  panel.racks.splice(0, 1, fakeRack(7, "A12"), fakeRack(8, "A13"));
  console = await openTestConsole({ panels: panel, clock });
  sale = await prepareSale(console);
  sale.tariff = await console.call("tariff.save", {
    ...sale.tariff,
    resources: [
      resource("unit", { measure: "U" }),
      resource("power", { measure: "W", maximum: 5_000, included: 0 }),
      resource("flat", { measure: "Gbit/s", maximum: 10, included: 0 }),
    ],
  });
});

afterEach(async () => {
  await console.stop();
  await removeDirectory(console.directory);
});

/** What the panel says: this server stands in these units of A12. */
function mount(serverId: number, units: readonly number[], name = `server-${String(serverId)}`): void {
  const rack = fakeRack(7, "A12");
  const taken = rack.units.map((one) =>
    units.includes(one.unit) ? { ...one, state: "occupied" as const, serverId, serverName: name } : one,
  );
  panel.racks.splice(0, 1, { ...rack, units: taken });
}

async function order(amounts = {}) {
  const { tariff, customer } = sale;
  return console.call("order.place", { tariffId: tariff.id, customerId: customer.id, periodMonths: 1, amounts });
}

const a12 = () => ({ moduleId: sale.module.id, rackId: 7 });
const elevation = () => console.call("rack.elevation", a12());
const plan = (serviceId: string, bottom: number, height = 1) => ({ serviceId, ...a12(), units: { bottom, height } });
const reserve = (bottom: number, until: string | null = null) =>
  console.call("rack.reserve", { ...a12(), units: { bottom, height: 2 }, kind: "reserved", reason: "Spare", until });
const cardOf = async (taskId: string) => (await console.call("task.get", { id: taskId })).card;

describe("the elevation of a rack", () => {
  it("shows what the panel tells with the services behind it, and what is free", async () => {
    mount(101, [14, 15], "edge-1");
    await setUpService(console, sale, 101, { unit: 2, power: 400, flat: 1 });
    const seen = await elevation();
    expect(seen).toMatchObject({
      name: "A12",
      isLive: true,
      locationName: "Riga",
      dataCentreName: "Riga-1",
      freeUnits: 40,
    });
    expect(seen.blocks).toMatchObject([
      { kind: "server", bottom: 14, height: 2, title: "edge-1", detail: "Client One", serviceNumber: 1, taskId: null },
    ]);
    expect(seen.use).toMatchObject({
      occupied: 2,
      free: 40,
      longestFreeRun: 27,
      powerSoldWatts: 400,
      bandwidthSoldMbit: 1_000,
    });
    expect(seen.waiting).toEqual([]);
  });

  it("stays readable with its age while the panel is away, and offers what waits for a place", async () => {
    mount(101, [14]);
    const { takenAt } = await elevation();
    const { taskId, serviceId } = await order({ unit: 3 });
    panel.mishap = () => ({ kind: "not-sent", isCarriedOut: false });
    clock.advance(60_000);
    const kept = await elevation();
    expect(kept).toMatchObject({ isLive: false, takenAt, reason: "not-sent on getRack" });
    expect(kept.blocks).toMatchObject([{ bottom: 14 }]);
    expect(kept.waiting).toEqual([{ serviceId, serviceNumber: 1, title: "Client One", height: 3 }]);
    await console.call("task.accept", { id: taskId });
  });

  it("is there for a rack that was never looked at, without figures nobody told", async () => {
    panel.mishap = () => ({ kind: "not-sent", isCarriedOut: false });
    expect(await elevation()).toMatchObject({ isLive: false, freeUnits: null, longestFreeRun: null, blocks: [] });
    expect(await console.fault("rack.elevation", { ...a12(), rackId: 99 })).toMatchObject({ kind: "not-found" });
  });

  it("takes servers from the mirror where the rack was never looked at", async () => {
    panel.mishap = () => ({ kind: "not-sent", isCarriedOut: false });
    const facts = fakeServer(101, { units: [20, 21] });
    await console.store.write(async ({ mirror }) => {
      await mirror.putServers(sale.module.id, [{ facts, searchText: "" }], {
        takenAt: 5,
        reading: 1,
        hasDetails: false,
      });
      const reading = { source: "", reading: 1, isUnfinished: false, after: null, total: 1, takenAt: 5, reason: "" };
      await mirror.putReading({ moduleId: sale.module.id, ...reading });
    });
    expect(await elevation()).toMatchObject({ takenAt: 5, blocks: [{ kind: "server", bottom: 20, height: 2 }] });
  });
});

describe("units that are reserved", () => {
  it("are not free until their last day is over, and are told in the journal", async () => {
    await reserve(30, "2025-06-16");
    expect(await elevation()).toMatchObject({
      blocks: [{ kind: "reserved", bottom: 30, detail: "Spare", until: "2025-06-16" }],
      use: { reserved: 2, free: 40 },
    });
    clock.advance(dayMs);
    expect((await elevation()).blocks).toHaveLength(1);
    clock.advance(dayMs);
    expect((await elevation()).blocks).toEqual([]);
    const { rows } = await console.call("journal.list", { limit: 1 });
    expect(rows[0]?.summary).toBe("U30–U31 of A12 reserved until 2025-06-16: Spare");
  });

  it("are refused where something stands, which is named", async () => {
    mount(101, [14], "edge-1");
    await elevation();
    expect(
      await console.fault("rack.reserve", {
        ...a12(),
        units: { bottom: 13, height: 2 },
        kind: "service-unit",
        reason: "Patch panel",
      }),
    ).toMatchObject({ kind: "not-allowed", rule: "units-taken", message: "U14 of A12 is taken: edge-1" });
    expect(
      await console.fault("rack.reserve", {
        ...a12(),
        units: { bottom: 1, height: 1 },
        kind: "reserved",
        reason: "x",
        until: "2025-06-14",
      }),
    ).toMatchObject({ kind: "invalid-input", issues: [{ path: "until" }] });
  });

  it("are given back once", async () => {
    const { id } = await reserve(30);
    await console.call("rack.release", { id });
    expect((await elevation()).blocks).toEqual([]);
    expect(await console.fault("rack.release", { id })).toMatchObject({ kind: "not-found", entity: "reservation" });
  });
});

describe("a planned place", () => {
  it("takes the units, puts the rack on the card and prefills the task", async () => {
    const { serviceId, taskId } = await order({ unit: 2 });
    expect(await console.call("rack.plan", plan(serviceId, 20, 2))).toEqual({ remark: "" });
    expect(await elevation()).toMatchObject({
      blocks: [{ kind: "planned", bottom: 20, height: 2, title: "C-1", detail: "Client One", taskId, serviceId }],
      waiting: [],
    });
    expect((await cardOf(taskId)).rack).toBe("A12");
    expect((await console.call("task.get", { id: taskId })).plan).toEqual({
      ...a12(),
      rackName: "A12",
      units: { bottom: 20, height: 2 },
      faces: ["front", "rear"],
      operator: "Anna",
    });
  });

  it("is moved within its own units, and taken back", async () => {
    const { serviceId } = await order({ unit: 2 });
    await console.call("rack.plan", plan(serviceId, 20, 2));
    await console.call("rack.plan", plan(serviceId, 21, 2));
    expect((await elevation()).blocks).toMatchObject([{ bottom: 21, overlaps: false }]);
    await console.call("rack.withdraw-plan", { serviceId });
    expect(await elevation()).toMatchObject({ blocks: [], waiting: [{ serviceId, height: 2 }] });
    expect(await console.fault("rack.withdraw-plan", { serviceId })).toMatchObject({ rule: "not-planned" });
  });

  it("is refused on a server, a reservation, above the rack, and for more than was ordered", async () => {
    mount(101, [14], "edge-1");
    await elevation();
    await reserve(30, "2025-12-31");
    const { serviceId } = await order({ unit: 2 });
    const refusal = (bottom: number, height = 1) => console.fault("rack.plan", plan(serviceId, bottom, height));
    expect(await refusal(13, 2)).toMatchObject({ rule: "units-taken", message: "U14 of A12 is taken: edge-1" });
    expect((await refusal(31)).message).toBe("U30–U31 of A12 are taken: Reserved, Spare, until 2025-12-31");
    expect((await refusal(42, 2)).message).toContain("stick out at the top");
    expect(await refusal(1, 3)).toMatchObject({ kind: "invalid-input", issues: [{ path: "units.height" }] });
    expect((await elevation()).blocks.some(({ kind }) => kind === "planned")).toBe(false);
  });

  it("goes to one of two who want the same units at once", async () => {
    const [one, other] = [await order(), await order()];
    const results = await Promise.all(
      [one, other].map(({ serviceId }) => console.dispatch("rack.plan", plan(serviceId, 20))),
    );
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(results.find(({ ok }) => !ok)).toMatchObject({ fault: { rule: "units-taken" } });
    expect((await elevation()).blocks).toMatchObject([{ overlaps: false }]);
  });

  it("leaves the card alone while somebody is typing into it, and says so", async () => {
    const { serviceId, taskId } = await order();
    const fields = { url: "", identifier: "", username: "", password: "", rack: "B1", label: "" };
    await console.call("draft.save", { taskId, fields });
    console.actAs("Boris");
    const { remark } = await console.call("rack.plan", plan(serviceId, 20));
    expect(remark).toBe("Anna is typing into the card, so its rack stayed as it was");
    expect((await cardOf(taskId)).rack).toBe("");
  });

  it("ends when the panel shows the server in the rack, and with the order", async () => {
    const { serviceId, taskId } = await order();
    await console.call("rack.plan", plan(serviceId, 20));
    await console.store.write(async ({ services }) => {
      const service = await services.find(serviceId);
      if (service) await services.save({ ...service, serverId: 101 });
    });
    mount(101, [21]);
    expect((await elevation()).blocks).toMatchObject([{ kind: "server", bottom: 21 }]);
    expect((await console.call("task.get", { id: taskId })).plan).toBeNull();
    expect(await console.fault("rack.plan", plan(serviceId, 3))).toMatchObject({
      rule: "mounted",
      message: "The panel shows C-1 in U21 of A12 already",
    });

    const second = await order();
    await console.call("rack.plan", plan(second.serviceId, 30));
    await console.call("order.cancel", { serviceId: second.serviceId, reason: "Ordered twice" });
    expect(await console.store.read(({ rackPlans }) => rackPlans.find(second.serviceId))).toBeUndefined();
  });

  it("needs the panel that processes the service", async () => {
    const { id } = await console.call("module.add", {
      type: "manual",
      name: "By hand",
      dataCentreId: sale.dataCentre.id,
      departmentId: sale.department.id,
    });
    const tariff = await console.call("tariff.add", {
      name: "By hand",
      currency: "EUR",
      moduleIds: [id],
      periods: sale.tariff.periods,
      resources: [],
    });
    sale = { ...sale, tariff };
    const { serviceId } = await order();
    expect(await console.fault("rack.plan", plan(serviceId, 1))).toMatchObject({
      rule: "other-panel",
      message: "C-1 is processed by By hand, which has no rack A12",
    });
  });
});

describe("an order", () => {
  it("finds no room in units that are reserved or planned", async () => {
    panel.racks.splice(1, 1);
    await console.call("module.refresh", { id: sale.module.id });
    const { serviceId } = await order();
    await console.call("rack.plan", plan(serviceId, 20));
    await console.call("rack.reserve", {
      ...a12(),
      units: { bottom: 38, height: 5 },
      kind: "service-unit",
      reason: "Patch panels",
    });
    const room = async (unit: number) => {
      const { tariff } = sale;
      const check = await console.call("order.check", { tariffId: tariff.id, periodMonths: 1, amounts: { unit } });
      return check.stock.find(({ what }) => what === "rack-unit");
    };
    expect(await room(16)).toMatchObject({ free: 19, isShort: false, isLive: true });
    panel.racks.splice(0, 1, fakeRack(7, "A12", [5, 10, 15, 25, 30]));
    expect(await room(8)).toMatchObject({ free: 7, isShort: true, isLive: true });
    panel.mishap = () => ({ kind: "not-sent", isCarriedOut: false });
    expect(await room(8)).toMatchObject({ free: 7, isShort: true, isLive: false });
  });
});

describe("the list of racks", () => {
  it("has every rack with its use, what is sold and what may be, without asking the panel", async () => {
    mount(101, [14], "edge-1");
    await setUpService(console, sale, 101, { power: 400 });
    const { serviceId } = await order({ power: 350, flat: 2 });
    await console.call("rack.plan", { ...plan(serviceId, 1), rackId: 8 });
    await console.call("rack.set-capacity", { ...a12(), capacity: { powerWatts: 3_600, bandwidthMbit: null } });
    await elevation();
    const asked = panel.calls.length;
    const rows = await console.call("rack.list", {});
    expect(panel.calls).toHaveLength(asked);
    expect(rows.map((row) => [row.name, row.use.occupied, row.use.planned, row.use.powerSoldWatts])).toEqual([
      ["A12", 1, 0, 400],
      ["A13", 0, 1, 350],
    ]);
    expect(rows[0]?.capacity).toEqual({ powerWatts: 3_600, bandwidthMbit: null });
    expect(rows[1]?.use.bandwidthSoldMbit).toBe(2_000);
    expect(await console.call("rack.list", { search: "a13" })).toHaveLength(1);
  });

  it("has a rack of two modules of one panel once, with what was reserved through either", async () => {
    const { module, dataCentre, department } = sale;
    const second = await console.call("module.add", {
      type: "dcimanager6-colocation",
      name: "dc-2",
      connection: { url: "http://127.0.0.1:1", username: "dc@example.net", password: "s3cret" },
      dataCentreId: dataCentre.id,
      departmentId: department.id,
      sort: 20,
    });
    await console.call("rack.reserve", {
      moduleId: second.id,
      rackId: 7,
      units: { bottom: 1, height: 4 },
      kind: "service-unit",
      reason: "Patch panels",
    });
    const rows = await console.call("rack.list", {});
    expect(rows.map((row) => [row.name, row.moduleId, row.use.service])).toEqual([
      ["A12", module.id, 4],
      ["A13", module.id, 0],
    ]);
    expect(await console.call("rack.list", { moduleId: second.id })).toMatchObject([{ moduleId: second.id }, {}]);
  });

  it("is there at once for five hundred racks full of servers", async () => {
    const racks = Array.from({ length: 500 }, (_, index) => fakeRack(index + 10, `R${String(index)}`));
    panel.racks.push(...racks);
    await console.call("module.refresh", { id: sale.module.id });
    await console.store.write(async ({ mirror }) => {
      const facts = racks.flatMap(({ rackId }) =>
        Array.from({ length: 5 }, (_, unit) => fakeServer(rackId * 100 + unit, { rackId, units: [2 * unit + 1] })),
      );
      const entries = facts.map((one) => ({ facts: one, searchText: "" }));
      await mirror.putServers(sale.module.id, entries, { takenAt: 5, reading: 1, hasDetails: false });
    });
    const from = performance.now();
    const rows = await console.call("rack.list", {});
    expect(rows.filter(({ use }) => use.occupied === 5)).toHaveLength(500);
    expect(performance.now() - from).toBeLessThan(2_000);
  });
});

describe("a drawing of racks", () => {
  it("is a file with what is known of them, named after racks and day", async () => {
    mount(101, [14], "edge-1");
    await reserve(30, "2025-12-31");
    const racks = [a12(), { ...a12(), rackId: 8 }];
    const svg = await console.call("rack.draw", { racks, format: "svg", faces: ["front", "rear"] });
    expect(svg).toMatchObject({ name: "racks-A12-and-1-2025-06-15.svg", pages: 1 });
    const text = Buffer.from(svg.base64, "base64").toString("utf8");
    for (const told of ["edge-1", "Spare", "until 31 Dec 2025", "Riga-1 · 2 racks"]) expect(text).toContain(told);
    const pdf = await console.call("rack.draw", { racks: [a12()], format: "pdf", paper: "a3" });
    expect(pdf).toMatchObject({ name: "rack-A12-2025-06-15.pdf", pages: 1 });
    expect(Buffer.from(pdf.base64, "base64").subarray(0, 8).toString()).toBe("%PDF-1.7");
  });

  it("is refused for a rack that nobody knows", async () => {
    const racks = [{ ...a12(), rackId: 99 }];
    expect(await console.fault("rack.draw", { racks, format: "pdf" })).toMatchObject({ kind: "not-found" });
  });

  it("is there for many racks without asking the panel for each", async () => {
    const racks = Array.from({ length: 60 }, (_, index) => fakeRack(index + 10, `R${String(index)}`));
    panel.racks.push(...racks);
    await console.call("module.refresh", { id: sale.module.id });
    const asked = panel.calls.length;
    const input = { racks: racks.map(({ rackId }) => ({ ...a12(), rackId })), format: "pdf" } as const;
    expect(await console.call("rack.draw", input)).toMatchObject({ pages: 15 });
    expect(panel.calls).toHaveLength(asked);
  });
});
