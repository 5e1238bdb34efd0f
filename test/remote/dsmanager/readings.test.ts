import { afterEach, describe, expect, it } from "vitest";
import { rackLayoutShape, serverFactsShape } from "../../../main/contract/shapes/panel";
import { failureFrom } from "../open-panel";
import {
  dialects,
  elem,
  refusal,
  startScriptedDsmanager,
  type Form,
  type ScriptedDsmanager,
} from "./scripted-dsmanager";

let started: ScriptedDsmanager | undefined;
afterEach(async () => {
  await started?.panel.close();
  started = undefined;
});

type Answers = Readonly<Record<string, string | ((form: Form) => string)>>;

async function start(dialect: (typeof dialects)[number], answers: Answers): Promise<ScriptedDsmanager> {
  started = await startScriptedDsmanager(dialect, (form) => {
    const answer = answers[form["hint_field"] === undefined ? (form["func"] ?? "") : "progress"];
    return typeof answer === "function" ? answer(form) : answer;
  });
  return started;
}

const freeServer = {
  id: "12",
  hostname: "free.ds",
  type: "HPCorei5",
  chassis_templ: "HPCorei5",
  owner: true,
  ip: "198.51.100.12",
  rack: "A12 14",
  height: "2",
  mac: "0c:c4:7a:00:11:22",
  serial: "SN-12",
  location: "3",
  ostemplate: "Debian 13",
  poweroff: true,
} as const;
const racks =
  elem({ id: "7", name: "A12", size: "20", location: "3" }) +
  elem({ id: "8", name: "Row 3", size: "4", location: "3" });
const form = "<name>S12</name><mac>0c:c4:7a:00:11:22</mac><notes>у двери</notes><type>3</type><owner>no_owner</owner>";
const addresses = [
  elem({ id: "1", ip: "198.51.100.0/24", type: "group" }),
  elem({ id: "77", ip: "198.51.100.40", domain: "web2.example.org", family: "ipv4" }),
  elem({ id: "78", ip: "2001:db8::4" }),
].join("");
const connections = [
  elem({
    id: "1",
    type: "Switch",
    device_id: "18",
    device: "sw-a12",
    port_id: "901",
    port: "Gi1/0/1",
    admin: "on",
    link: "off",
  }),
  elem({
    id: "2",
    type: "Switch",
    device_id: "19",
    device: "sw-mgmt",
    port_id: "12",
    port: "Fa0/12",
    admin: "on",
    link: "on",
    is_ipmi: true,
  }),
  elem({
    id: "3",
    type: "PDU",
    device_id: "3",
    device: "pdu-a12",
    port_id: "44",
    port: "7",
    admin: "off",
    link: "off",
  }),
  elem({ id: "4", type: "IPMI", ip: "10.0.0.12", mac: "0c:c4:7a:00:11:23" }),
].join("");
const all = { offset: 0, limit: 100, search: "", locationId: null };
const whole = { rack: racks, "server.edit": form, iplist: addresses, "server.connection": connections };

describe.each(dialects)("reading from %s", (dialect) => {
  const readOne = async (fields: Readonly<Record<string, string | true>>, more: Answers = {}) => {
    const { gateway } = await start(dialect, { ...whole, server: elem(fields), ...more });
    return serverFactsShape.strict().parse(await gateway.getServer(12));
  };

  it("puts a server together from its row, form, addresses and connections", async () => {
    expect(await readOne(freeServer)).toEqual({
      serverId: 12,
      name: "S12",
      domain: "free.ds",
      barcode: "",
      serial: "SN-12",
      configuration: "HPCorei5",
      locationId: 3,
      rackId: 7,
      rackName: "A12",
      units: [14, 15],
      power: "off",
      state: "",
      stateExplanation: "",
      ownerEmail: null,
      operation: null,
      operatingSystem: "Debian 13",
      mac: "0c:c4:7a:00:11:22",
      notes: "у двери",
      ipmiAddress: "10.0.0.12",
      ipmiConnectionId: 4,
      addresses: [
        {
          addressId: 77,
          address: "198.51.100.40",
          family: "ipv4",
          gateway: null,
          network: null,
          domain: "web2.example.org",
          status: "",
          isReady: true,
        },
        {
          addressId: 78,
          address: "2001:db8::4",
          family: "ipv6",
          gateway: null,
          network: null,
          domain: null,
          status: "",
          isReady: true,
        },
      ],
      switchConnections: [
        {
          connectionId: 1,
          switchId: 18,
          switchName: "sw-a12",
          portId: 901,
          portName: "Gi1/0/1",
          adminStatus: "up",
          linkStatus: "down",
          isManagement: false,
        },
        {
          connectionId: 2,
          switchId: 19,
          switchName: "sw-mgmt",
          portId: 12,
          portName: "Fa0/12",
          adminStatus: "up",
          linkStatus: "up",
          isManagement: true,
        },
      ],
      pduConnections: [{ connectionId: 3, pduId: 3, pduName: "pdu-a12", portId: 44, outlet: "7", power: "off" }],
      serverType: "HPCorei5",
      isDisabled: false,
      isBlocked: false,
      hasFault: false,
      isInDiagnostics: false,
    });
  });

  it.each([
    [{ poweron: true }, { power: "on", state: "" }],
    [
      { poweron: true, powererror: true },
      { power: "unknown", hasFault: true, state: "power error" },
    ],
    [{ poweron: true, status: "off" }, { power: "on" }],
    [{ status: "off" }, { power: "off", state: "off" }],
    [{ status: "suspended" }, { isDisabled: true, power: "unknown", state: "suspended" }],
    [{ status: "error" }, { hasFault: true }],
    [{ disabled: true }, { isDisabled: true, state: "disabled" }],
    [{ blocked: true }, { isBlocked: true, state: "blocked" }],
    [{ hwproblem: true }, { hasFault: true, state: "hardware problem" }],
    [{ owner: "c1@example.org" }, { ownerEmail: "c1@example.org" }],
    [
      { operation_failed: true },
      { hasFault: true, operation: { operationId: 12, hasFailed: true, isRunning: false, explanation: "" } },
    ],
    [
      { operation_failed: "No DHCP" },
      { hasFault: true, stateExplanation: "No DHCP", operation: { hasFailed: true, explanation: "No DHCP" } },
    ],
  ] as const)("takes the flags %j", async (flags, facts) => {
    expect(await readOne({ id: "12", ...flags })).toMatchObject(facts);
  });

  it.each([
    ["45%", 45],
    ["Installing: 7.5 %", 7],
    ["soon", null],
    ["400%", null],
  ])("tells how far an installation is (%s)", async (value, percent) => {
    const server = await readOne({ ...freeServer, install_in_progress: true }, { progress: `<value>${value}</value>` });
    expect(server.operation).toEqual({
      operationId: 12,
      name: "install",
      status: "running",
      isRunning: true,
      hasFailed: false,
      percent,
      explanation: "",
    });
  });

  it("does without the progress when the panel does not tell it", async () => {
    const error = refusal(dialect, { code: 3, type: "missed", subject: "func" });
    const server = await readOne({ ...freeServer, diag_in_progress: true }, { progress: error });
    expect(server).toMatchObject({
      isInDiagnostics: true,
      operation: { name: "diagnostics", isRunning: true, percent: null },
    });
  });

  it("does not take an earlier failure for the end of the running installation", async () => {
    const server = await readOne(
      { ...freeServer, install_in_progress: true, operation_failed: "before" },
      { progress: "<value/>" },
    );
    expect(server.operation).toMatchObject({ isRunning: true, hasFailed: false });
  });

  it("does not say how a port stands while it is being switched", async () => {
    const busy = elem({
      id: "1",
      type: "Switch",
      device_id: "18",
      port_id: "901",
      admin: "on",
      link: "on",
      func_in_progress: true,
    });
    const server = await readOne(freeServer, { "server.connection": busy });
    expect(server.switchConnections).toMatchObject([{ adminStatus: "unknown", linkStatus: "up" }]);
  });

  it("follows the server's single operation by the server's id", async () => {
    let row: Readonly<Record<string, string | true>> = { ...freeServer, install_in_progress: true };
    const { gateway } = await start(dialect, { server: () => elem(row), progress: "<value>45%</value>" });
    expect(await gateway.getOperation(12)).toMatchObject({ operationId: 12, isRunning: true, percent: 45 });
    row = freeServer;
    expect(await gateway.getOperation(12)).toMatchObject({ isRunning: false, hasFailed: false });
    row = { ...freeServer, operation_failed: "No DHCP" };
    expect(await gateway.getOperation(12)).toMatchObject({ isRunning: false, hasFailed: true, explanation: "No DHCP" });
    expect(await failureFrom(gateway.getOperation(99))).toMatchObject({ kind: "refused", isMissing: true });
  });

  it("knows a server that is not in the list as missing", async () => {
    const { gateway } = await start(dialect, { ...whole, server: elem(freeServer) });
    expect(await failureFrom(gateway.getServer(99))).toMatchObject({ kind: "refused", isMissing: true });
  });

  it("pages, searches and filters servers on its own side, in the order of their ids", async () => {
    const row = (id: number, hostname: string, location: string) =>
      elem({ id: String(id), hostname, location, poweron: true });
    const rows = [row(9, "Web-9", "3"), row(2, "db-2", "3"), row(10, "web-10", "4"), row(1, "веб-1", "3")].join("");
    const { gateway, forms } = await start(dialect, { server: rows, rack: racks });
    const ids = async (query: Partial<typeof all> | { locationId: number }) => {
      const page = await gateway.listServers({ ...all, ...query });
      return [page.rows.map(({ serverId }) => serverId), page.total];
    };
    expect(await ids({})).toEqual([[1, 2, 9, 10], 4]);
    expect(await ids({ offset: 1, limit: 2 })).toEqual([[2, 9], 4]);
    expect(await ids({ search: " WEB-" })).toEqual([[9, 10], 2]);
    expect(await ids({ search: "ВЕБ" })).toEqual([[1], 1]);
    expect(await ids({ locationId: 4 })).toEqual([[10], 1]);
    expect(forms().every((sent) => !("filter" in sent) && !("search" in sent))).toBe(true);
  });

  it("takes a list of one and a list of none", async () => {
    const { gateway } = await start(dialect, { switch: elem({ id: "18", name: "sw" }), pdu: "" });
    expect(await gateway.listSwitches()).toEqual([{ switchId: 18, name: "sw", locationId: null, rackName: "" }]);
    expect(await gateway.listPdus()).toEqual([]);
  });

  it("draws racks from the servers' places", async () => {
    const servers = [
      elem(freeServer),
      elem({ id: "13", hostname: "web", rack: "A12 3", location: "3" }),
      elem({ id: "14", hostname: "by-the-wall", rack: "Row 3", location: "3" }),
      elem({ id: "15", hostname: "in-row", rack: "Row 3 4", location: "3" }),
      elem({ id: "16", hostname: "nowhere" }),
      elem({ id: "17", hostname: "elsewhere", rack: "Z9 1" }),
    ].join("");
    const { gateway } = await start(dialect, { server: servers, rack: racks });
    expect(await gateway.listRacks()).toEqual([
      {
        rackId: 7,
        name: "A12",
        size: 20,
        locationId: 3,
        poolId: null,
        deviceCount: 2,
        note: "",
        freeUnits: 17,
        longestFreeRun: 10,
      },
      {
        rackId: 8,
        name: "Row 3",
        size: 4,
        locationId: 3,
        poolId: null,
        deviceCount: 2,
        note: "",
        freeUnits: 3,
        longestFreeRun: 3,
      },
    ]);
    const rack = rackLayoutShape.strict().parse(await gateway.getRack(7));
    expect(rack.units.flatMap(({ unit, serverId }) => (serverId === null ? [] : [[unit, serverId]]))).toEqual([
      [3, 13],
      [14, 12],
      [15, 12],
    ]);
    expect(await failureFrom(gateway.getRack(99))).toMatchObject({ kind: "refused", isMissing: true });
  });

  it("tells racks of one name apart by their location, and leaves open which one where that does not help", async () => {
    const twins =
      elem({ id: "7", name: "A1", size: "4", location: "3" }) + elem({ id: "8", name: "A1", size: "4", location: "4" });
    const servers = elem({ id: "1", rack: "A1 2", location: "4" }) + elem({ id: "2", rack: "A1 2" });
    const { gateway } = await start(dialect, { server: servers, rack: twins });
    const { rows } = await gateway.listServers(all);
    expect(rows.map(({ rackId, rackName, units }) => [rackId, rackName, units])).toEqual([
      [8, "A1", [2]],
      [null, "A1", [2]],
    ]);
  });

  it("lists equipment as a person counts, users, images and types", async () => {
    const port = (id: number, identity: string) =>
      elem({ id: String(id), identity, admin: "on", link: "off", server: "12", serverhname: "free.ds" });
    const { gateway, forms } = await start(dialect, {
      location: elem({ id: "3", name: "M9" }),
      switch: elem({ id: "2", name: "sw-10", location: "3", rack: "A12" }) + elem({ id: "1", name: "sw-9" }),
      "switch.port": port(3, "Gi1/0/12") + port(1, "Gi1/0/2"),
      pdu: elem({ id: "3", name: "pdu", rack: "A12" }),
      "pdu.port":
        elem({ id: "45", identity: "10", power: "0" }) +
        elem({ id: "44", identity: "7", power: "1", server: "12", serverhname: "free.ds" }),
      user:
        elem({ id: "41", name: "c1@example.org", realname: "Клиент", level: "16" }) +
        elem({ id: "1", name: "root", level: "30" }),
      osmgr: [
        elem({ id: "d13", name: "Debian 13", type: "os" }),
        elem({ id: "d9", name: "Debian 9" }),
        elem({ id: "r", name: "Rescue", type: "recovery" }),
        elem({ id: "x", name: "Hardware check", type: "diag" }),
      ].join(""),
      chassistempl: elem({ id: "2", name: "HP10" }) + elem({ id: "1", name: "HP9" }) + elem({ id: "3", name: "HP9" }),
    });
    expect(await gateway.listLocations()).toEqual([{ locationId: 3, name: "M9", poolId: null }]);
    expect((await gateway.listSwitches()).map(({ name }) => name)).toEqual(["sw-9", "sw-10"]);
    expect(await gateway.listSwitchPorts(18)).toMatchObject([
      { portId: 1, name: "Gi1/0/2", adminStatus: "up", linkStatus: "down", serverId: 12, serverName: "free.ds" },
      { portId: 3 },
    ]);
    expect(forms().at(-1)).toMatchObject({ elid: "18" });
    expect(await gateway.listPduPorts(3)).toEqual([
      { portId: 44, outlet: "7", power: "on", serverId: 12, serverName: "free.ds" },
      { portId: 45, outlet: "10", power: "off", serverId: null, serverName: "" },
    ]);
    expect(await gateway.listUsers()).toEqual([
      { userId: 41, email: "c1@example.org", fullName: "Клиент", isAdministrator: false },
      { userId: 1, email: "root", fullName: "", isAdministrator: true },
    ]);
    expect((await gateway.listOsImages()).map(({ name }) => name)).toEqual(["Debian 9", "Debian 13"]);
    expect(await gateway.listServerTypes()).toEqual(["HP9", "HP10"]);
    expect(await gateway.listPools()).toEqual([]);
  });

  it("proves the session by a cheap reading, and takes a refusal for an answer", async () => {
    const { gateway } = await start(dialect, { rack: racks });
    expect(await gateway.probe()).toEqual({ signedInAs: "root" });
    started?.panel.seen.splice(0);
    await started?.panel.close();
    const refusing = await start(dialect, { rack: refusal(dialect, { code: 6, type: "access", subject: "rack" }) });
    expect(await refusing.gateway.probe()).toEqual({ signedInAs: "root" });
    await refusing.panel.close();
    const failing = await start(dialect, { auth: refusal(dialect, { code: 6, type: "auth", subject: "auth" }) });
    expect((await failureFrom(failing.gateway.probe())).kind).toBe("unauthenticated");
  });
});
