import fc from "fast-check";
import { afterEach, describe, expect, it } from "vitest";
import { poolFactsShape, rackLayoutShape, serverFactsShape } from "../../main/contract/shapes/panel";
import { RemoteFailure } from "../../main/ports/failure";
import type { PanelGateway } from "../../main/ports/gateway";
import { openMemoryPanel } from "./memory-panel";
import { createKeptLog, failureFrom, openPanel, password } from "./open-panel";
import { poolListSample, portListSample, rackSample, serverListSample, serverSample } from "./samples";
import { startScriptedPanel, token, type Reply, type ScriptedPanel } from "./scripted-panel";

let panel: ScriptedPanel | undefined;
afterEach(async () => {
  await panel?.close();
  panel = undefined;
});

async function openAnswering(reply: Reply): Promise<PanelGateway> {
  panel = await startScriptedPanel(({ path }) => (path.includes("token") ? undefined : reply));
  return openPanel(panel.url);
}

const errorBody = (msg: string) => ({ error: { code: 1013, msg, value: { id: 1 } } });

describe("an answer that is not a success", () => {
  it.each([400, 403, 409])("with status %i is refused in the panel's own words", async (status) => {
    const gateway = await openAnswering({ status, json: errorBody("Server is already powered on") });
    const failure = await failureFrom(gateway.setPower(1, "on"));
    expect(failure).toMatchObject({ kind: "refused", message: "Server is already powered on", isMissing: false });
  });

  it("with 404 in the panel's form means an unknown id", async () => {
    const gateway = await openAnswering({ status: 404, json: errorBody("Server 9 does not exist") });
    expect(await failureFrom(gateway.getServer(9))).toMatchObject({ kind: "refused", isMissing: true });
  });

  it("with 404 in another form means an unknown route, not a missing server", async () => {
    const gateway = await openAnswering({ status: 404, text: "<h1>nginx</h1>" });
    const failure = await failureFrom(gateway.releaseAddress(1, 2));
    expect(failure).toMatchObject({ kind: "refused", isMissing: false });
    expect(failure.message).toContain("server.address.release");
  });

  it("with 429 is throttled and says for how long", async () => {
    const gateway = await openAnswering({ status: 429, headers: { "retry-after": "30" } });
    const failure = await failureFrom(gateway.listRacks());
    expect(failure.kind).toBe("throttled");
    expect(failure.message).toContain("30 s");
  });

  it.each([500, 502, 504])("with status %i leaves open whether it was done", async (status) => {
    const gateway = await openAnswering({ status, text: "oops" });
    expect((await failureFrom(gateway.setPower(1, "on"))).kind).toBe("unknown-outcome");
  });

  it("that is not JSON is malformed and is not quoted", async () => {
    const gateway = await openAnswering({ text: "<html>private words</html>" });
    const failure = await failureFrom(gateway.getServer(1));
    expect(failure.kind).toBe("malformed");
    expect(JSON.stringify([failure.message, failure.cause])).not.toContain("private");
  });
});

describe("a success", () => {
  it("maps a server with object-or-list fields, and drops what it does not know", async () => {
    const gateway = openMemoryPanel(() => JSON.stringify(serverSample));
    const server = serverFactsShape.strict().parse(await gateway.getServer(101));
    expect(server).toMatchObject({
      units: [14, 15],
      power: "off",
      stateExplanation: "fine",
      ipmiConnectionId: 61,
      operation: { operationId: 880, isRunning: true, hasFailed: false, percent: 40, explanation: "copying" },
      pduConnections: [{ outlet: "7", power: "on" }],
      switchConnections: [{ portId: 901, isManagement: false, adminStatus: "up", linkStatus: "down" }],
    });
    expect(server.addresses.map(({ family, isReady }) => [family, isReady])).toEqual([
      ["ipv4", false],
      ["ipv6", true],
    ]);
  });

  it.each([
    [{ state: "suspended" }, { isDisabled: true }],
    [{ state: "suspending" }, { isDisabled: true }],
    [{ state: "maintenance" }, { isBlocked: true }],
    [{ state: "error" }, { hasFault: true }],
    [{ operation: { id: 1, status: "failed" } }, { hasFault: true }],
    [{ operation: { id: 1, name: "diagnostics", status: "running" } }, { isInDiagnostics: true }],
    [{ operation: { id: 1, name: "diagnostics", status: "ok" } }, {}],
    [{ state: "active" }, {}],
  ])("reads from %j whether the server is fit for use", async (fields, facts) => {
    const fit = { isDisabled: false, isBlocked: false, hasFault: false, isInDiagnostics: false, serverType: "" };
    const gateway = openMemoryPanel(() => JSON.stringify({ id: 7, ...fields }));
    expect(await gateway.getServer(7)).toMatchObject({ ...fit, ...facts });
  });

  it("takes a lone unit, no equipment and absent fields", async () => {
    const gateway = openMemoryPanel(() => '{"id":"7","unit":4,"ip":null,"pdu_connection":[],"operation":null}');
    expect(await gateway.getServer(7)).toMatchObject({ serverId: 7, units: [4], addresses: [], power: "unknown" });
  });

  it.each([
    ["ok", false, false],
    ["canceled", false, false],
    ["failed", false, true],
    ["created", true, false],
    ["pondering", true, false],
  ])("reads the operation status %s", async (status, isRunning, hasFailed) => {
    const gateway = openMemoryPanel(() => JSON.stringify({ id: 1, status }));
    expect(await gateway.getOperation(1)).toMatchObject({ isRunning, hasFailed });
  });

  it("names the call and the field that does not fit", async () => {
    const wrong = { ...serverSample, switch_connection: [{ ...serverSample.switch_connection[0], switch: "abc" }] };
    const gateway = openMemoryPanel(() => JSON.stringify({ list: [serverSample, wrong], size: 2 }));
    const failure = await failureFrom(gateway.listServers({ offset: 0, limit: 10, search: "", locationId: null }));
    expect(failure.kind).toBe("malformed");
    expect(failure.message).toContain("server.list");
    expect(failure.message).toContain('"list.1.switch_connection.0.switch"');
  });

  it("refuses a switch connection that does not say whether it is for management", async () => {
    const { is_ipmi_connection: _, ...unmarked } = { is_ipmi_connection: false, ...serverSample.switch_connection[0] };
    const gateway = openMemoryPanel(() => JSON.stringify({ ...serverSample, switch_connection: [unmarked] }));
    expect((await failureFrom(gateway.getServer(101))).message).toContain("is_ipmi_connection");
  });

  it("sorts switch ports as a person counts", async () => {
    const ports = await openMemoryPanel(() => JSON.stringify(portListSample)).listSwitchPorts(18);
    expect(ports.map(({ name }) => name)).toEqual(["Gi1/0/2", "Gi1/0/10", "Gi1/0/12"]);
    expect(ports[1]).toMatchObject({ adminStatus: "unknown", linkStatus: "unknown", serverId: null });
  });

  it("never offers a unit in an unknown state as free", async () => {
    const rack = rackLayoutShape.parse(await openMemoryPanel(() => JSON.stringify(rackSample)).getRack(7));
    expect(rack.units.map(({ state }) => state)).toEqual(["free", "occupied", "reserved", "service"]);
  });

  it("reads long lists page by page", async () => {
    const users = Array.from({ length: 2500 }, (_, index) => ({
      id: index + 1,
      email: `u${String(index)}@example.net`,
    }));
    const gateway = openMemoryPanel((path) => {
      const [offset = 0, count = 0] = (/limit=(\d+),(\d+)/.exec(path) ?? []).slice(1).map(Number);
      return JSON.stringify({ list: users.slice(offset, offset + count), size: users.length });
    });
    expect((await gateway.listUsers()).map(({ userId }) => userId)).toEqual(users.map(({ id }) => id));
  });

  it("gives up on a list without end", async () => {
    const page = JSON.stringify({ list: Array.from({ length: 1000 }, () => ({ id: 1 })) });
    expect((await failureFrom(openMemoryPanel(() => page).listLocations())).kind).toBe("malformed");
  });

  it("keeps a search from leaving its place in the filter", async () => {
    const paths: string[] = [];
    const gateway = openMemoryPanel((path) => {
      paths.push(path);
      return JSON.stringify(serverListSample);
    });
    const page = await gateway.listServers({ offset: 20, limit: 10, search: "x' OR name CP '%", locationId: 3 });
    expect(page.total).toBe(37);
    expect(paths).toEqual([
      "dci/v3/server?limit=20,10&orderby=id asc&where=name CP '%x% OR name CP %%' AND location_id EQ 3",
    ]);
  });

  it("proves a session by a documented read where the panel has no session route", async () => {
    panel = await startScriptedPanel(({ path }) =>
      path.includes("dci/v3/server") ? { json: { list: [] } } : undefined,
    );
    expect(await openPanel(panel.url).probe()).toEqual({ signedInAs: "dc@example.net" });
  });
});

describe("secrets", () => {
  it("appear in no failure and in no log line, even when the panel repeats them", async () => {
    const ipmiPassword = "ipmi-s3cret";
    const parrot = { status: 400, json: errorBody(`cannot use ${ipmiPassword} ${password} ${token}`) };
    panel = await startScriptedPanel(({ path }) => (path.includes("token") ? undefined : parrot));
    const log = createKeptLog();
    const gateway = openPanel(panel.url, { log });
    const failure = await failureFrom(
      gateway.addConnection(1, {
        to: "ipmi",
        address: "10.0.0.1",
        mac: "",
        username: "u",
        password: ipmiPassword,
        handler: "ipmi",
      }),
    );
    const told = [failure.message, failure.stack, JSON.stringify(failure.cause), ...log.lines].join("\n");
    expect(log.lines.length).toBeGreaterThan(1);
    expect(told).toContain("cannot use");
    for (const secret of [password, ipmiPassword, token]) expect(told).not.toContain(secret);
  });

  it("stay out of a refused sign-in", async () => {
    panel = await startScriptedPanel(() => ({ status: 401, json: errorBody(`no ${password}`) }));
    const log = createKeptLog();
    const failure = await failureFrom(openPanel(panel.url, { log }).listRacks());
    expect([failure.message, failure.stack, ...log.lines].join("\n")).not.toContain(password);
  });
});

describe("answers that were tampered with", () => {
  const readings: readonly (readonly [string, unknown, (gateway: PanelGateway) => Promise<unknown>])[] = [
    ["a server", serverSample, async (gateway) => serverFactsShape.parse(await gateway.getServer(1))],
    [
      "servers",
      serverListSample,
      (gateway) => gateway.listServers({ offset: 0, limit: 5, search: "", locationId: null }),
    ],
    ["a rack", rackSample, async (gateway) => rackLayoutShape.parse(await gateway.getRack(1))],
    ["pools", poolListSample, async (gateway) => poolFactsShape.array().parse(await gateway.listPools())],
    ["ports", portListSample, (gateway) => gateway.listSwitchPorts(1)],
    ["an operation", serverSample.operation, (gateway) => gateway.getOperation(1)],
    ["an accepted order", { id: 1, task: 7 }, (gateway) => gateway.setPower(1, "on")],
  ];

  it.each(readings)("only ever give facts or a RemoteFailure (%s)", async (_, sample, read) => {
    const replacement = fc.oneof(fc.jsonValue(), fc.constant(undefined));
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(fc.nat(), replacement), { minLength: 1, maxLength: 4 }), async (changes) => {
        const changed = changes.reduce(replaceNode, sample);
        const text = changed === undefined ? "" : JSON.stringify(changed);
        await read(openMemoryPanel(() => text)).catch((error: unknown) => {
          if (!(error instanceof RemoteFailure)) throw error;
        });
      }),
      { numRuns: 300 },
    );
  });
});

/** A copy of `root` in which one node, chosen by `[position, value]`, is replaced. */
function replaceNode(root: unknown, [position, value]: readonly [number, unknown]): unknown {
  const target = position % countNodes(root);
  let index = -1;
  const walk = (node: unknown): unknown => {
    index += 1;
    if (index === target) return value;
    if (Array.isArray(node)) return node.map(walk);
    if (typeof node !== "object" || node === null) return node;
    return Object.fromEntries(Object.entries(node).map(([key, child]) => [key, walk(child)]));
  };
  return walk(root);
}

function countNodes(node: unknown): number {
  if (typeof node !== "object" || node === null) return 1;
  return Object.values(node).reduce((sum: number, child) => sum + countNodes(child), 1);
}
