import type { RackLayout } from "../../main/contract/shapes/panel";

/** A rack of 42 units of which those from `occupied` hold something. */
export function fakeRack(rackId: number, name: string, occupied: readonly number[] = []): RackLayout {
  const units = Array.from({ length: 42 }, (_, index) => ({
    unit: index + 1,
    state: occupied.includes(index + 1) ? ("occupied" as const) : ("free" as const),
    serverId: null,
    serverName: "",
    reservedUntil: "",
  }));
  return {
    rackId,
    name,
    size: 42,
    locationId: 3,
    poolId: null,
    deviceCount: 1,
    note: "",
    freeUnits: null,
    longestFreeRun: null,
    units,
  };
}
