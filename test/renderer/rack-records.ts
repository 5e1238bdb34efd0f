import type { Elevation, RackBlock, RackRow } from "../../main/contract/shapes/rack";

/** A block of a server in unit 10, front and rear. */
export function buildBlock(change: Partial<RackBlock> = {}): RackBlock {
  return {
    key: "server:101",
    kind: "server",
    bottom: 10,
    height: 1,
    faces: ["front", "rear"],
    title: "srv-a",
    detail: "",
    serverId: 101,
    serviceId: null,
    serviceNumber: null,
    taskId: null,
    reservationId: null,
    until: "",
    overlaps: false,
    ...change,
  };
}

export function buildRack(change: Partial<RackRow> = {}): RackRow {
  return {
    rackId: 7,
    name: "A01",
    size: 20,
    locationId: 3,
    poolId: null,
    deviceCount: 1,
    note: "",
    freeUnits: 19,
    longestFreeRun: 10,
    moduleId: "module-1",
    moduleName: "Riga-1",
    dataCentreName: "Riga",
    locationName: "Hall 2",
    capacity: { powerWatts: 4_000, bandwidthMbit: null },
    use: {
      occupied: 1,
      planned: 0,
      reserved: 0,
      service: 0,
      free: 19,
      longestFreeRun: 10,
      powerSoldWatts: 1_000,
      bandwidthSoldMbit: 0,
    },
    takenAt: 0,
    ...change,
  };
}

/** A rack of 20 units with one server in the middle and one card that waits for two units. */
export function buildElevation(change: Partial<Elevation> = {}): Elevation {
  return {
    ...buildRack(),
    blocks: [buildBlock()],
    waiting: [{ serviceId: "service-1", serviceNumber: 5, title: "edge-1", height: 2 }],
    isLive: true,
    reason: "",
    ...change,
  };
}
