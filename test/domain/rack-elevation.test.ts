import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { RackFace, Reservation } from "../../main/contract/shapes/rack";
import { blocksOf, isInForce, measureUse, withKeptBack, withoutServers } from "../../main/domain/rack-elevation";
import type { BlockTenant, RackClaims } from "../../main/domain/rack-elevation";
import { freeRuns, nameUnits, overlap, refusalsOf } from "../../main/domain/rack-units";
import { fakeRack } from "../builders/fake-rack";

const nothing: RackClaims = {
  units: [],
  servers: [],
  tenants: [],
  plans: [],
  reservations: [],
  today: "2026-11-23",
};
const rack = { name: "A12", size: 42 };
const faces: RackFace[] = ["front", "rear"];

function tenant(number: number, overrides: Partial<BlockTenant> = {}): BlockTenant {
  return {
    serviceId: `service-${String(number)}`,
    serviceNumber: number,
    label: "",
    customerName: "Вектор",
    serverId: null,
    taskId: `task-${String(number)}`,
    ...overrides,
  };
}

function reservation(overrides: Partial<Reservation> = {}): Reservation {
  return {
    id: "r1",
    revision: 1,
    moduleId: "m",
    rackId: 7,
    units: { bottom: 10, height: 2 },
    faces,
    kind: "reserved",
    reason: "Second node",
    until: null,
    operator: "Anna",
    createdAt: 1,
    ...overrides,
  };
}

describe("the elevation of a rack", () => {
  it("has a block for every run of units that one server takes, named with its customer", () => {
    const { units } = fakeRack(1, "A12", [3, 4, 9]);
    const blocks = blocksOf({
      ...nothing,
      units: units.map((one) => (one.state === "occupied" ? { ...one, serverId: 101, serverName: "edge" } : one)),
      tenants: [tenant(17, { serverId: 101 })],
    });
    expect(blocks).toMatchObject([
      { key: "server:101", kind: "server", bottom: 3, height: 2, title: "edge", detail: "Вектор", serviceNumber: 17 },
      { key: "server:101:2", bottom: 9, height: 1, serverId: 101, taskId: null, overlaps: false },
    ]);
  });

  it("shows servers that the map leaves out, and leaves out those of a map that is older", () => {
    const { units } = fakeRack(1, "A12", [3]);
    const map = [...units.map((one) => (one.unit === 3 ? { ...one, serverId: 5, serverName: "old" } : one))];
    const servers = [{ serverId: 6, name: "new", units: [8, 7] }];
    expect(blocksOf({ ...nothing, units: map, servers }).map(({ title }) => title)).toEqual(["old", "new"]);
    expect(blocksOf({ ...nothing, units: withoutServers(map), servers })).toMatchObject([{ bottom: 7, height: 2 }]);
  });

  it("drops a plan as soon as the server stands in the rack", () => {
    const plans = [{ serviceId: "service-1", units: { bottom: 20, height: 1 }, faces }];
    const waiting = blocksOf({ ...nothing, plans, tenants: [tenant(1)] });
    expect(waiting).toMatchObject([{ key: "plan:service-1", title: "C-1", taskId: "task-1", detail: "Вектор" }]);
    const servers = [{ serverId: 9, name: "edge", units: [20] }];
    const mounted = blocksOf({ ...nothing, plans, servers, tenants: [tenant(1, { serverId: 9 })] });
    expect(mounted.map(({ kind }) => kind)).toEqual(["server"]);
  });

  it("holds a reservation until its last day is over", () => {
    const until = reservation({ until: "2026-11-23" });
    expect(isInForce(until, "2026-11-23")).toBe(true);
    expect(isInForce(until, "2026-11-24")).toBe(false);
    expect(blocksOf({ ...nothing, reservations: [until], today: "2026-11-24" })).toEqual([]);
    expect(blocksOf({ ...nothing, reservations: [until] })).toMatchObject([
      { reservationId: "r1", detail: "Second node" },
    ]);
  });

  it("keeps apart what the panel and what Rackside reserved, and until when", () => {
    const units = fakeRack(1, "A12").units.map((one) => ({
      ...one,
      state: one.unit <= 2 ? ("service" as const) : one.unit <= 5 ? ("reserved" as const) : ("free" as const),
      reservedUntil: one.unit === 5 ? "2027-01-01" : one.unit > 2 && one.unit < 5 ? "2026-12-01" : "",
    }));
    expect(blocksOf({ ...nothing, units, reservations: [reservation({ kind: "service-unit" })] })).toMatchObject([
      { kind: "service-unit", bottom: 1, height: 2, reservationId: null },
      { kind: "panel-reserved", bottom: 3, height: 2, until: "2026-12-01" },
      { kind: "panel-reserved", bottom: 5, height: 1, until: "2027-01-01" },
      { kind: "service-unit", bottom: 10, height: 2, reservationId: "r1" },
    ]);
  });

  it("marks two blocks that claim a unit on the same face, and not those on different faces", () => {
    const front = reservation({ faces: ["front"] });
    const rear = reservation({ id: "r2", faces: ["rear"], units: { bottom: 11, height: 1 } });
    expect(blocksOf({ ...nothing, reservations: [front, rear] }).some((one) => one.overlaps)).toBe(false);
    const both = reservation({ id: "r3", units: { bottom: 11, height: 3 } });
    expect(blocksOf({ ...nothing, reservations: [front, rear, both] }).every((one) => one.overlaps)).toBe(true);
  });
});

describe("what stands in the way", () => {
  const blocks = blocksOf({ ...nothing, reservations: [reservation({ until: "2026-12-31" })] });

  it("is named with its units and its reason", () => {
    expect(refusalsOf(rack, { bottom: 11, height: 1, faces }, blocks)).toEqual([
      "U10–U11 of A12 are taken: Reserved, Second node, until 2026-12-31",
    ]);
    expect(refusalsOf(rack, { bottom: 12, height: 3, faces }, blocks)).toEqual([]);
    expect(nameUnits({ bottom: 4, height: 1 })).toBe("U4");
  });

  it("is the end of the rack as well", () => {
    expect(refusalsOf(rack, { bottom: 42, height: 2, faces }, blocks)).toEqual([
      "Rack A12 has 42 units, and U42–U43 would stick out at the top",
    ]);
  });

  it("is not the block that would move away", () => {
    expect(refusalsOf(rack, { bottom: 10, height: 1, faces }, blocks, "reservation:r1")).toEqual([]);
  });
});

const placedArbitrary = fc.record({
  bottom: fc.integer({ min: 1, max: 42 }),
  height: fc.integer({ min: 1, max: 6 }),
  faces: fc.constantFrom<RackFace[]>(["front"], ["rear"], ["front", "rear"]),
});
const claimsArbitrary = fc
  .record({
    occupied: fc.array(fc.record({ unit: fc.integer({ min: 1, max: 42 }), server: fc.integer({ min: 1, max: 5 }) })),
    placed: fc.array(placedArbitrary, { maxLength: 12 }),
    reserved: fc.array(fc.integer({ min: 1, max: 42 }), { maxLength: 5 }),
  })
  .map(({ occupied, placed, reserved }): RackClaims => ({
    ...nothing,
    units: fakeRack(1, "A12").units.map((one) =>
      reserved.includes(one.unit) ? { ...one, state: "reserved", reservedUntil: "2027-01-01" } : one,
    ),
    servers: occupied.map(({ unit, server }) => ({ serverId: server, name: "s", units: [unit] })),
    reservations: placed
      .slice(0, 6)
      .map(({ bottom, height, faces: on }, index) =>
        reservation({ id: String(index), units: { bottom, height }, faces: on }),
      ),
    plans: placed.slice(6).map(({ bottom, height, faces: on }, index) => ({
      serviceId: String(index),
      units: { bottom, height },
      faces: on,
    })),
  }));

describe("any rack", () => {
  it("has no unit that is free and claimed at once, and every unit is one of the two", () => {
    fc.assert(
      fc.property(claimsArbitrary, (claims) => {
        const blocks = blocksOf(claims);
        const free = new Set(
          freeRuns(42, blocks, faces).flatMap(({ bottom, height }) =>
            Array.from({ length: height }, (_, above) => bottom + above),
          ),
        );
        for (let unit = 1; unit <= 42; unit += 1) {
          const isClaimed = blocks.some((one) => one.bottom <= unit && unit < one.bottom + one.height);
          expect(free.has(unit)).toBe(!isClaimed);
        }
      }),
    );
  });

  it("has units that add up to its size", () => {
    fc.assert(
      fc.property(claimsArbitrary, (claims) => {
        const use = measureUse(42, blocksOf(claims));
        expect(use.occupied + use.planned + use.reserved + use.service + use.free).toBe(42);
        expect(use.longestFreeRun).toBeLessThanOrEqual(use.free);
      }),
    );
  });

  it("has as many units free as the panel told and nobody has taken since, where its map was never read", () => {
    const servers = [{ serverId: 1, name: "one", units: [1, 2] }];
    const use = { ...measureUse(42, blocksOf({ ...nothing, servers })), powerSoldWatts: 0, bandwidthSoldMbit: 0 };
    const told = (freeUnits: number | null, longestFreeRun: number | null) =>
      withKeptBack(use, { size: 42, freeUnits, longestFreeRun });
    expect(told(null, null)).toEqual(use);
    expect(told(35, 20)).toMatchObject({ occupied: 2, reserved: 5, free: 35, longestFreeRun: 20 });
    // Two servers have come since the panel told.
    expect(told(42, 42)).toMatchObject({ occupied: 2, reserved: 0, free: 40, longestFreeRun: 40 });
  });

  it("takes no plan that overlaps anything, and every plan that does not", () => {
    fc.assert(
      fc.property(claimsArbitrary, placedArbitrary, (claims, wanted) => {
        const refusals = refusalsOf(rack, wanted, blocksOf(claims));
        const { bottom, height } = wanted;
        const plans = [...claims.plans, { serviceId: "wanted", units: { bottom, height }, faces: wanted.faces }];
        const block = blocksOf({ ...claims, plans }).find(({ key }) => key === "plan:wanted");
        const fits = bottom + height - 1 <= 42;
        expect(refusals.length === 0).toBe(fits && block?.overlaps === false);
      }),
    );
  });

  it("has overlaps that are mutual", () => {
    fc.assert(
      fc.property(placedArbitrary, placedArbitrary, (one, other) => {
        expect(overlap(one, other)).toBe(overlap(other, one));
      }),
    );
  });
});
