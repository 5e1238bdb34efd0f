import type { PanelRequest } from "./panel-request";
import { Refusal, refuseUnknown } from "./refusal";
import type { World } from "./world";

export type Method = "GET" | "POST" | "DELETE";

export interface Route {
  readonly method: Method;
  /** Below `/api/` or `/`; a part such as `:server` takes a number. */
  readonly path: string;
  /** What its body may hold, for the panel's description of itself; some of it is taken and not looked at. */
  readonly bodyFields?: readonly string[];
  readonly answer: (request: PanelRequest, world: World) => unknown;
}

export interface RouteMatch {
  readonly route: Route;
  readonly id: (name: string) => number;
}

/** The routes as they are now: a script may leave one out or move it. */
export interface RouteTable {
  routes(): readonly Route[];
  /** Finds a route or refuses with 404 or 405. */
  match(method: string, path: string): RouteMatch;
  /** Moves a route to another path with the same parts; null leaves it out. */
  move(method: Method, path: string, newPath: string | null): void;
}

/** Makes the table from the panel's own routes. */
export function createRouteTable(original: readonly Route[]): RouteTable {
  let compiled = original.map(compileRoute);
  return {
    routes: () => compiled.map(({ route }) => route),
    match: (method, path) => {
      if (method !== "GET" && method !== "POST" && method !== "DELETE") {
        throw new Refusal(405, 1000, `Method ${method} is not allowed`);
      }
      for (const { route, pattern } of compiled) {
        const groups = route.method === method ? pattern.exec(path) : null;
        if (groups !== null) return { route, id: (name) => Number(groups.groups?.[name]) };
      }
      throw refuseUnknown("Function", path);
    },
    move: (method, path, newPath) => {
      const moved = compiled.find(({ route }) => route.method === method && route.path === path);
      if (moved === undefined) throw new Error(`The simulated panel has no route ${method} ${path}`);
      const others = compiled.filter((one) => one !== moved);
      compiled = newPath === null ? others : [...others, compileRoute({ ...moved.route, path: newPath })];
    },
  };
}

/** Strips what an address may begin with: both `/api/dci/…` and `/dci/…` are served. */
export function servicePath(pathname: string): string {
  return pathname.replace(/^\/(?:api\/)?/, "").replace(/\/$/, "");
}

function compileRoute(route: Route): { readonly route: Route; readonly pattern: RegExp } {
  return { route, pattern: new RegExp(`^${route.path.replace(/:(\w+)/g, "(?<$1>\\d+)")}$`) };
}
