import { afterEach, describe, expect, it } from "vitest";
import type { PanelGateway } from "../../../main/ports/gateway";
import { failureFrom } from "../open-panel";
import { dialects, elem, startScriptedDsmanager, type Form, type ScriptedDsmanager } from "./scripted-dsmanager";

let started: ScriptedDsmanager | undefined;
afterEach(async () => {
  await started?.panel.close();
  started = undefined;
});

async function start(
  dialect: (typeof dialects)[number],
  answer: (form: Form) => string | undefined,
): Promise<ScriptedDsmanager> {
  started = await startScriptedDsmanager(dialect, answer);
  return started;
}

/** The panel's side of every order here: it confirms, and shows one server's form and addresses. */
function confirm({ func, sok }: Form): string | undefined {
  if (func === "auth") return undefined;
  if (func === "server.edit" && sok === undefined) {
    return "<id>7</id><name>S7</name><mac>0c:c4:7a:00:11:22</mac><notes>by the door</notes><type>3</type><owner>41</owner><disabled>off</disabled>";
  }
  if (func === "iplist") {
    return [
      elem({ id: "70", ip: "198.51.100.0/24", type: "group" }),
      elem({ id: "77", ip: "198.51.100.40", domain: "old.example.org", family: "ipv4" }),
      elem({ id: "78", ip: "198.51.100.4", family: "ipv4" }),
    ].join("");
  }
  return "<ok/><id>140</id>";
}

const newServer = {
  name: "colo-b03",
  locationId: 3,
  rackId: 8,
  units: [22, 21],
  mac: "0c:c4:7a:00:11:22",
  serial: "SN-1",
  notes: "клиентский сервер",
};
const bmc = {
  to: "ipmi",
  address: "10.0.0.7",
  mac: "",
  username: "ADMIN",
  password: "bmc-pw",
  handler: "ipmi",
} as const;
const wholeServer = {
  elid: "7",
  sok: "ok",
  mac: "0c:c4:7a:00:11:22",
  name: "S7",
  notes: "by the door",
  type: "3",
  owner: "41",
};

interface OrderCase {
  readonly name: string;
  readonly act: (gateway: PanelGateway) => Promise<unknown>;
  readonly func: string;
  readonly parameters: Form;
  readonly result: unknown;
}

const done = { operationId: null };
const orders: readonly OrderCase[] = [
  {
    name: "switches on",
    act: (panel) => panel.setPower(7, "on"),
    func: "server.poweron",
    parameters: { elid: "7" },
    result: done,
  },
  {
    name: "switches off",
    act: (panel) => panel.setPower(7, "off"),
    func: "server.poweroff",
    parameters: { elid: "7" },
    result: done,
  },
  {
    name: "resets",
    act: (panel) => panel.setPower(7, "reset"),
    func: "server.reboot",
    parameters: { elid: "7" },
    result: done,
  },
  {
    name: "suspends",
    act: (panel) => panel.setEnabled(7, false),
    func: "server.disable",
    parameters: { elid: "7" },
    result: done,
  },
  {
    name: "resumes",
    act: (panel) => panel.setEnabled(7, true),
    func: "server.enable",
    parameters: { elid: "7" },
    result: done,
  },
  {
    name: "names a server by its first address",
    act: (panel) => panel.setHostname(7, "web2.example.org"),
    func: "iplist.edit",
    parameters: { plid: "7", elid: "77", sok: "ok", domain: "web2.example.org" },
    result: undefined,
  },
  {
    name: "installs a system",
    act: (panel) => panel.installOs(7, { image: "Debian 13", hostname: "web2.example.org", password: "r00t" }),
    func: "server.operations",
    parameters: {
      elid: "7",
      sok: "ok",
      operation: "ostemplate",
      ostemplate: "Debian 13",
      hostname: "web2.example.org",
      passwd: "r00t",
      confirm: "r00t",
      checkpasswd: "off",
      recipe: "null",
    },
    result: { operationId: 7 },
  },
  {
    name: "cancels",
    act: (panel) => panel.cancelOperation(7, 7),
    func: "server.opercancel",
    parameters: { elid: "7" },
    result: undefined,
  },
  {
    name: "gives an owner",
    act: (panel) => panel.setOwner(7, 55),
    func: "server.edit",
    parameters: { ...wholeServer, owner: "55" },
    result: undefined,
  },
  {
    name: "takes the owner away",
    act: (panel) => panel.setOwner(7, null),
    func: "server.edit",
    parameters: { ...wholeServer, owner: "no_owner" },
    result: undefined,
  },
  {
    name: "changes name and notes and keeps the rest",
    act: (panel) => panel.editServer(7, { name: "S8", notes: "" }),
    func: "server.edit",
    parameters: { ...wholeServer, name: "S8", notes: "" },
    result: undefined,
  },
  {
    name: "orders one address at a time, of any pool",
    act: (panel) => panel.assignAddresses(7, { poolId: 2, family: "ipv6", count: 4 }),
    func: "iplist.edit",
    parameters: { plid: "7", sok: "ok", family: "ipv6", iptype: "public", ip: "", domain: "" },
    result: done,
  },
  {
    name: "releases an address",
    act: (panel) => panel.releaseAddress(7, 77),
    func: "iplist.delete",
    parameters: { plid: "7", elid: "77" },
    result: done,
  },
  {
    name: "records a switch port",
    act: (panel) => panel.addConnection(7, { to: "switch", switchId: 18, portId: 901 }),
    func: "server.connection.edit",
    parameters: { plid: "7", sok: "ok", type: "Switch", device_id: "18", port_id: "901" },
    result: { connectionId: 140 },
  },
  {
    name: "records an outlet",
    act: (panel) => panel.addConnection(7, { to: "pdu", pduId: 3, portId: 44 }),
    func: "server.connection.edit",
    parameters: { plid: "7", sok: "ok", type: "PDU", device_id: "3", port_id: "44" },
    result: { connectionId: 140 },
  },
  {
    name: "records a BMC",
    act: (panel) => panel.addConnection(7, bmc),
    func: "server.connection.edit",
    parameters: { plid: "7", sok: "ok", type: "IPMI", ip: "10.0.0.7", mac: "", username: "ADMIN", password: "bmc-pw" },
    result: { connectionId: 140 },
  },
  {
    name: "removes a connection",
    act: (panel) => panel.removeConnection(7, "pdu", 9),
    func: "server.connection.delete",
    parameters: { plid: "7", elid: "9" },
    result: undefined,
  },
  {
    name: "opens a port",
    act: (panel) => panel.setSwitchPort(18, 901, "up"),
    func: "switch.port.on",
    parameters: { plid: "18", elid: "901" },
    result: done,
  },
  {
    name: "shuts a port",
    act: (panel) => panel.setSwitchPort(18, 901, "down"),
    func: "switch.port.off",
    parameters: { plid: "18", elid: "901" },
    result: done,
  },
];

describe.each(dialects)("the client of %s", (dialect) => {
  it.each(orders)("$name", async ({ act, func, parameters, result }) => {
    const { gateway, forms } = await start(dialect, confirm);
    expect(await act(gateway)).toEqual(result);
    const { auth: _, out: __, ...sent } = forms().at(-1) ?? {};
    expect(sent).toEqual({ func, ...parameters });
    expect(
      forms().filter(({ sok, func: called = "" }) => sok === "ok" || !["server.edit", "iplist"].includes(called)),
    ).toHaveLength(1);
  });

  it.each(orders)("takes nothing for done that the panel did not confirm ($name)", async ({ act }) => {
    const { gateway } = await start(dialect, (form) =>
      confirm(form)?.startsWith("<ok/>") === true ? "<value/>" : confirm(form),
    );
    expect((await failureFrom(act(gateway))).kind).toBe("malformed");
  });

  it("registers a server with every field, as a colocation server where the panel has such a type", async () => {
    const types = elem({ id: "3", name: "HPCorei5" }) + elem({ id: "4", name: "Colocation" });
    const { gateway, forms } = await start(dialect, (form) =>
      form["func"] === "chassistempl" ? types : confirm(form),
    );
    expect(await gateway.createServer(newServer)).toEqual({ serverId: 140, operationId: null });
    expect(forms().at(-1)).toMatchObject({
      func: "server.edit",
      sok: "ok",
      name: "colo-b03",
      mac: "0c:c4:7a:00:11:22",
      notes: "клиентский сервер",
      type: "4",
      owner: "no_owner",
      rack: "8",
      unit: "21",
      height: "2",
      location: "3",
      serial: "SN-1",
    });
    expect(forms().at(-1)).not.toHaveProperty("elid");
  });

  it("never registers a server under a type that is sold", async () => {
    const types = elem({ id: "3", name: "HPCorei5" });
    const { gateway, forms } = await start(dialect, (form) =>
      form["func"] === "chassistempl" ? types : confirm(form),
    );
    await gateway.createServer(newServer);
    expect(forms().at(-1)).toMatchObject({ type: "" });
  });

  it("refuses a server on scattered units before anything is sent", async () => {
    const { gateway, panel } = await start(dialect, confirm);
    expect((await failureFrom(gateway.createServer({ ...newServer, units: [3, 5] }))).kind).toBe("refused");
    expect(panel.seen).toHaveLength(0);
  });

  it("registers a user with a long password that differs each time", async () => {
    const { gateway, forms } = await start(dialect, confirm);
    expect(await gateway.addUser({ email: "c1@example.org", fullName: "Клиент Один" })).toEqual({ userId: 140 });
    await gateway.addUser({ email: "c2@example.org", fullName: "" });
    const [first, second] = forms();
    expect(first).toMatchObject({
      func: "user.edit",
      sok: "ok",
      name: "c1@example.org",
      realname: "Клиент Один",
      level: "lvUser",
    });
    expect(first?.["passwd"]).toMatch(/^[\w-]{32}$/);
    expect(first?.["confirm"]).toBe(first?.["passwd"]);
    expect(second?.["passwd"]).not.toBe(first?.["passwd"]);
  });

  it("cannot name a server that has no address", async () => {
    const { gateway } = await start(dialect, (form) => (form["func"] === "iplist" ? "" : confirm(form)));
    const failure = await failureFrom(gateway.setHostname(7, "a.example"));
    expect(failure).toMatchObject({ kind: "refused", isMissing: false });
    expect(failure.message).toContain("no address");
  });

  it("frees a server whose form shows no owner as such", async () => {
    const form = "<name>S7</name><mac/><notes/><type>3</type><owner/>";
    const { gateway, forms } = await start(dialect, ({ func, sok }) =>
      func === "server.edit" && sok === undefined ? form : confirm({ func: func ?? "", sok: sok ?? "" }),
    );
    await gateway.editServer(7, { name: "S8" });
    expect(forms().at(-1)).toMatchObject({ name: "S8", owner: "no_owner", notes: "", mac: "" });
  });
});
