import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { setUpService } from "../builders/console";
import { fakeServer } from "../builders/fake-panel";
import { fakeRack } from "../builders/fake-rack";
import { openRackSite } from "../builders/rack-site";
import type { RackSite } from "../builders/rack-site";

let site: RackSite;

beforeEach(async () => {
  site = await openRackSite();
});

afterEach(() => site.end());

describe("the elevation of a rack", () => {
  it("shows what the panel tells with the services behind it, and what is free", async () => {
    site.mount(101, [14, 15], "edge-1");
    await setUpService(site.console, site.sale, 101, { unit: 2, power: 400, flat: 1 });
    const seen = await site.elevation();
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
    site.mount(101, [14]);
    const { takenAt } = await site.elevation();
    const { taskId, serviceId } = await site.order({ unit: 3 });
    site.panel.mishap = () => ({ kind: "not-sent", isCarriedOut: false });
    site.clock.advance(60_000);
    const kept = await site.elevation();
    expect(kept).toMatchObject({ isLive: false, takenAt, reason: "not-sent on getRack" });
    expect(kept.blocks).toMatchObject([{ bottom: 14 }]);
    expect(kept.waiting).toEqual([{ serviceId, serviceNumber: 1, title: "Client One", height: 3 }]);
    await site.console.call("task.accept", { id: taskId });
  });

  it("is there for a rack that was never looked at, without figures nobody told", async () => {
    site.panel.mishap = () => ({ kind: "not-sent", isCarriedOut: false });
    expect(await site.elevation()).toMatchObject({ isLive: false, freeUnits: null, longestFreeRun: null, blocks: [] });
    expect(await site.console.fault("rack.elevation", { ...site.a12(), rackId: 99 })).toMatchObject({
      kind: "not-found",
    });
  });

  it("is there without a network when the rack was read with the panel's configuration", async () => {
    site.mount(101, [14], "edge-1");
    await site.console.call("module.refresh", { id: site.sale.module.id });
    site.panel.mishap = () => ({ kind: "not-sent", isCarriedOut: false });
    expect(await site.elevation()).toMatchObject({
      isLive: false,
      freeUnits: 41,
      blocks: [{ title: "edge-1", bottom: 14 }],
    });
  });

  it("takes servers from the mirror where the rack was never looked at", async () => {
    site.panel.mishap = () => ({ kind: "not-sent", isCarriedOut: false });
    await site.mirror([fakeServer(101, { units: [20, 21] })], 5);
    expect(await site.elevation()).toMatchObject({ takenAt: 5, blocks: [{ kind: "server", bottom: 20, height: 2 }] });
  });
});

describe("the list of racks", () => {
  it("has every rack with its use, what is sold and what may be, without asking the panel", async () => {
    site.mount(101, [14], "edge-1");
    await setUpService(site.console, site.sale, 101, { power: 400 });
    const { serviceId } = await site.order({ power: 350, flat: 2 });
    await site.console.call("rack.plan", { ...site.plan(serviceId, 1), rackId: 8 });
    await site.console.call("rack.set-capacity", {
      ...site.a12(),
      capacity: { powerWatts: 3_600, bandwidthMbit: null },
    });
    await site.elevation();
    const asked = site.panel.calls.length;
    const rows = await site.console.call("rack.list", {});
    expect(site.panel.calls).toHaveLength(asked);
    expect(rows.map((row) => [row.name, row.use.occupied, row.use.planned, row.use.powerSoldWatts])).toEqual([
      ["A12", 1, 0, 400],
      ["A13", 0, 1, 350],
    ]);
    expect(rows[0]?.capacity).toEqual({ powerWatts: 3_600, bandwidthMbit: null });
    expect(rows[1]?.use.bandwidthSoldMbit).toBe(2_000);
    expect(await site.console.call("rack.list", { search: "a13" })).toHaveLength(1);
  });

  it("has a rack of two modules of one panel once, with what was reserved through either", async () => {
    const { module, dataCentre, department } = site.sale;
    const second = await site.console.call("module.add", {
      type: "dcimanager6-colocation",
      name: "dc-2",
      connection: { url: "http://127.0.0.1:1", username: "dc@example.net", password: "s3cret" },
      dataCentreId: dataCentre.id,
      departmentId: department.id,
      sort: 20,
    });
    await site.console.call("rack.reserve", {
      moduleId: second.id,
      rackId: 7,
      units: { bottom: 1, height: 4 },
      kind: "service-unit",
      reason: "Patch panels",
    });
    const rows = await site.console.call("rack.list", {});
    expect(rows.map((row) => [row.name, row.moduleId, row.use.service])).toEqual([
      ["A12", module.id, 4],
      ["A13", module.id, 0],
    ]);
    expect(await site.console.call("rack.list", { moduleId: second.id })).toMatchObject([{ moduleId: second.id }, {}]);
  });

  it("is there at once for five hundred racks full of servers", async () => {
    const racks = Array.from({ length: 500 }, (_, index) => fakeRack(index + 10, `R${String(index)}`));
    site.panel.racks.push(...racks);
    await site.console.call("module.refresh", { id: site.sale.module.id });
    const standing = racks.flatMap(({ rackId }) =>
      Array.from({ length: 5 }, (_, unit) => fakeServer(rackId * 100 + unit, { rackId, units: [2 * unit + 1] })),
    );
    await site.mirror(standing, site.clock.now() + 1);
    const from = performance.now();
    const rows = await site.console.call("rack.list", {});
    expect(rows.filter(({ use }) => use.occupied === 5)).toHaveLength(500);
    expect(performance.now() - from).toBeLessThan(5_000);
  });
});

describe("a drawing of racks", () => {
  it("is a file with what is known of them, named after racks and day", async () => {
    site.mount(101, [14], "edge-1");
    await site.reserve(30, "2025-12-31");
    const racks = [site.a12(), { ...site.a12(), rackId: 8 }];
    const svg = await site.console.call("rack.draw", { racks, format: "svg", faces: ["front", "rear"] });
    expect(svg).toMatchObject({ name: "racks-A12-and-1-2025-06-15.svg", pages: 1 });
    const text = Buffer.from(svg.base64, "base64").toString("utf8");
    for (const told of ["edge-1", "Spare", "until 31 Dec 2025", "Riga-1 · 2 racks"]) expect(text).toContain(told);
    const pdf = await site.console.call("rack.draw", { racks: [site.a12()], format: "pdf", paper: "a3" });
    expect(pdf).toMatchObject({ name: "rack-A12-2025-06-15.pdf", pages: 1 });
    expect(Buffer.from(pdf.base64, "base64").subarray(0, 8).toString()).toBe("%PDF-1.7");
  });

  it("is refused for a rack that nobody knows", async () => {
    const racks = [{ ...site.a12(), rackId: 99 }];
    expect(await site.console.fault("rack.draw", { racks, format: "pdf" })).toMatchObject({ kind: "not-found" });
  });

  it("is there for many racks without asking the panel for each", async () => {
    const racks = Array.from({ length: 60 }, (_, index) => fakeRack(index + 10, `R${String(index)}`));
    site.panel.racks.push(...racks);
    await site.console.call("module.refresh", { id: site.sale.module.id });
    const asked = site.panel.calls.length;
    const input = { racks: racks.map(({ rackId }) => ({ ...site.a12(), rackId })), format: "pdf" } as const;
    expect(await site.console.call("rack.draw", input)).toMatchObject({ pages: 15 });
    expect(site.panel.calls).toHaveLength(asked);
  });
});
