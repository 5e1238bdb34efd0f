import type { RackBlock, RackFace } from "../../main/contract/shapes/rack";
import { blocksOf, measureUse } from "../../main/domain/rack-elevation";
import type { RackClaims } from "../../main/domain/rack-elevation";
import type { DrawnRack, RackDrawing } from "../../main/ports/rack-drawing";

const both: readonly RackFace[] = ["front", "rear"];

/** What takes units of a rack to be drawn: a server, a plan, two reservations, one of them at the front only, and units of the panel's. */
const claims: RackClaims = {
  units: [40, 41, 42].map((unit) => ({
    unit,
    state: unit === 42 ? "service" : "reserved",
    serverId: null,
    serverName: "",
    reservedUntil: unit === 42 ? "" : "2026-12-01",
  })),
  servers: [
    { serverId: 101, name: "edge-1.vektor.example", units: [1, 2] },
    { serverId: 102, name: 'db <2> & "co"', units: [5] },
    {
      serverId: 103,
      name: "storage-with-a-name-that-is-far-too-long-for-any-rack.vektor.example",
      units: [8, 9, 10, 11],
    },
  ],
  tenants: [
    { serviceId: "s1", serviceNumber: 17, label: "edge-1", customerName: "ООО Вектор", serverId: 101, taskId: null },
    { serviceId: "s2", serviceNumber: 18, label: "", customerName: "Client Two", serverId: null, taskId: "t2" },
  ],
  plans: [{ serviceId: "s2", units: { bottom: 14, height: 2 }, faces: both }],
  reservations: [
    {
      bottom: 20,
      height: 4,
      faces: both,
      kind: "reserved" as const,
      reason: "Второй узел Вектора",
      until: "2026-12-31",
    },
    {
      bottom: 26,
      height: 1,
      faces: ["front" as const],
      kind: "service-unit" as const,
      reason: "Patch panel",
      until: null,
    },
  ].map(({ bottom, height, ...rest }, index) => ({
    ...rest,
    id: `r${String(index)}`,
    revision: 1,
    moduleId: "m",
    rackId: 7,
    units: { bottom, height },
    faces: [...rest.faces],
    operator: "Anna",
    createdAt: 1,
  })),
  today: "2026-11-23",
};

export function drawnRack(name: string, overrides: Partial<DrawnRack> = {}): DrawnRack {
  const size = overrides.size ?? 42;
  const blocks: readonly RackBlock[] = overrides.blocks ?? blocksOf(claims);
  const use = { ...measureUse(size, blocks), powerSoldWatts: 2_450, bandwidthSoldMbit: 1_200 };
  return {
    rackId: 7,
    name,
    size,
    locationId: 3,
    poolId: null,
    deviceCount: 3,
    note: "",
    freeUnits: use.free,
    longestFreeRun: use.longestFreeRun,
    moduleId: "m",
    moduleName: "dc-1",
    dataCentreName: "Riga-1",
    locationName: "Room 3",
    capacity: { powerWatts: 3_600, bandwidthMbit: null },
    use,
    takenAt: Date.UTC(2026, 10, 23, 9, 5),
    ...overrides,
    blocks,
  };
}

export function rackDrawing(overrides: Partial<RackDrawing> = {}): RackDrawing {
  return {
    racks: [drawnRack("A12")],
    faces: ["front"],
    paper: "a4",
    language: "en",
    site: "Riga-1",
    drawnAt: Date.UTC(2026, 10, 23, 12, 0),
    timeZone: "Europe/Riga",
    ...overrides,
  };
}
