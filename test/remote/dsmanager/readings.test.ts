import { afterEach, describe, expect, it } from "vitest";
import { serverFactsShape } from "../../../main/contract/shapes/panel";
import { failureFrom } from "../open-panel";
import { allServers, freeServer, racks } from "./samples";
import { dialects, elem, refusal, startAnswering, type Answers, type ScriptedDsmanager } from "./scripted-dsmanager";

let started: ScriptedDsmanager | undefined;
afterEach(async () => {
  await started?.panel.close();
  started = undefined;
});

async function start(dialect: (typeof dialects)[number], answers: Answers): Promise<ScriptedDsmanager> {
  started = await startAnswering(dialect, answers);
  return started;
}

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

  it("puts the main address first, as the list names it", async () => {
    const { addresses: found } = await readOne({ ...freeServer, ip: "2001:db8::4" });
    expect(found.map(({ address }) => address)).toEqual(["2001:db8::4", "198.51.100.40"]);
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
    const ids = async (query: Partial<typeof allServers> | { locationId: number }) => {
      const page = await gateway.listServers({ ...allServers, ...query });
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
});
