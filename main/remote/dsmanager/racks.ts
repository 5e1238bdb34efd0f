import type { RackFacts, RackLayout } from "../../contract/shapes/panel";
import { measureSpace } from "../../domain/rack-space";
import { toRackFacts } from "./map";
import { createPlaceReader } from "./places";
import type { RackRow, ServerRow } from "./wire";

/**
 * Racks with their units. The panel has no map of them, so a unit is occupied where a server stands and free elsewhere; a switch or
 * a blank panel in between is not known.
 */
export function toRackLayouts(racks: readonly RackRow[], servers: readonly ServerRow[]): RackLayout[] {
  const placeOf = createPlaceReader(racks);
  const placed = servers.map((server) => ({ server, place: placeOf(server) }));
  return racks.map((rack) => {
    const here = placed.filter(({ place }) => place.rackId === rack.id);
    const occupants = new Map(here.flatMap(({ server, place }) => place.units.map((unit) => [unit, server] as const)));
    const units = Array.from({ length: rack.size }, (_, below) => toUnit(below + 1, occupants.get(below + 1)));
    return { ...toRackFacts(rack), deviceCount: here.length, ...measureSpace(units), units };
  });
}

export function withoutUnits({ units: _, ...facts }: RackLayout): RackFacts {
  return facts;
}

function toUnit(unit: number, server: ServerRow | undefined): RackLayout["units"][number] {
  return {
    unit,
    state: server ? "occupied" : "free",
    serverId: server?.id ?? null,
    serverName: server?.name || (server?.hostname ?? ""),
    reservedUntil: "",
  };
}
