import type { RackFacts, RackLayout } from "../../contract/shapes/panel";
import { measureSpace } from "../../domain/rack-space";
import { toRackFacts } from "./map";
import type { RackRow, ServerRow } from "./wire";

/** Where a server stands, as far as the panel's one line tells. */
export interface Place {
  readonly rackId: number | null;
  readonly rackName: string;
  /** Lowest first. */
  readonly units: number[];
}

type Placed = Pick<ServerRow, "rack" | "height" | "location">;

/**
 * Reads places such as `A12 14`: the rack's name, then the lowest unit [seen in code: 460s/ispsystem_whmcs_modules]. A rack may
 * itself be called `Row 3`, so a line that is a rack's whole name tells no unit.
 */
export function createPlaceReader(racks: readonly RackRow[]): (server: Placed) => Place {
  const byName = new Map<string, RackRow[]>();
  for (const rack of racks) byName.set(rack.name, [...(byName.get(rack.name) ?? []), rack]);

  const find = (name: string, location: number | null): RackRow | undefined => {
    const candidates = byName.get(name) ?? [];
    const near = candidates.filter((rack) => location === null || rack.location === null || rack.location === location);
    return near.length === 1 ? near[0] : undefined;
  };

  return ({ rack: line, height, location }) => {
    const [, name = line, unit] = byName.has(line) ? [] : (/^(.*\S)\s+(\d{1,3})$/.exec(line) ?? []);
    const lowest = Number(unit ?? 0);
    const units = lowest === 0 ? [] : Array.from({ length: height }, (_, above) => lowest + above);
    return { rackId: find(name, location)?.id ?? null, rackName: name, units };
  };
}

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
