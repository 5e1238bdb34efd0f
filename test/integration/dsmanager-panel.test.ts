import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Dialect } from "../../main/contract/shapes/module";
import { rackFactsShape, serverFactsShape } from "../../main/contract/shapes/panel";
import type { PanelGateway, ServerQuery } from "../../main/ports/gateway";
import { startDsmanagerSimulator, type DsmanagerSimulator } from "../../simulator/dsmanager/simulator";
import { failureFrom, openPanel } from "../remote/open-panel";

/** What a module of generation 4 gives its client so that both speak of the same functions. */
const corrections: Readonly<Record<Dialect, Readonly<Record<string, string>>>> = {
  dsmanager: {
    operations: "server.reinstall",
    "server-types": "servertype",
    "os-images": "osimage",
    pdus: "powerswitch",
    "pdu-ports": "powerswitch.port",
  },
  dcimanager5: {},
};
const all: ServerQuery = { offset: 0, limit: 100, search: "", locationId: null };

let now = 1_000_000;
let panel: DsmanagerSimulator;
let gateway: PanelGateway;

function openGateway(dialect: Dialect, routeOverrides = corrections[dialect], limits = {}): PanelGateway {
  const connection = {
    type: "dsmanager",
    dialect,
    username: "admin",
    password: "s3cret",
    routeOverrides,
    pinnedFingerprint: panel.certificateFingerprint,
  } as const;
  return openPanel(panel.url, { connection, limits });
}

/** Lets everything end that the panel has begun. */
function passTime(): void {
  now += 24 * 3_600_000;
}

const newServer = {
  name: "colo-b03",
  locationId: 3,
  rackId: 8,
  units: [21, 22],
  mac: "0c:c4:7a:00:99:99",
  serial: "SN-9",
  notes: "у двери",
};

describe.each(["dsmanager", "dcimanager5"] as const)("the client on a panel of the kind %s", (dialect) => {
  beforeEach(async () => {
    panel = await startDsmanagerSimulator({ dialect, tls: true, now: () => now });
    gateway = openGateway(dialect);
  });
  afterEach(() => panel.stop());

  it("reads everything in Rackside's own words", async () => {
    expect(await gateway.probe()).toEqual({ signedInAs: "admin" });
    const { rows, total } = await gateway.listServers(all);
    expect(serverFactsShape.array().parse(rows)).toHaveLength(panel.site.servers.length);
    expect(total).toBe(panel.site.servers.length);
    const server = serverFactsShape.parse(await gateway.getServer(101));
    expect(server).toMatchObject({ serverId: 101, rackId: 7, rackName: "A12", locationId: 3 });
    expect(server.switchConnections.map(({ portId, isManagement }) => [portId, isManagement])).toEqual([
      [901, false],
      [911, true],
    ]);
    expect(server.pduConnections).toMatchObject([{ pduId: 3, portId: 44, outlet: "7" }]);
    expect(server.addresses.length).toBeGreaterThan(0);
    const racks = rackFactsShape.array().parse(await gateway.listRacks());
    expect(racks.map(({ name, size }) => [name, size])).toEqual([
      ["A12", 42],
      ["Б03", 47],
    ]);
    const occupied = (await gateway.getRack(7)).units.filter(({ state }) => state === "occupied");
    const inRack = panel.site.servers.filter(({ rackId }) => rackId === 7);
    expect(occupied).toHaveLength(inRack.reduce((sum, { height }) => sum + height, 0));
    expect(await gateway.listLocations()).toEqual([{ locationId: 3, name: "DC-1", poolId: null }]);
    expect((await gateway.listSwitches()).map(({ name }) => name)).toEqual(["sw-a12-1", "sw-mgmt"]);
    expect((await gateway.listSwitchPorts(18))[0]).toMatchObject({ portId: 901, name: "Gi1/0/12", serverId: 101 });
    expect(await gateway.listPdus()).toMatchObject([{ pduId: 3, name: "pdu-a12" }]);
    expect(await gateway.listPduPorts(3)).toMatchObject([
      { outlet: "7", serverId: 101 },
      { outlet: "8", serverId: null },
    ]);
    expect((await gateway.listUsers()).map(({ email, isAdministrator }) => [email, isAdministrator])).toEqual([
      ["admin", true],
      ["c1@example.org", false],
      ["c2@example.org", false],
    ]);
    expect((await gateway.listOsImages()).map(({ name }) => name)).toEqual(["debian12", "ubuntu2404", "windows2022"]);
    expect(await gateway.listServerTypes()).toEqual(["DellR340", "HPCorei5", "HPXeonE3"]);
  });

  it("follows an installation to its end, with the host name and the owner in place", async () => {
    const { userId } = await gateway.addUser({ email: "c9@example.org", fullName: "Девятый" });
    await gateway.setOwner(101, userId);
    const accepted = await gateway.installOs(101, {
      image: "debian12",
      hostname: "c-9.example.org",
      password: "r00t-s3cret",
    });
    expect(accepted).toEqual({ operationId: 101 });
    const running = await gateway.getServer(101);
    expect(running.operation).toMatchObject({
      operationId: 101,
      isRunning: true,
      percent: expect.any(Number) as number,
    });
    expect(await failureFrom(gateway.setPower(101, "off"))).toMatchObject({ kind: "refused", isMissing: false });
    passTime();
    expect(await gateway.getOperation(101)).toMatchObject({ isRunning: false, hasFailed: false });
    expect(await gateway.getServer(101)).toMatchObject({
      operatingSystem: "debian12",
      domain: "c-9.example.org",
      ownerEmail: "c9@example.org",
      power: "on",
      operation: null,
    });
    await gateway.setOwner(101, null);
    expect((await gateway.getServer(101)).ownerEmail).toBeNull();
  });

  it("tells why an installation failed, and cancels one that does not end", async () => {
    panel.script.failNextOperation("Disk sda does not answer");
    const order = { image: "debian12", hostname: "a.example.org", password: "r00t-s3cret" };
    await gateway.installOs(101, order);
    passTime();
    expect(await gateway.getOperation(101)).toMatchObject({ hasFailed: true, explanation: "Disk sda does not answer" });
    panel.script.hangNextOperation();
    await gateway.installOs(101, order);
    passTime();
    expect((await gateway.getOperation(101)).isRunning).toBe(true);
    await gateway.cancelOperation(101, 101);
    expect((await gateway.getOperation(101)).isRunning).toBe(false);
  });

  it("switches power and ports, suspends and resumes", async () => {
    await gateway.setPower(101, "on");
    passTime();
    expect((await gateway.getServer(101)).power).toBe("on");
    await gateway.setSwitchPort(18, 901, "down");
    passTime();
    expect((await gateway.getServer(101)).switchConnections[0]?.adminStatus).toBe("down");
    await gateway.setSwitchPort(18, 901, "up");
    passTime();
    await gateway.setEnabled(101, false);
    expect((await gateway.getServer(101)).isDisabled).toBe(true);
    passTime();
    const { switchConnections, power } = await gateway.getServer(101);
    expect(switchConnections.map(({ adminStatus, isManagement }) => [adminStatus, isManagement])).toEqual([
      ["down", false],
      ["up", true],
    ]);
    expect(power).toBe("on");
    await gateway.setEnabled(101, true);
    passTime();
    expect(await gateway.getServer(101)).toMatchObject({
      isDisabled: false,
      switchConnections: [{ adminStatus: "up" }, {}],
    });
  });

  it("orders and releases addresses, and shows the panel's words when there are none left", async () => {
    const before = await gateway.listAddresses(101);
    await gateway.assignAddresses(101, { poolId: null, family: "ipv4", count: 3 });
    await gateway.assignAddresses(101, { poolId: null, family: "ipv6", count: 1 });
    const after = await gateway.listAddresses(101);
    expect(after).toHaveLength(before.length + 2);
    expect(after.filter(({ family }) => family === "ipv6")).toHaveLength(
      before.filter(({ family }) => family === "ipv6").length + 1,
    );
    const added = after.find(({ addressId }) => !before.some((one) => one.addressId === addressId));
    await gateway.releaseAddress(101, added?.addressId ?? 0);
    expect(await gateway.listAddresses(101)).toHaveLength(before.length + 1);
    expect(await failureFrom(gateway.releaseAddress(101, added?.addressId ?? 0))).toMatchObject({ isMissing: true });
    panel.script.exhaustAddresses("ipv4");
    const failure = await failureFrom(gateway.assignAddresses(101, { poolId: null, family: "ipv4", count: 1 }));
    expect(failure).toMatchObject({ kind: "refused", isMissing: false });
    await gateway.setHostname(101, "web2.example.org");
    expect((await gateway.getServer(101)).domain).toBe("web2.example.org");
  });

  it("changes a server's words without touching the rest, and wires and unwires it", async () => {
    const before = await gateway.getServer(101);
    await gateway.editServer(101, { notes: "перенести" });
    expect(await gateway.getServer(101)).toEqual({ ...before, notes: "перенести" });
    await gateway.addConnection(102, { to: "switch", switchId: 18, portId: 903 });
    await gateway.addConnection(102, { to: "pdu", pduId: 3, portId: 45 });
    const wired = await gateway.getServer(102);
    const cable = wired.switchConnections.find(({ portId }) => portId === 903);
    expect(wired.pduConnections).toMatchObject([{ portId: 45 }]);
    await gateway.removeConnection(102, "switch", cable?.connectionId ?? 0);
    expect((await gateway.getServer(102)).switchConnections.some(({ portId }) => portId === 903)).toBe(false);
  });

  it("registers a server where the panel has a type for colocation", async () => {
    panel.site.serverTypes.push({ id: 9, name: "Colocation" });
    const { serverId } = await gateway.createServer(newServer);
    const bmc = {
      to: "ipmi",
      address: "10.0.0.99",
      mac: "",
      username: "ADMIN",
      password: "bmc-pw",
      handler: "ipmi",
    } as const;
    await gateway.addConnection(serverId, bmc);
    expect(await gateway.getServer(serverId)).toMatchObject({
      name: "colo-b03",
      rackId: 8,
      units: [21, 22],
      mac: "0c:c4:7a:00:99:99",
      notes: "у двери",
      ownerEmail: null,
      ipmiAddress: "10.0.0.99",
    });
  });

  it("signs in again when the sessions end, and acts once where the answer is cut", async () => {
    await gateway.listRacks();
    panel.script.expireSessions();
    const lists = await Promise.all([gateway.listRacks(), gateway.listSwitches(), gateway.listUsers()]);
    expect(lists.map((list) => list.length)).toEqual([2, 2, 3]);
    for (const kind of ["act-then-reset", "half-answer"] as const) {
      const before = await gateway.listAddresses(101);
      panel.faults.add({ path: /^iplist\.edit/, fault: { kind } });
      const failure = await failureFrom(gateway.assignAddresses(101, { poolId: null, family: "ipv4", count: 1 }));
      expect(failure.kind).toBe("unknown-outcome");
      expect(await gateway.listAddresses(101)).toHaveLength(before.length + 1);
    }
    panel.faults.add({ path: /^iplist\.edit/, fault: { kind: "unreadable" } });
    const failure = await failureFrom(gateway.assignAddresses(101, { poolId: null, family: "ipv4", count: 1 }));
    expect(failure.kind).toBe("malformed");
  });

  it("probes the usual names and suggests those that the panel has", async () => {
    const before = panel.effects.length;
    const { routes } = await openGateway(dialect, {}).checkRoutes();
    const suggestions = routes.flatMap(({ name, suggestion }) => (suggestion === "" ? [] : [[name, suggestion]]));
    expect(Object.fromEntries(suggestions)).toEqual(corrections[dialect]);
    const corrected = await openGateway(dialect).checkRoutes();
    expect(corrected.routes.filter(({ state }) => state !== "found" && state !== "not-checked")).toEqual([]);
    expect(corrected.routes.filter(({ isOverridden }) => isOverridden)).toHaveLength(
      Object.keys(corrections[dialect]).length,
    );
    expect(panel.effects).toHaveLength(before);
  });

  it("takes the blocked, faulty and busy servers for what they are", async () => {
    panel.script.silenceController(102);
    panel.script.beginDiagnostics(103);
    const { rows } = await gateway.listServers(all);
    const facts = new Map(rows.map((row) => [row.serverId, row]));
    expect(facts.get(102)).toMatchObject({ power: "unknown", hasFault: true });
    expect(facts.get(103)).toMatchObject({ isInDiagnostics: true, operation: { isRunning: true } });
    for (const server of panel.site.servers) {
      expect(facts.get(server.id)).toMatchObject({ isBlocked: server.isBlocked, isDisabled: server.isDisabled });
    }
  });
});

describe("a filter of generation 5", () => {
  it("that the account has left set hides no server", async () => {
    panel = await startDsmanagerSimulator({ dialect: "dcimanager5", now: () => now });
    try {
      const form = { func: "server.filter", sok: "ok", hostname: "no such name", authinfo: "admin:s3cret", out: "xml" };
      await fetch(`${panel.url}/dcimgr`, { method: "POST", body: new URLSearchParams(form) });
      expect(Object.keys(panel.site.filters)).toHaveLength(1);
      gateway = openGateway("dcimanager5");
      expect((await gateway.listServers(all)).total).toBe(panel.site.servers.length);
    } finally {
      await panel.stop();
    }
  });
});
