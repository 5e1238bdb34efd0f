import type { RackRow } from "../../../main/contract/shapes/rack";
import { compareNames } from "../../text/format";

export const rackOrders = ["name", "units", "power", "bandwidth"] as const;
export type RackOrder = (typeof rackOrders)[number];

/** Data centre and room, as far as the panel tells. */
export function roomOf({ dataCentreName, locationName }: Pick<RackRow, "dataCentreName" | "locationName">): string {
  return [...new Set([dataCentreName, locationName])].filter((part) => part !== "").join(" · ");
}

interface RackWishes {
  readonly search: string;
  /** Empty: every room. */
  readonly room: string;
  readonly order: RackOrder;
}

/** The racks that somebody wants to see, those with most room first where they are sorted by it. */
export function arrangeRacks(racks: readonly RackRow[], { search, room, order }: RackWishes): readonly RackRow[] {
  const words = search.toLocaleLowerCase().split(/\s+/u);
  return racks
    .filter((rack) => room === "" || roomOf(rack) === room)
    .filter((rack) => {
      const text = `${rack.name} ${roomOf(rack)} ${rack.moduleName} ${rack.note}`.toLocaleLowerCase();
      return words.every((word) => text.includes(word));
    })
    .sort((left, right) => roomLeft(right, order) - roomLeft(left, order) || compareNames(left.name, right.name));
}

/** What is left of what the racks are sorted by; a rack of which nobody has told that stands last. */
function roomLeft({ use, capacity, freeUnits }: RackRow, order: RackOrder): number {
  switch (order) {
    case "name":
      return 0;
    case "units":
      return freeUnits === null ? Number.MIN_SAFE_INTEGER : use.free + use.longestFreeRun / 1_000;
    case "power":
      return capacity.powerWatts === null ? Number.MIN_SAFE_INTEGER : capacity.powerWatts - use.powerSoldWatts;
    case "bandwidth":
      return capacity.bandwidthMbit === null ? Number.MIN_SAFE_INTEGER : capacity.bandwidthMbit - use.bandwidthSoldMbit;
  }
}
