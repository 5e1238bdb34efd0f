import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { startDsmanagerSimulator, type DsmanagerSimulator } from "../../simulator/dsmanager/simulator";
import { column, openDsmanager, rowOf, type DsmanagerCall } from "./dsmanager-client";
import { createPanelClock } from "./panel-clock";

const clock = createPanelClock();
let simulator: DsmanagerSimulator;
let call: DsmanagerCall;

beforeEach(async () => {
  simulator = await startDsmanagerSimulator({ now: clock.now });
  call = await openDsmanager(simulator);
});

afterEach(() => simulator.stop());

const kinds = (): readonly string[] => simulator.effects.map(({ kind }) => kind);
const form = { mac: "0c:c4:7d:00:00:66", name: "HP-02", notes: "", type: "HPCorei5", owner: "no_owner", sok: "ok" };

describe("the list of servers", () => {
  it("has flags only where they are true, and an empty owner where there is none", async () => {
    const list = await call("server");
    expect(rowOf(list, 101)).toMatchObject({ owner: "c1@example.org", status: "on", poweron: "", rack: "A12 11" });
    expect(rowOf(list, 101)).not.toHaveProperty("poweroff");
    expect(rowOf(list, 102)).toMatchObject({ owner: "", status: "off", poweroff: "", ostemplate: "" });
    expect(rowOf(list, 103)).toMatchObject({ name: "сервер-3", rack: "Б03 5", height: "2", location: "3" });
    expect(rowOf(list, 104)).toHaveProperty("blocked");
    expect(rowOf(list, 105)).toHaveProperty("hwproblem");
    expect(rowOf(list, 107)).toMatchObject({ diag_in_progress: "", status: "installing" });
    expect(rowOf(list, 102)).not.toHaveProperty("blocked");
  });

  it("calls a generation 5 server by its host name and leaves the missing owner out", async () => {
    const other = await startDsmanagerSimulator({ dialect: "dcimanager5" });
    const list = await (await openDsmanager(other, "/dcimgr"))("server");
    expect(rowOf(list, 102)).toMatchObject({ hostname: "free.ds", type: "HPCorei5", chassis_templ: "HPCorei5" });
    for (const name of ["owner", "name", "status"]) expect(rowOf(list, 102)).not.toHaveProperty(name);
    expect(list.fields["p_elems"]).toBe("7");
    await other.stop();
  });
});

describe("a server's form", () => {
  it("is read with the owner's id and written whole", async () => {
    expect((await call("server.edit", { elid: "101" })).fields).toMatchObject({
      name: "HP-01",
      owner: "55",
      type: "1",
      disabled: "off",
      hostname: "web1.example.org",
    });
    for (const field of ["mac", "name", "notes", "type", "owner"] as const) {
      const { [field]: _left, ...rest } = { ...form, elid: "102" };
      expect((await call("server.edit", rest)).error).toBe(`code="4" val="${field}"`);
    }
    expect(simulator.effects).toEqual([]);
    expect((await call("server.edit", { ...form, elid: "102", owner: "56", notes: "<ok> & well" })).text).toContain(
      "<doc><ok/></doc>",
    );
    expect((await call("server.edit", { elid: "102" })).fields).toMatchObject({ owner: "56", notes: "<ok> & well" });
    expect(kinds()).toEqual(["server-edited", "owner-set"]);
  });

  it("is only read without a confirmation", async () => {
    await call("server.edit", { ...form, elid: "102", owner: "56", sok: "" });
    expect(rowOf(await call("server"), 102)["owner"]).toBe("");
  });

  it("frees a server, and writes nothing twice", async () => {
    const freed = { ...form, elid: "101", name: "HP-01", mac: "0c:c4:7d:00:00:65" };
    await call("server.edit", freed);
    await call("server.edit", freed);
    expect(simulator.effects).toMatchObject([{ kind: "owner-set", serverId: 101, detail: { owner: null } }]);
  });

  it("refuses what does not exist", async () => {
    expect((await call("server.edit", { elid: "999" })).error).toBe('code="3" obj="server"');
    expect((await call("server.edit", { ...form, elid: "102", owner: "999" })).error).toBe('code="4" val="owner"');
    expect((await call("server.edit", { ...form, elid: "102", type: "Cray" })).error).toBe('code="4" val="type"');
    expect((await call("no.such")).error).toBe('code="3" obj="func"');
  });

  it("registers a server in free units", async () => {
    const wanted = { ...form, name: "новый", mac: "0c:c4:7d:00:01:00", rack: "8", unit: "7", height: "2" };
    expect((await call("server.edit", { ...wanted, unit: "5" })).error).toBe('code="2" obj="unit"');
    expect((await call("server.edit", { ...wanted, unit: "47" })).error).toBe('code="4" val="unit"');
    expect((await call("server.edit", { ...wanted, mac: form.mac })).error).toBe('code="2" obj="mac"');
    expect((await call("server.edit", { ...wanted, location: "9" })).error).toBe('code="4" val="location"');
    expect((await call("server.edit", wanted)).fields["id"]).toBe("140");
    expect(rowOf(await call("server"), 140)).toMatchObject({ name: "новый", rack: "Б03 7", status: "off" });
  });

  it("deletes several at once or none", async () => {
    expect((await call("server.delete", { elid: "102, 999" })).error).toBe('code="3" obj="server"');
    await call("server.delete", { elid: "102, 103" });
    expect(column(await call("server"), "id")).toEqual(["101", "104", "105", "106", "107"]);
    const reconnect = { plid: "104", sok: "ok", type: "Switch", device_id: "18", port_id: "902" };
    expect((await call("server.connection.edit", reconnect)).error).toBeNull();
  });
});

describe("power", () => {
  it("changes after its time, and not at all where it is so already", async () => {
    await call("server.poweron", { elid: "101" });
    await call("server.poweron", { elid: "102" });
    expect(rowOf(await call("server"), 102)).toHaveProperty("poweroff");
    clock.pass(50);
    expect(rowOf(await call("server"), 102)).toHaveProperty("poweron");
    await call("server.reboot", { elid: "102" });
    clock.pass(50);
    await call("server.poweroff", { elid: "102" });
    clock.pass(50);
    expect(simulator.effects.map(({ kind, serverId }) => [kind, serverId])).toEqual([
      ["power-on", 102],
      ["power-reset", 102],
      ["power-off", 102],
    ]);
  });

  it("follows the last of two commands", async () => {
    await call("server.poweroff", { elid: "101" });
    await call("server.poweron", { elid: "101" });
    clock.pass(100);
    expect(rowOf(await call("server"), 101)).toHaveProperty("poweron");
    expect(simulator.effects).toEqual([]);
  });

  it("is unknown and stays as it is while the controller is silent", async () => {
    simulator.script.silenceController(101);
    expect((await call("server.poweroff", { elid: "101" })).error).toBeNull();
    clock.pass(100);
    expect(rowOf(await call("server"), 101)).toMatchObject({ powererror: "", status: "error" });
    simulator.script.silenceController(101, false);
    expect(rowOf(await call("server"), 101)).toHaveProperty("poweron");
  });
});

describe("disabling", () => {
  it("shuts the data ports for a moment's work, spares management and power, and is undone by enabling", async () => {
    await call("server.disable", { elid: "101" });
    const during = await call("server.connection", { elid: "101" });
    expect(rowOf(during, 3001)).toMatchObject({ type: "Switch", admin: "on", func_in_progress: "" });
    clock.pass(20);
    const after = await call("server.connection", { elid: "101" });
    expect(rowOf(after, 3001)).toMatchObject({ admin: "off", link: "off" });
    expect(rowOf(after, 3001)).not.toHaveProperty("func_in_progress");
    expect(rowOf(after, 3003)).toMatchObject({ admin: "on", is_ipmi: "" });
    expect(rowOf(after, 3004)).toMatchObject({ type: "PDU", admin: "on" });
    expect(rowOf(await call("server"), 101)).toMatchObject({ disabled: "", poweron: "", status: "suspended" });
    await call("server.disable", { elid: "101" });
    await call("server.enable", { elid: "101" });
    clock.pass(20);
    expect(rowOf(await call("server"), 101)).not.toHaveProperty("disabled");
    expect(kinds()).toEqual(["server-disabled", "port-down", "server-enabled", "port-up"]);
  });

  it("leaves the ports open when enabling comes before its work is done", async () => {
    await call("server.disable", { elid: "101" });
    clock.pass(10);
    await call("server.enable", { elid: "101" });
    clock.pass(100);
    expect(rowOf(await call("server.connection", { elid: "101" }), 3001)).toMatchObject({ admin: "on", link: "on" });
    expect(kinds()).toEqual(["server-disabled", "server-enabled"]);
  });
});
