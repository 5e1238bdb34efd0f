import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import {
  locationFactsShape,
  osImageShape,
  panelUserShape,
  pduFactsShape,
  pduPortShape,
  poolFactsShape,
  rackFactsShape,
  rackLayoutShape,
  serverFactsShape,
  switchFactsShape,
  switchPortShape,
} from "../../main/contract/shapes/panel";
import type { PanelGateway } from "../../main/ports/gateway";
import { startDcimanagerSimulator, type DcimanagerSimulator } from "../../simulator/dcimanager6/simulator";
import type { SiteDocument } from "../../simulator/site/site-document";
import { failureFrom, openPanel } from "./open-panel";

const credentials = { username: "dc@example.net", password: "s3cret" };
const allServers = { offset: 0, limit: 100, search: "", locationId: null };

let now = 1_000_000;
let simulator: DcimanagerSimulator;
let asFresh: SiteDocument;
let gateway: PanelGateway;

beforeAll(async () => {
  simulator = await startDcimanagerSimulator({ tls: true, now: () => now });
  asFresh = simulator.script.snapshot();
  gateway = openGateway();
});
afterAll(() => simulator.stop());
beforeEach(() => {
  simulator.faults.clear();
  simulator.script.restore(asFresh);
});

function openGateway(limits = {}): PanelGateway {
  const connection = { ...credentials, pinnedFingerprint: simulator.certificateFingerprint };
  return openPanel(simulator.url, { connection, limits });
}

/** Lets all of the panel's operations end. */
function passTime(): void {
  now += 10_000;
}

const serverInSite = (id: number) => simulator.site.servers.find((server) => server.id === id);

describe("reading a panel", () => {
  it("tells who is signed in", async () => {
    expect(await gateway.probe()).toEqual({ signedInAs: "dc@example.net" });
  });

  it("lists servers in pages, by name fragment and by location", async () => {
    const all = await gateway.listServers(allServers);
    expect(
      serverFactsShape
        .array()
        .parse(all.rows)
        .map(({ serverId }) => serverId),
    ).toEqual([101, 102, 103, 104, 105]);
    expect(all.total).toBe(5);
    const page = await gateway.listServers({ ...allServers, offset: 2, limit: 2 });
    expect([page.rows.map(({ serverId }) => serverId), page.total]).toEqual([[103, 104], 5]);
    const named = await gateway.listServers({ ...allServers, search: "клиент" });
    expect(named.rows.map(({ name }) => name)).toEqual(["стойка-клиента"]);
    expect((await gateway.listServers({ ...allServers, locationId: 99 })).total).toBe(0);
  });

  it("reads one server with rack, power, connections and addresses", async () => {
    const server = serverFactsShape.parse(await gateway.getServer(103));
    expect(server).toMatchObject({
      serverId: 103,
      rackId: 7,
      rackName: "A12",
      units: [20],
      power: "on",
      ownerEmail: "c2@example.org",
      ipmiAddress: "10.0.0.103",
      addresses: [{ addressId: 5001, address: "203.0.113.10", family: "ipv4", isReady: true }],
      pduConnections: [{ pduId: 3, outlet: "10", power: "on" }],
    });
    expect(server.switchConnections.map(({ portId, isManagement }) => [portId, isManagement])).toEqual([
      [906, false],
      [913, true],
    ]);
  });

  it("says that a server is missing", async () => {
    expect(await failureFrom(gateway.getServer(999))).toMatchObject({ kind: "refused", isMissing: true });
  });

  it("lists racks, locations, switches, ports, PDUs, outlets, users and templates in the shapes of the contract", async () => {
    expect(
      rackFactsShape
        .array()
        .parse(await gateway.listRacks())
        .map(({ name }) => name),
    ).toEqual(["A12", "B03"]);
    const rack = rackLayoutShape.parse(await gateway.getRack(8));
    expect(rack.poolId).toBe(3);
    expect(rack.units.find(({ unit }) => unit === 5)).toMatchObject({ state: "occupied", serverId: 104 });
    expect(rack.units.find(({ unit }) => unit === 30)).toMatchObject({
      state: "reserved",
      reservedUntil: "2026-12-31",
    });
    expect(locationFactsShape.array().parse(await gateway.listLocations())).toHaveLength(1);
    expect(switchFactsShape.array().parse(await gateway.listSwitches())).toHaveLength(2);
    const ports = switchPortShape.array().parse(await gateway.listSwitchPorts(18));
    expect(ports.map(({ name }) => name.split("/").at(-1))).toEqual(["12", "13", "14", "15", "16", "17", "18"]);
    expect(pduFactsShape.array().parse(await gateway.listPdus())).toHaveLength(1);
    const outlets = pduPortShape.array().parse(await gateway.listPduPorts(3));
    expect(outlets.map(({ outlet }) => outlet)).toEqual(["7", "8", "9", "10", "11", "12"]);
    const users = panelUserShape.array().parse(await gateway.listUsers());
    expect(users.filter(({ isAdministrator }) => isAdministrator).map(({ userId }) => userId)).toEqual([41]);
    expect(osImageShape.array().parse(await gateway.listOsImages())).toHaveLength(3);
  });

  it("registers a user who may then own a server", async () => {
    const { userId } = await gateway.addUser({ email: "c9@example.org", fullName: "Девятый" });
    await gateway.setOwner(101, userId);
    expect((await gateway.getServer(101)).ownerEmail).toBe("c9@example.org");
    const user = (await gateway.listUsers()).find((one) => one.userId === userId);
    expect(user).toMatchObject({ email: "c9@example.org", fullName: "Девятый", isAdministrator: false });
  });

  it("says no without a call to what this panel is not used for", async () => {
    const before = simulator.requests.length;
    const order = { image: "Debian 13", hostname: "a.example", password: "r00t" };
    for (const work of [gateway.setEnabled(101, false), gateway.setHostname(101, "a"), gateway.installOs(101, order)]) {
      expect(await failureFrom(work)).toMatchObject({ kind: "refused", isMissing: false });
    }
    expect(simulator.requests).toHaveLength(before);
    expect(await gateway.listServerTypes()).toEqual([]);
  });

  it("measures the room of a rack whose units it has read", async () => {
    const { units, freeUnits, longestFreeRun } = await gateway.getRack(7);
    expect(freeUnits).toBe(units.filter(({ state }) => state === "free").length);
    expect(longestFreeRun).toBeGreaterThan(0);
    expect((await gateway.listRacks())[0]).toMatchObject({ freeUnits: null, longestFreeRun: null });
  });

  it("holds its routes against the panel's own description", async () => {
    const { source, routes } = await gateway.checkRoutes();
    expect(source).toContain("DCI back");
    expect(routes.filter(({ state }) => state !== "found")).toEqual([]);
  });

  it("counts free addresses of pools, beyond 2^53", async () => {
    const pools = poolFactsShape.array().parse(await gateway.listPools());
    expect(pools.map(({ name, freeIpv4, freeIpv6 }) => [name, freeIpv4, freeIpv6])).toEqual([
      ["public", "244", "18446744073709551616"],
      ["rack-b03", "3", null],
      ["exhausted", "0", null],
      ["ipv6-only", null, "1208925819614629174706176"],
    ]);
  });
});

describe("changing a server", () => {
  it("creates one, edits it, and refuses an occupied unit in the panel's words", async () => {
    const kit = { name: "colo-b03", locationId: 3, rackId: 8, units: [21, 22], mac: "", serial: "SN9", notes: "набор" };
    const { serverId } = await gateway.createServer(kit);
    await gateway.editServer(serverId, { notes: "moved" });
    expect(await gateway.getServer(serverId)).toMatchObject({ name: "colo-b03", units: [21, 22], notes: "moved" });
    const failure = await failureFrom(gateway.createServer({ ...kit, name: "second" }));
    expect(failure.kind).toBe("refused");
    expect(failure.message).not.toBe("");
  });

  it("gives and takes the owner", async () => {
    await gateway.setOwner(101, 55);
    expect((await gateway.getServer(101)).ownerEmail).toBe("c1@example.org");
    await gateway.setOwner(101, null);
    expect((await gateway.getServer(101)).ownerEmail).toBeNull();
  });

  it("switches power off and follows the operation to its end", async () => {
    const { operationId } = await gateway.setPower(101, "off");
    expect(operationId).not.toBeNull();
    expect((await gateway.getOperation(operationId ?? 0)).isRunning).toBe(true);
    passTime();
    expect(await gateway.getOperation(operationId ?? 0)).toMatchObject({ isRunning: false, hasFailed: false });
    expect(serverInSite(101)?.runs).toBe(false);
    expect((await gateway.getServer(101)).power).toBe("off");
    expect((await failureFrom(gateway.setPower(101, "off"))).kind).toBe("refused");
    await gateway.setPower(101, "reset");
    passTime();
    expect((await gateway.getServer(101)).power).toBe("on");
  });

  it("cancels an operation, and shows why one has failed", async () => {
    const operationId = simulator.script.beginOperation(102, "diagnostics");
    expect((await gateway.getServer(102)).operation).toMatchObject({ operationId, isRunning: true });
    await gateway.cancelOperation(102, operationId);
    expect(await gateway.getOperation(operationId)).toMatchObject({ isRunning: false, hasFailed: false });
    simulator.script.failNextOperation("power_off", "BMC does not answer");
    const failing = await gateway.setPower(103, "off");
    passTime();
    expect(await gateway.getOperation(failing.operationId ?? 0)).toMatchObject({
      hasFailed: true,
      explanation: "BMC does not answer",
    });
  });

  it("assigns addresses, sees them become ready, and releases them", async () => {
    await gateway.assignAddresses(101, { poolId: 2, family: "ipv6", count: 2 });
    const allocating = await gateway.listAddresses(101);
    expect(allocating.map(({ family, isReady }) => [family, isReady])).toEqual([
      ["ipv6", false],
      ["ipv6", false],
    ]);
    passTime();
    const [first, second] = await gateway.listAddresses(101);
    expect([first?.isReady, second?.isReady]).toEqual([true, true]);
    await gateway.releaseAddress(101, first?.addressId ?? 0);
    passTime();
    expect((await gateway.listAddresses(101)).map(({ addressId }) => addressId)).toEqual([second?.addressId]);
  });

  it("reports an empty pool in the panel's words", async () => {
    const failure = await failureFrom(gateway.assignAddresses(101, { poolId: 4, family: "ipv4", count: 1 }));
    expect(failure.kind).toBe("refused");
    expect(failure.message).toMatch(/free/i);
  });

  it("adds and removes connections to switch, PDU and IPMI", async () => {
    const added = [
      ["switch", await gateway.addConnection(105, { to: "switch", switchId: 18, portId: 908 })],
      ["pdu", await gateway.addConnection(105, { to: "pdu", pduId: 3, portId: 49 })],
      [
        "ipmi",
        await gateway.addConnection(105, {
          to: "ipmi",
          address: "10.0.0.200",
          mac: "0c:c4:7a:ff:00:99",
          username: "ADMIN",
          password: "bmc-s3cret",
          handler: "ipmi",
        }),
      ],
    ] as const;
    const server = await gateway.getServer(105);
    expect(server.switchConnections.map(({ connectionId }) => connectionId)).toEqual([added[0][1].connectionId]);
    expect(server.pduConnections.map(({ connectionId }) => connectionId)).toEqual([added[1][1].connectionId]);
    expect([server.ipmiAddress, server.ipmiConnectionId]).toEqual(["10.0.0.200", added[2][1].connectionId]);
    for (const [to, { connectionId }] of added) await gateway.removeConnection(105, to, connectionId ?? 0);
    expect(await gateway.getServer(105)).toMatchObject({
      switchConnections: [],
      pduConnections: [],
      ipmiAddress: null,
    });
  });

  it("refuses a port that another server uses", async () => {
    const failure = await failureFrom(gateway.addConnection(105, { to: "switch", switchId: 18, portId: 901 }));
    expect(failure.kind).toBe("refused");
  });

  it("takes a switch port down and up", async () => {
    for (const status of ["down", "up"] as const) {
      await gateway.setSwitchPort(18, 901, status);
      passTime();
      const port = (await gateway.listSwitchPorts(18)).find(({ portId }) => portId === 901);
      expect(port?.adminStatus).toBe(status);
    }
  });
});
