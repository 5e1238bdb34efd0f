import { z } from "zod";
import type { RouteCheck } from "../../contract/shapes/module";
import { RemoteFailure } from "../../ports/failure";
import { parseBoundedJson } from "../bounded-json";
import type { HttpRequest } from "../http";
import { bodyFields } from "./body-fields";
import { normalPath, readDescription, type PublishedOperation } from "./interface-description";
import { isRouteName, routes, type RouteName } from "./routes";
import type { PanelEndpoint } from "./session";

const configuration = z.object({ urls: z.array(z.object({ name: z.string().default(""), url: z.string() })) });
const mostDocuments = 20;
const mostBytes = 8 * 1_048_576;
const ownMethods: readonly string[] = ["GET", "POST", "DELETE"] satisfies HttpRequest["method"][];

/**
 * Holds the routes against the description that the installation publishes [documented: using-swagger; the form of its
 * configuration is that of Swagger UI]. Readable without signing in.
 */
export async function checkRoutes(
  endpoint: PanelEndpoint,
  system: string,
  deadlineMs: number,
): Promise<{ source: string; routes: RouteCheck[] }> {
  const read = (path: string) => readJson(endpoint, system, path, deadlineMs);
  const home = `${endpoint.root}swagger/`;
  const { urls } = configuration.safeParse(await read(`${home}swagger-config.json`)).data ?? { urls: [] };
  const operations: PublishedOperation[] = [];
  const names: string[] = [];
  for (const { name, url } of urls.slice(0, mostDocuments)) {
    const path = toPath(url, home);
    const found = path === null ? null : readDescription(await read(path));
    if (!found) continue;
    for (const operation of found) operations.push(operation);
    names.push(name || url);
  }
  const source = names.length === 0 ? "" : `Swagger: ${names.join(", ")}`;
  const checks = Object.keys(endpoint.routes)
    .filter(isRouteName)
    .map((name) => checkRoute(endpoint, name, operations));
  return { source, routes: checks };
}

function checkRoute(endpoint: PanelEndpoint, name: RouteName, published: readonly PublishedOperation[]): RouteCheck {
  const { method, path } = endpoint.routes[name];
  const check = {
    name,
    wire: `${method} ${path}`,
    isOverridden: endpoint.routes[name] !== routes[name],
    suggestion: "",
    remark: "",
  };
  const service = serviceOf(path);
  if (!published.some((operation) => operation.path.startsWith(`${service}/`))) {
    return { ...check, state: "not-checked", remark: `The panel publishes nothing of ${service}` };
  }
  const here = published.filter((operation) => operation.path === normalPath(path));
  if (here.length === 0) return { ...check, state: "missing", remark: "The panel does not publish this path" };
  const same = here.find((operation) => operation.method === method);
  if (!same) {
    const others = here.map((operation) => operation.method);
    const usable = others.length === 1 ? others.find((other) => ownMethods.includes(other)) : undefined;
    const suggestion = usable === undefined ? "" : `${usable} ${path}`;
    return { ...check, state: "differs", suggestion, remark: `The path takes ${others.join(", ")}` };
  }
  const { fields } = same;
  const unknown = fields === null ? [] : (bodyFields[name] ?? []).filter((field) => !fields.has(field));
  if (unknown.length === 0) return { ...check, state: "found" };
  return { ...check, state: "differs", remark: `The panel does not publish the fields ${unknown.join(", ")}` };
}

/** Service and version, for example `dci/v3`. */
function serviceOf(path: string): string {
  return path.split("/").slice(0, 2).join("/");
}

/** Every document is read from the panel itself, whatever host its address names; null for what is no address. */
function toPath(url: string, home: string): string | null {
  try {
    const { pathname, search } = new URL(url, new URL(home, "http://panel.invalid"));
    return `${pathname}${search}`;
  } catch {
    return null;
  }
}

/** Null for what is not there or not JSON; a description that nobody can read is none. */
async function readJson(
  { transport }: PanelEndpoint,
  system: string,
  path: string,
  deadlineMs: number,
): Promise<unknown> {
  const answer = await transport({
    method: "GET",
    path,
    headers: { accept: "application/json" },
    body: null,
    isOrder: false,
    deadlineMs,
    maximumBytes: mostBytes,
  });
  if (answer.status === 503) throw new RemoteFailure("asleep", system, "The panel's service is asleep");
  if (answer.status !== 200) return null;
  try {
    return parseBoundedJson(answer.text);
  } catch {
    return null;
  }
}
