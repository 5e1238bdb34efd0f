import { afterEach, describe, expect, it } from "vitest";
import { routeCheckShape, type RouteCheck } from "../../main/contract/shapes/module";
import { bodyFields } from "../../main/remote/dcimanager6/body-fields";
import { readDescription } from "../../main/remote/dcimanager6/interface-description";
import { isRouteName, routes, type RouteName } from "../../main/remote/dcimanager6/routes";
import { openMemoryPanel } from "./memory-panel";
import { failureFrom, openPanel } from "./open-panel";
import { startScriptedPanel, type Reply, type ScriptedPanel } from "./scripted-panel";

let panel: ScriptedPanel | undefined;
afterEach(async () => {
  await panel?.close();
  panel = undefined;
});

const config = { urls: [{ name: "DCI back", url: "/swagger/dci.json" }, { url: "ip.json" }] };
const dci = {
  openapi: "3.0.1",
  servers: [{ url: "https://dci.example.net/api/dci/v3/" }],
  paths: {
    "/server": {
      get: {},
      post: {
        requestBody: { content: { "application/json": { schema: { $ref: "#/components/schemas/NewServer" } } } },
      },
    },
    "/server/{id}/owner": { parameters: [], delete: {} },
    "/server/{elid}": { get: {}, put: {}, patch: {} },
    "/server/{id}/ip": { post: { requestBody: { content: { "application/json": { schema: { type: "object" } } } } } },
    "/server/{id}/account": {
      post: { requestBody: { content: { "application/json": { schema: { properties: { owner: {} } } } } } },
    },
  },
  components: {
    schemas: {
      NewServer: {
        allOf: [{ $ref: "#/components/schemas/Base" }, { properties: { rack: {}, unit: {}, type: {}, mac: {} } }],
      },
      Base: { properties: { name: {}, location: {}, notes: {} } },
    },
  },
};
const ip = { swagger: "2.0", basePath: "/api/ip/v3", paths: { "/ippool": { get: {} } } };
const published: Readonly<Record<string, unknown>> = {
  "/swagger/swagger-config.json": config,
  "/swagger/dci.json": dci,
  "/swagger/ip.json": ip,
};

async function check(
  files: Readonly<Record<string, unknown>>,
  routeOverrides: Readonly<Record<string, string>> = {},
): Promise<{ source: string; of: (name: RouteName) => RouteCheck | undefined; routes: readonly RouteCheck[] }> {
  panel = await startScriptedPanel(({ path }) => (path in files ? { json: files[path] } : undefined));
  const report = await openPanel(panel.url, { connection: { routeOverrides } }).checkRoutes();
  return { ...report, of: (name) => report.routes.find((route) => route.name === name) };
}

describe("the route check of DCImanager 6", () => {
  it("holds every route against what the panel publishes, without signing in", async () => {
    const { source, routes: checks, of } = await check(published);
    expect(source).toBe("Swagger: DCI back, ip.json");
    expect(
      routeCheckShape
        .array()
        .parse(checks)
        .map(({ name }) => name),
    ).toEqual(Object.keys(routes));
    expect(of("server.list")).toMatchObject({ state: "found", wire: "GET dci/v3/server", isOverridden: false });
    expect(of("server.read")).toMatchObject({ state: "found" });
    expect(of("pool.list")).toMatchObject({ state: "found" });
    expect(of("rack.list")).toMatchObject({ state: "missing" });
    expect(of("session.sign-in")).toMatchObject({
      state: "not-checked",
      remark: "The panel publishes nothing of auth/v4",
    });
    expect(panel?.seen.map(({ method, path }) => `${method} ${path}`)).toEqual([
      "GET /swagger/swagger-config.json",
      "GET /swagger/dci.json",
      "GET /swagger/ip.json",
    ]);
  });

  it("shows another method, and suggests it where there is one that Rackside can use", async () => {
    const { of } = await check(published);
    expect(of("server.owner.set")).toMatchObject({
      state: "differs",
      suggestion: "DELETE dci/v3/server/{server}/owner",
      remark: "The path takes DELETE",
    });
    expect(of("server.edit")).toMatchObject({
      state: "differs",
      suggestion: "",
      remark: "The path takes GET, PUT, PATCH",
    });
  });

  it("shows the fields that the panel does not publish, and takes an open body as fitting", async () => {
    const { of } = await check(published);
    expect(of("server.create")).toMatchObject({
      state: "differs",
      remark: "The panel does not publish the fields serial",
    });
    expect(of("server.address.assign")).toMatchObject({ state: "found" });
  });

  it("checks a corrected route as it was corrected", async () => {
    const { of } = await check(published, { "server.owner.set": "POST dci/v3/server/{server}/account" });
    expect(of("server.owner.set")).toMatchObject({
      state: "found",
      isOverridden: true,
      wire: "POST dci/v3/server/{server}/account",
    });
  });

  it("finds nothing where Swagger is off, and checks nothing then", async () => {
    const { source, routes: checks } = await check({});
    expect(source).toBe("");
    expect(new Set(checks.map(({ state }) => state))).toEqual(new Set(["not-checked"]));
  });

  it("reads the fields of a version 2 body", () => {
    const schema = { $ref: "#/definitions/Owner" };
    const document = {
      basePath: "/dci/v3",
      paths: {
        "/server/{id}/owner": {
          post: {
            parameters: [
              { in: "path", name: "id" },
              { in: "body", schema },
            ],
          },
        },
      },
      definitions: { Owner: { properties: { owner: {} } } },
    };
    expect(readDescription(document)).toEqual([
      { method: "POST", path: "dci/v3/server/{}/owner", fields: new Set(["owner"]) },
    ]);
  });

  it.each<[string, unknown]>([
    ["a schema that contains itself", { allOf: [{ $ref: "#/loop" }] }],
    ["a reference to nowhere", { $ref: "#/components/schemas/None" }],
    ["a reference to another host", { $ref: "http://elsewhere.example/schema.json" }],
    ["a reference to what every object inherits", { $ref: "#/constructor/prototype" }],
  ])("leaves the body open for %s", (_, schema) => {
    const document = {
      loop: { allOf: [{ $ref: "#/loop" }] },
      paths: { "/a": { post: { requestBody: { content: { "application/json": { schema } } } } } },
    };
    expect(readDescription(document)).toMatchObject([{ fields: null }]);
  });

  it.each<[string, Reply]>([
    ["no JSON", { text: "<html>" }],
    ["of another form", { json: { paths: [] } }],
    ["null", { text: "null" }],
    ["not there", { status: 404, text: "" }],
  ])("passes over a document that is %s", async (_, reply) => {
    panel = await startScriptedPanel(({ path }) =>
      path === "/swagger/swagger-config.json" ? { json: config } : path === "/swagger/ip.json" ? { json: ip } : reply,
    );
    const { source, routes: checks } = await openPanel(panel.url).checkRoutes();
    expect(source).toBe("Swagger: ip.json");
    expect(checks.find(({ name }) => name === "server.list")?.state).toBe("not-checked");
  });

  it("reads every document from the panel itself, whatever host its address names", async () => {
    const other = await startScriptedPanel(() => ({ json: dci }));
    try {
      const urls = [
        { name: "DCI back", url: `${other.url}/swagger/dci.json` },
        { name: "No address", url: "http://[" },
      ];
      const { source, of } = await check({ ...published, "/swagger/swagger-config.json": { urls } });
      expect(source).toBe("Swagger: DCI back");
      expect(of("server.list")).toMatchObject({ state: "found" });
      expect(other.seen).toHaveLength(0);
    } finally {
      await other.close();
    }
  });

  it("reads no more than twenty documents, and none above eight megabytes", async () => {
    const urls = Array.from({ length: 30 }, (_, place) => ({ name: "", url: `/swagger/${String(place)}.json` }));
    await check({ "/swagger/swagger-config.json": { urls } });
    expect(panel?.seen).toHaveLength(21);
    await panel?.close();
    panel = await startScriptedPanel(() => ({ text: `"${"x".repeat(9 * 1_048_576)}"` }));
    expect(await failureFrom(openPanel(panel.url).checkRoutes())).toMatchObject({
      kind: "malformed",
      message: "The answer is larger than 8 MB",
    });
  });
});

describe("the table of body fields", () => {
  it("has every field that the client sends", async () => {
    const sent = new Map<string, string[]>();
    const gateway = openMemoryPanel((path, { method, body }) => {
      if (body !== null) sent.set(`${method} ${path}`, Object.keys(JSON.parse(body) as object));
      return '{"id":1}';
    });
    const server = {
      name: "a",
      locationId: 1,
      rackId: 1,
      units: [1],
      mac: "0c:c4:7a:00:11:22",
      serial: "s",
      notes: "n",
    };
    await gateway.createServer(server);
    await gateway.editServer(1, { name: "a", notes: "b" });
    await gateway.setOwner(1, 1);
    await gateway.assignAddresses(1, { poolId: 1, family: "ipv4", count: 1 });
    await gateway.addConnection(1, { to: "switch", switchId: 1, portId: 1 });
    await gateway.addConnection(1, { to: "pdu", pduId: 1, portId: 1 });
    await gateway.addConnection(1, {
      to: "ipmi",
      address: "10.0.0.1",
      mac: "",
      username: "a",
      password: "b",
      handler: "ipmi",
    });
    await gateway.addUser({ email: "c1@example.org", fullName: "C" });
    const known = Object.entries(bodyFields).flatMap(([name, fields]) =>
      isRouteName(name) && name !== "session.sign-in"
        ? [[`${routes[name].method} ${routes[name].path.replace(/\{\w+\}/g, "1")}`, fields] as const]
        : [],
    );
    expect(sent).toEqual(new Map(known.map(([call, fields]) => [call, [...fields]])));
  });
});
