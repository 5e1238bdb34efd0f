import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { fakeRack } from "../builders/fake-rack";
import { openRackSite } from "../builders/rack-site";
import type { RackSite } from "../builders/rack-site";

const dayMs = 86_400_000;

let site: RackSite;

beforeEach(async () => {
  site = await openRackSite();
});

afterEach(() => site.end());

describe("units that are reserved", () => {
  it("are not free until their last day is over, and are told in the journal", async () => {
    await site.reserve(30, "2025-06-16");
    expect(await site.elevation()).toMatchObject({
      blocks: [{ kind: "reserved", bottom: 30, detail: "Spare", until: "2025-06-16" }],
      use: { reserved: 2, free: 40 },
    });
    site.clock.advance(dayMs);
    expect((await site.elevation()).blocks).toHaveLength(1);
    site.clock.advance(dayMs);
    expect((await site.elevation()).blocks).toEqual([]);
    const { rows } = await site.console.call("journal.list", { limit: 1 });
    expect(rows[0]?.summary).toBe("U30–U31 of A12 reserved until 2025-06-16: Spare");
  });

  it("are refused where something stands, which is named", async () => {
    site.mount(101, [14], "edge-1");
    await site.elevation();
    expect(
      await site.console.fault("rack.reserve", {
        ...site.a12(),
        units: { bottom: 13, height: 2 },
        kind: "service-unit",
        reason: "Patch panel",
      }),
    ).toMatchObject({ kind: "not-allowed", rule: "units-taken", message: "U14 of A12 is taken: edge-1" });
    expect(
      await site.console.fault("rack.reserve", {
        ...site.a12(),
        units: { bottom: 1, height: 1 },
        kind: "reserved",
        reason: "x",
        until: "2025-06-14",
      }),
    ).toMatchObject({ kind: "invalid-input", issues: [{ path: "until" }] });
  });

  it("are given back once", async () => {
    const { id } = await site.reserve(30);
    await site.console.call("rack.release", { id });
    expect((await site.elevation()).blocks).toEqual([]);
    expect(await site.console.fault("rack.release", { id })).toMatchObject({
      kind: "not-found",
      entity: "reservation",
    });
  });
});

describe("a planned place", () => {
  it("takes the units, puts the rack on the card and prefills the task", async () => {
    const { serviceId, taskId } = await site.order({ unit: 2 });
    expect(await site.console.call("rack.plan", site.plan(serviceId, 20, 2))).toEqual({ remark: "" });
    expect(await site.elevation()).toMatchObject({
      blocks: [{ kind: "planned", bottom: 20, height: 2, title: "C-1", detail: "Client One", taskId, serviceId }],
      waiting: [],
    });
    expect((await site.cardOf(taskId)).rack).toBe("A12");
    expect((await site.console.call("task.get", { id: taskId })).plan).toEqual({
      ...site.a12(),
      rackName: "A12",
      units: { bottom: 20, height: 2 },
      faces: ["front", "rear"],
      operator: "Anna",
    });
  });

  it("is moved within its own units, and taken back", async () => {
    const { serviceId } = await site.order({ unit: 2 });
    await site.console.call("rack.plan", site.plan(serviceId, 20, 2));
    await site.console.call("rack.plan", site.plan(serviceId, 21, 2));
    expect((await site.elevation()).blocks).toMatchObject([{ bottom: 21, overlaps: false }]);
    await site.console.call("rack.withdraw-plan", { serviceId });
    expect(await site.elevation()).toMatchObject({ blocks: [], waiting: [{ serviceId, height: 2 }] });
    expect(await site.console.fault("rack.withdraw-plan", { serviceId })).toMatchObject({ rule: "not-planned" });
  });

  it("is refused on a server, a reservation, above the rack, and for more than was ordered", async () => {
    site.mount(101, [14], "edge-1");
    await site.elevation();
    await site.reserve(30, "2025-12-31");
    const { serviceId } = await site.order({ unit: 2 });
    const refusal = (bottom: number, height = 1) =>
      site.console.fault("rack.plan", site.plan(serviceId, bottom, height));
    expect(await refusal(13, 2)).toMatchObject({ rule: "units-taken", message: "U14 of A12 is taken: edge-1" });
    expect((await refusal(31)).message).toBe("U30–U31 of A12 are taken: Reserved, Spare, until 2025-12-31");
    expect((await refusal(42, 2)).message).toContain("stick out at the top");
    expect(await refusal(1, 3)).toMatchObject({ kind: "invalid-input", issues: [{ path: "units.height" }] });
    expect((await site.elevation()).blocks.some(({ kind }) => kind === "planned")).toBe(false);
  });

  it("goes to one of two who want the same units at once", async () => {
    const [one, other] = [await site.order(), await site.order()];
    const results = await Promise.all(
      [one, other].map(({ serviceId }) => site.console.dispatch("rack.plan", site.plan(serviceId, 20))),
    );
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(results.find(({ ok }) => !ok)).toMatchObject({ fault: { rule: "units-taken" } });
    expect((await site.elevation()).blocks).toMatchObject([{ overlaps: false }]);
  });

  it("leaves the card alone while somebody is typing into it, and says so", async () => {
    const { serviceId, taskId } = await site.order();
    const fields = { url: "", identifier: "", username: "", password: "", rack: "B1", label: "" };
    await site.console.call("draft.save", { taskId, fields });
    site.console.actAs("Boris");
    const { remark } = await site.console.call("rack.plan", site.plan(serviceId, 20));
    expect(remark).toBe("Anna is typing into the card, so its rack stayed as it was");
    expect((await site.cardOf(taskId)).rack).toBe("");
  });

  it("ends when the panel shows the server in the rack, and with the order", async () => {
    const { serviceId, taskId } = await site.order();
    await site.console.call("rack.plan", site.plan(serviceId, 20));
    await site.console.store.write(async ({ services }) => {
      const service = await services.find(serviceId);
      if (service) await services.save({ ...service, serverId: 101 });
    });
    site.mount(101, [21]);
    expect((await site.elevation()).blocks).toMatchObject([{ kind: "server", bottom: 21 }]);
    expect((await site.console.call("task.get", { id: taskId })).plan).toBeNull();
    expect(await site.console.fault("rack.plan", site.plan(serviceId, 3))).toMatchObject({
      rule: "mounted",
      message: "The panel shows C-1 in U21 of A12 already",
    });

    const second = await site.order();
    await site.console.call("rack.plan", site.plan(second.serviceId, 30));
    await site.console.call("order.cancel", { serviceId: second.serviceId, reason: "Ordered twice" });
    expect(await site.console.store.read(({ rackPlans }) => rackPlans.find(second.serviceId))).toBeUndefined();
  });

  it("needs the panel that processes the service", async () => {
    const { id } = await site.console.call("module.add", {
      type: "manual",
      name: "By hand",
      dataCentreId: site.sale.dataCentre.id,
      departmentId: site.sale.department.id,
    });
    const tariff = await site.console.call("tariff.add", {
      name: "By hand",
      currency: "EUR",
      moduleIds: [id],
      periods: site.sale.tariff.periods,
      resources: [],
    });
    site.sale = { ...site.sale, tariff };
    const { serviceId } = await site.order();
    expect(await site.console.fault("rack.plan", site.plan(serviceId, 1))).toMatchObject({
      rule: "other-panel",
      message: "C-1 is processed by By hand, which has no rack A12",
    });
  });
});

describe("an order", () => {
  it("finds no room in units that are reserved or planned", async () => {
    site.panel.racks.splice(1, 1);
    await site.console.call("module.refresh", { id: site.sale.module.id });
    const { serviceId } = await site.order();
    await site.console.call("rack.plan", site.plan(serviceId, 20));
    await site.console.call("rack.reserve", {
      ...site.a12(),
      units: { bottom: 38, height: 5 },
      kind: "service-unit",
      reason: "Patch panels",
    });
    const room = async (unit: number) => {
      const { tariff } = site.sale;
      const check = await site.console.call("order.check", { tariffId: tariff.id, periodMonths: 1, amounts: { unit } });
      return check.stock.find(({ what }) => what === "rack-unit");
    };
    expect(await room(16)).toMatchObject({ free: 19, isShort: false, isLive: true });
    site.panel.racks.splice(0, 1, fakeRack(7, "A12", [5, 10, 15, 25, 30]));
    expect(await room(8)).toMatchObject({ free: 7, isShort: true, isLive: true });
    site.panel.mishap = () => ({ kind: "not-sent", isCarriedOut: false });
    expect(await room(8)).toMatchObject({ free: 7, isShort: true, isLive: false });
  });
});
