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
