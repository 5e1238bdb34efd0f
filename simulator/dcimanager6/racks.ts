import type { SiteRack } from "../site/site-document";
import { answerList } from "./list-answer";
import type { Route } from "./router";
import { getRow, type World } from "./world";

interface UnitState {
  readonly unit: number;
  readonly state: "free" | "occupied" | "reserved" | "service";
  readonly server: { readonly id: number; readonly name: string } | null;
  readonly reserved_until: string | null;
}

export const rackRoutes: readonly Route[] = [
  {
    method: "GET",
    path: "dci/v3/rack",
    answer: ({ query }, world) => answerList(query, { rows: world.site.racks, view: (rack) => viewRack(world, rack) }),
  },
  {
    method: "GET",
    path: "dci/v3/rack/:rack",
    answer: (request, world) => {
      const rack = getRow(world.index().racks, "Rack", request.id("rack"));
      return { ...viewRack(world, rack), units: unitStates(world, rack) };
    },
  },
  {
    method: "GET",
    path: "dci/v3/location",
    answer: ({ query }, world) =>
      answerList(query, {
        rows: world.site.locations,
        view: ({ id, name, poolId }) => ({ id, name, ip_pool: poolId }),
      }),
  },
];

/** Every unit of a rack from the bottom up; a server counts before a mark. */
export function unitStates(world: World, rack: SiteRack): readonly UnitState[] {
  const servers = world.index().serversOf(rack.id);
  const occupants = new Map(servers.flatMap((server) => server.units.map((unit) => [unit, server] as const)));
  const marks = new Map(rack.marks.map((mark) => [mark.unit, mark]));
  return Array.from({ length: rack.size }, (_, place) => {
    const unit = place + 1;
    const server = occupants.get(unit);
    if (server !== undefined) {
      return { unit, state: "occupied", server: { id: server.id, name: server.name }, reserved_until: null };
    }
    const mark = marks.get(unit);
    return { unit, state: mark?.state ?? "free", server: null, reserved_until: mark?.until ?? null };
  });
}

function viewRack(world: World, rack: SiteRack): Readonly<Record<string, unknown>> {
  return {
    id: rack.id,
    name: rack.name,
    size: rack.size,
    device_count: world.index().serversOf(rack.id).length,
    note: rack.note,
    location_id: rack.locationId,
    ip_pool: rack.poolId,
  };
}
