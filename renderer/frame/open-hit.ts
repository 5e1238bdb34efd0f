import type { SearchHit, SearchKind } from "../../main/contract/shapes/search";
import { formatRackRoute } from "../parts/rack-route";
import { formatServerRoute } from "../screens/servers/server-route";
import { useConsole } from "../stores/console-store";
import type { Filters, ScreenName } from "../stores/view";

/** Goes to what was found: a record's own screen, the server behind an address, the rack, the panel of a switch. */
export function openHit({ kind, id, moduleId, serverId }: SearchHit): void {
  const { open, dismissStart } = useConsole.getState();
  dismissStart();
  switch (kind) {
    case "task":
      open("queue", id);
      break;
    case "service":
      open("services", id);
      break;
    case "customer":
      open("customers", id);
      break;
    case "tariff":
      open("tariffs", id);
      break;
    case "server":
      open("servers", formatServerRoute({ moduleId: moduleId ?? "", serverId: serverId ?? Number(id) }));
      break;
    case "address":
      if (serverId === null) open("pools");
      else open("servers", formatServerRoute({ moduleId: moduleId ?? "", serverId }));
      break;
    case "rack":
      open("racks", formatRackRoute({ moduleId: moduleId ?? "", rackId: Number(id) }));
      break;
    case "switch":
      if (serverId === null) open("modules", moduleId);
      else open("servers", formatServerRoute({ moduleId: moduleId ?? "", serverId }));
      break;
  }
}

interface Shelf {
  readonly screen: ScreenName;
  readonly filters: Filters;
}

/** The list that has all things of a kind, and what it is narrowed by besides the text; kinds without a list have none. */
const shelves: Readonly<Partial<Record<SearchKind, Shelf>>> = {
  task: { screen: "queue", filters: { state: "all" } },
  service: { screen: "services", filters: {} },
  customer: { screen: "customers", filters: {} },
  tariff: { screen: "tariffs", filters: {} },
  server: { screen: "servers", filters: {} },
  address: { screen: "servers", filters: {} },
};

export function hasShelf(kind: SearchKind): boolean {
  return shelves[kind] !== undefined;
}

/** Shows all things of a kind that the text is in. */
export function openAllOf(kind: SearchKind, text: string): void {
  const shelf = shelves[kind];
  if (!shelf) return;
  const { open, putFilters, dismissStart } = useConsole.getState();
  dismissStart();
  putFilters(shelf.screen, { ...shelf.filters, search: text.trim() });
  open(shelf.screen);
}
