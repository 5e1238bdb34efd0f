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

describe("addresses", () => {
  const add = { plid: "102", sok: "ok", family: "ipv4", iptype: "public", ip: "", domain: "web2.example.org" };

  it("stand under a heading for each family", async () => {
    const list = await call("iplist", { elid: "101" });
    expect(column(list, "type")).toEqual(["group", "public", "group", "public"]);
    expect(rowOf(list, 5099)).toMatchObject({ ip: "2001:db8:7::65", family: "ipv6", domain: "web1.example.org" });
  });

  it("are taken from the lowest free one, or as asked for", async () => {
    expect((await call("iplist.edit", add)).fields).toEqual({ ip: "192.0.2.10", id: "5100", ok: "" });
    expect((await call("iplist.edit", { ...add, ip: "192.0.2.40" })).fields["ip"]).toBe("192.0.2.40");
    expect((await call("iplist.edit", { ...add, family: "ipv6" })).fields["ip"]).toBe("2001:db8:7::2");
    expect(kinds()).toEqual(["address-allocated", "address-allocated", "address-allocated"]);
  });

  it.each([
    [{ ip: "192.0.2.101" }, 'code="2" obj="ip"'],
    [{ ip: "198.51.100.1" }, 'code="4" val="ip"'],
    [{ ip: "2001:db8:7::9" }, 'code="4" val="ip"'],
    [{ ip: "anything" }, 'code="4" val="ip"'],
    [{ family: "ipx" }, 'code="4" val="family"'],
    [{ iptype: "private" }, 'code="4" val="iptype"'],
    [{ plid: "999" }, 'code="3" obj="server"'],
  ])("are refused for %j", async (change, error) => {
    expect((await call("iplist.edit", { ...add, ...change })).error).toBe(error);
    expect(simulator.effects).toEqual([]);
  });

  it("run out by family", async () => {
    simulator.script.exhaustAddresses("ipv4");
    expect((await call("iplist.edit", add)).error).toBe('code="5" val="ip"');
    expect((await call("iplist.edit", { ...add, family: "ipv6" })).error).toBeNull();
    simulator.script.exhaustAddresses("ipv4", false);
    expect((await call("iplist.edit", add)).error).toBeNull();
  });

  it("name the server by the main one only, found by its id or by itself", async () => {
    const main = String(simulator.site.servers.find(({ id }) => id === 101)?.addresses[0]?.id);
    const rename = { plid: "101", sok: "ok" };
    await call("iplist.edit", { ...rename, elid: "5099", domain: "second.example.org" });
    expect((await call("server.edit", { elid: "101" })).fields["hostname"]).toBe("web1.example.org");
    await call("iplist.edit", { ...rename, elid: main, domain: "free.ds" });
    expect((await call("server.edit", { elid: "101" })).fields["hostname"]).toBe("free.ds");
    await call("iplist.edit", { ...rename, elid: "192.0.2.101", domain: "web9.example.org" });
    expect(kinds()).toEqual(["hostname-set", "hostname-set"]);
  });

  it("are freed for the next", async () => {
    await call("iplist.delete", { plid: "101", elid: "5099" });
    expect(column(await call("iplist", { elid: "101" }), "family")).not.toContain("ipv6");
    expect((await call("iplist.edit", { ...add, family: "ipv6", ip: "2001:db8:7::65" })).error).toBeNull();
    expect((await call("iplist.delete", { plid: "101", elid: "5099" })).error).toBe('code="3" obj="ip"');
    expect(kinds()).toEqual(["address-released", "address-allocated"]);
  });
});

describe("connections", () => {
  const connect = { plid: "103", sok: "ok" };

  it("go to free ports only, and away again", async () => {
    const taken = { ...connect, type: "Switch", device_id: "18", port_id: "901" };
    expect((await call("server.connection.edit", taken)).error).toBe('code="2" obj="port_id"');
    expect((await call("server.connection.edit", { ...taken, port_id: "999" })).error).toBe('code="4" val="port_id"');
    expect((await call("server.connection.edit", { ...taken, type: "Radio" })).error).toBe('code="4" val="type"');
    expect((await call("server.connection.edit", { ...taken, port_id: "903" })).fields["id"]).toBe("3100");
    await call("server.connection.edit", { ...connect, type: "PDU", device_id: "3", port_id: "45" });
    await call("server.connection.edit", { ...connect, type: "IPMI", ip: "10.0.0.3", mac: "0c:c4:7d:ff:00:67" });
    const list = await call("server.connection", { elid: "103" });
    expect(column(list, "type")).toEqual(["Switch", "PDU", "IPMI"]);
    expect(rowOf(list, 3100)).toMatchObject({ device: "sw-a12-1", port: "Gi1/0/14", admin: "on", link: "off" });
    expect(rowOf(list, 3102)).toMatchObject({ ip: "10.0.0.3", mac: "0c:c4:7d:ff:00:67" });
    for (const elid of ["3100", "3102"]) await call("server.connection.delete", { plid: "103", elid });
    expect(column(await call("server.connection", { elid: "103" }), "type")).toEqual(["PDU"]);
    expect((await call("server.connection.delete", { plid: "103", elid: "3100" })).error).toBe(
      'code="3" obj="connection"',
    );
  });

  it("are read one by one", async () => {
    const one = await call("server.connection.edit", { plid: "101", elid: "3001" });
    expect(one.fields).toMatchObject({ type: "Switch", port: "Gi1/0/12", link: "on" });
    expect((await call("server.connection.edit", { plid: "101", elid: "9" })).error).toBe('code="3" obj="connection"');
  });

  it("are switched from the server's side and from the device's", async () => {
    await call("server.connection.off", { plid: "101", elid: "3001" });
    clock.pass(20);
    expect(rowOf(await call("switch.port", { elid: "18" }), 901)).toMatchObject({
      identity: "Gi1/0/12",
      admin: "off",
      link: "off",
      server: "101",
      serverhname: "web1.example.org",
    });
    await call("switch.port.on", { plid: "18", elid: "901" });
    await call("server.connection.off", { plid: "101", elid: "3004" });
    clock.pass(20);
    expect(rowOf(await call("server.connection", { elid: "101" }), 3001)["admin"]).toBe("on");
    expect(rowOf(await call("powerswitch.port", { elid: "3" }), 44)).toMatchObject({ identity: "7", power: "0" });
    expect(simulator.effects.map(({ kind, detail }) => [kind, detail["port"]])).toEqual([
      ["port-down", 901],
      ["port-up", 901],
      ["port-down", 44],
    ]);
    expect((await call("switch.port.on", { plid: "18", elid: "44" })).error).toBe('code="3" obj="port"');
  });
});

describe("the directory", () => {
  it("tells racks, locations and devices", async () => {
    expect((await call("rack")).rows[1]).toEqual({ id: "8", name: "Б03", size: "47", location: "3" });
    expect((await call("location")).rows).toEqual([{ id: "3", name: "DC-1" }]);
    expect((await call("switch")).rows[0]).toEqual({ id: "18", name: "sw-a12-1", location: "3", rack: "A12" });
    expect((await call("powerswitch")).rows).toEqual([{ id: "3", name: "pdu-a12", rack: "A12" }]);
  });

  it("takes new users once", async () => {
    const user = { name: "c3@example.org", realname: "Третий", passwd: "p", confirm: "p", level: "lvUser", sok: "ok" };
    expect((await call("user.edit", { ...user, confirm: "q" })).error).toBe('code="4" val="passwd"');
    expect((await call("user.edit", { ...user, level: "lvSuper" })).error).toBe('code="4" val="level"');
    expect((await call("user.edit", user)).fields).toEqual({ id: "57", ok: "" });
    expect((await call("user.edit", user)).error).toBe('code="2" obj="user"');
    expect(rowOf(await call("user"), 57)).toEqual({
      id: "57",
      name: "c3@example.org",
      realname: "Третий",
      level: "16",
    });
    await call("user.edit", { elid: "57", realname: "Third", sok: "ok" });
    expect((await call("user.edit", { elid: "57" })).fields["realname"]).toBe("Third");
    expect(kinds()).toEqual(["user-created", "user-edited"]);
  });
});
