import type { RouteMark } from "../route-mark";
import type { HttpRequest } from "../http";

export interface Route {
  readonly method: HttpRequest["method"];
  /** Below the base address; `{name}` stands for an id. */
  readonly path: string;
  readonly mark: RouteMark;
  /** Where the route is known from, or what the guess rests on. */
  readonly source: string;
  /** Ids that are at hand for a correction beyond those in `path`. */
  readonly moreIds?: readonly string[];
}

const endpointPattern = /^(GET|POST|DELETE) +\/?([\w{}-]+(?:\/[\w{}.-]+)*)$/;

/** Every call that Rackside makes to a DCImanager 6. An installation can replace any of them by name. */
export const routes = {
  "session.sign-in": documented("POST auth/v4/public/token", "examples of API use"),
  "session.read": seen("GET auth/v4/self/session", "magisterofhate/dci_perf_test; answer guessed"),

  "server.list": documented("GET dci/v3/server", "examples of API use"),
  "server.read": documented("GET dci/v3/server/{server}", "examples of API use"),
  "server.create": inferred("POST dci/v3/server", "REST pattern; body after the CSV import"),
  "server.edit": inferred("POST dci/v3/server/{server}", "edits are POST on the element; body guessed"),
  "server.owner.set": inferred(
    "POST dci/v3/server/{server}/owner",
    "examples of API use name the subject, not the path",
  ),
  "server.power.on": documented("POST dci/v3/server/{server}/power_on", "power supply management logic"),
  "server.power.off": documented("POST dci/v3/server/{server}/power_off", "power supply management logic"),
  "server.power.reset": documented("POST dci/v3/server/{server}/power_reset", "power supply management logic"),

  "operation.read": inferred("GET dci/v3/operation/{operation}", "operations are a documented subject"),
  "operation.cancel": {
    ...inferred("POST dci/v3/operation/{operation}/cancel", "VMmanager 6 has task/{id}/abort"),
    moreIds: ["server"],
  },

  "server.address.list": inferred("GET dci/v3/server/{server}/ip", "rows as in the documented server object"),
  "server.address.assign": inferred("POST dci/v3/server/{server}/ip", "VMmanager 6 has host/{id}/ip"),
  "server.address.release": inferred("DELETE dci/v3/server/{server}/ip/{address}", "REST pattern"),

  "connection.switch.add": inferred("POST dci/v3/server/{server}/switch_connection", "field of the server object"),
  "connection.switch.remove": inferred("DELETE dci/v3/server/{server}/switch_connection/{connection}", "REST pattern"),
  "connection.pdu.add": inferred("POST dci/v3/server/{server}/pdu_connection", "field of the server object"),
  "connection.pdu.remove": inferred("DELETE dci/v3/server/{server}/pdu_connection/{connection}", "REST pattern"),
  "connection.ipmi.add": inferred("POST dci/v3/server/{server}/ipmi", "CSV import has the record type ipmi"),
  "connection.ipmi.remove": inferred("DELETE dci/v3/server/{server}/ipmi/{connection}", "REST pattern"),

  "switch.list": inferred("GET dci/v3/switch", "the list above the port list"),
  "switch.port.list": seen("GET dci/v3/switch/{switch}/port", "thirdmadman/isp_scripts"),
  "switch.port.up": inferred(
    "POST dci/v3/switch/{switch}/port/{port}/up",
    "ports can be switched by API, path not given",
  ),
  "switch.port.down": inferred("POST dci/v3/switch/{switch}/port/{port}/down", "as switch.port.up"),
  "pdu.list": inferred("GET dci/v3/pdu", "REST pattern"),
  "pdu.port.list": inferred("GET dci/v3/pdu/{pdu}/port", "as switch.port.list"),

  "pool.list": sibling("GET ip/v3/ippool", "usaafko/vmmanager6-api-go; the address service is shared"),
  "pool.range.list": inferred("GET ip/v3/ippool/{pool}/range", "POST on the same path is seen in a sibling"),
  "address.list": seen("GET ip/v3/ip", "thirdmadman/isp_scripts; filter by ippool guessed"),
  "network.list": sibling("GET ip/v3/ipnet", "usaafko/vmmanager6-api-go; the address service is shared"),

  "rack.list": documented("GET dci/v3/rack", "examples of API use; ip_pool guessed"),
  "rack.read": inferred("GET dci/v3/rack/{rack}", "REST pattern; units guessed"),
  "location.list": inferred("GET dci/v3/location", "location_id of a server"),
  "user.list": documented("GET dci/v3/user", "examples of API use"),
  "user.add": documented("POST dci/v3/user", "examples of API use"),
  "os-template.list": inferred("GET dci/v3/os_template", "field of the server object"),
} as const satisfies Record<string, Route>;

export type RouteName = keyof typeof routes;
export type RouteTable = Readonly<Record<RouteName, Route>>;

/**
 * The table with an installation's corrections of the form `METHOD path`. A correction that is not understood makes the whole
 * table unusable: to fall back to the guess would send orders where the operator said they do not belong.
 */
export function correctRoutes(
  overrides: Readonly<Record<string, string>>,
): { readonly table: RouteTable } | { readonly problem: string } {
  const table: Record<RouteName, Route> = { ...routes };
  for (const [name, endpoint] of Object.entries(overrides)) {
    if (!isRouteName(name)) return { problem: `The route correction "${name}" names no route` };
    const guess: Route = routes[name];
    const known = [...placeholdersOf(guess.path), ...(guess.moreIds ?? [])];
    const route = parseEndpoint(endpoint);
    const isFitting = route && placeholdersOf(route.path).every((placeholder) => known.includes(placeholder));
    if (!isFitting) return { problem: `The route correction "${name}" is not of the form "METHOD path"` };
    table[name] = { ...route, mark: "documented", source: "correction for this installation" };
  }
  return { table };
}

/** Puts ids into the path of a route; each is encoded, so it cannot leave its place. */
export function fillPath(path: string, parameters: Readonly<Record<string, number>>): string {
  return path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(parameters[name] ?? "")));
}

export function isRouteName(name: string): name is RouteName {
  return Object.hasOwn(routes, name);
}

function parseEndpoint(text: string): Pick<Route, "method" | "path"> | null {
  const match = endpointPattern.exec(text.trim());
  const [, method, path = ""] = match ?? [];
  if (path.split("/").includes("..")) return null;
  return method === "GET" || method === "POST" || method === "DELETE" ? { method, path } : null;
}

function placeholdersOf(path: string): string[] {
  return [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? "");
}

function documented(endpoint: string, source: string): Route {
  return route(endpoint, "documented", source);
}
function seen(endpoint: string, source: string): Route {
  return route(endpoint, "seen", source);
}
function sibling(endpoint: string, source: string): Route {
  return route(endpoint, "sibling", source);
}
function inferred(endpoint: string, source: string): Route {
  return route(endpoint, "inferred", source);
}
function route(endpoint: string, mark: RouteMark, source: string): Route {
  const parsed = parseEndpoint(endpoint);
  if (!parsed) throw new Error(`Unreadable route ${endpoint}`);
  return { ...parsed, mark, source };
}
