import type { PanelRequest } from "./panel-request";
import { Refusal, refuseUnknown } from "./refusal";
import type { World } from "./world";

export type Method = "GET" | "POST" | "DELETE";

export interface Route {
  readonly method: Method;
  /** Below `/api/` or `/`; a part such as `:server` takes a number. */
  readonly path: string;
  /** 200 unless said otherwise. */
  readonly status?: number;
  readonly answer: (request: PanelRequest, world: World) => unknown;
}

export interface RouteMatch {
  readonly route: Route;
  readonly id: (name: string) => number;
}

export type Router = (method: string, path: string) => RouteMatch;

/** Makes the function that finds a route or refuses with 404 or 405. */
export function createRouter(routes: readonly Route[]): Router {
  const compiled = routes.map((route) => ({ route, pattern: compilePath(route.path) }));
  return (method, path) => {
    if (method !== "GET" && method !== "POST" && method !== "DELETE") {
      throw new Refusal(405, 1000, `Method ${method} is not allowed`);
    }
    for (const { route, pattern } of compiled) {
      const groups = route.method === method ? pattern.exec(path) : null;
      if (groups !== null) return { route, id: (name) => Number(groups.groups?.[name]) };
    }
    throw refuseUnknown("Function", path);
  };
}

/** Strips what an address may begin with: both `/api/dci/…` and `/dci/…` are served. */
export function servicePath(pathname: string): string {
  return pathname.replace(/^\/(?:api\/)?/, "").replace(/\/$/, "");
}

function compilePath(path: string): RegExp {
  return new RegExp(`^${path.replace(/:(\w+)/g, "(?<$1>\\d+)")}$`);
}
