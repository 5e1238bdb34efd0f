import type { RawAnswer } from "../foundation/hosted-panel";
import type { Route } from "./router";

interface Definition {
  readonly name: string;
  readonly file: string;
  /** The service whose functions it tells. */
  readonly service: string;
  /** How it begins: both versions of the format occur. */
  readonly head: Readonly<Record<string, unknown>>;
}

const definitions: readonly Definition[] = [
  {
    name: "DCI back",
    file: "dci.json",
    service: "dci/v3/",
    head: { openapi: "3.0.3", servers: [{ url: "/api/dci/v3" }] },
  },
  {
    name: "Auth v4",
    file: "auth.json",
    service: "auth/v4/",
    head: { openapi: "3.0.3", servers: [{ url: "/api/auth/v4" }] },
  },
  { name: "IPmanager", file: "ip.json", service: "ip/v3/", head: { swagger: "2.0", basePath: "/api/ip/v3" } },
];

type DescribedRoute = Pick<Route, "method" | "path" | "bodyFields">;

const signInRoutes: readonly DescribedRoute[] = [
  { method: "POST", path: "auth/v4/public/token", bodyFields: ["email", "password"] },
  { method: "GET", path: "auth/v4/self/session" },
];

/**
 * The panel's description of its own interface, which can be read without signing in, derived from the routes that
 * really answer. Null when the path is none of its documents.
 */
export function describePanel(routes: readonly Route[], path: string): RawAnswer | null {
  const file = /^\/swagger\/([\w.-]+)$/.exec(path)?.[1];
  if (file === "swagger-config.json") {
    return json({ urls: definitions.map(({ name, file: document }) => ({ name, url: `/swagger/${document}` })) });
  }
  const definition = definitions.find((one) => one.file === file);
  return definition === undefined ? null : json(describe(definition, [...signInRoutes, ...routes]));
}

function describe({ name, service, head }: Definition, routes: readonly DescribedRoute[]): unknown {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const { method, path, bodyFields } of routes) {
    if (!path.startsWith(service)) continue;
    const described = describePath(path.slice(service.length));
    paths[described] = { ...paths[described], [method.toLowerCase()]: describeOperation(described, bodyFields) };
  }
  return { ...head, info: { title: name, version: "3" }, paths };
}

/** The first number of a path is `{id}`, the others are told by their names. */
function describePath(path: string): string {
  return `/${path.replace(/:\w+/, "{id}").replace(/:(\w+)/g, "{$1}")}`;
}

function describeOperation(path: string, bodyFields: readonly string[] = []): unknown {
  const parameters = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: "path",
    required: true,
    schema: { type: "integer" },
  }));
  const schema = { type: "object", properties: Object.fromEntries(bodyFields.map((field) => [field, {}])) };
  return {
    parameters,
    ...(bodyFields.length > 0 && { requestBody: { content: { "application/json": { schema } } } }),
    responses: { "200": { description: "OK" } },
  };
}

function json(body: unknown): RawAnswer {
  return { status: 200, contentType: "application/json", text: JSON.stringify(body) };
}
