import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createLargeDsmanagerSite } from "../../simulator/dsmanager/generated-sites";
import { startDsmanagerSimulator, type DsmanagerSimulator } from "../../simulator/dsmanager/simulator";
import { column, openDsmanager, type DsmanagerCall } from "./dsmanager-client";

describe("lists of generation 5", () => {
  let simulator: DsmanagerSimulator;
  let call: DsmanagerCall;

  beforeEach(async () => {
    simulator = await startDsmanagerSimulator({ dialect: "dcimanager5" });
    call = await openDsmanager(simulator, "/dcimgr");
  });

  afterEach(() => simulator.stop());

  it("come in pages, with the number of all rows", async () => {
    const second = await call("server", { p_num: "2", p_cnt: "3" });
    expect([column(second, "id"), second.fields["p_elems"]]).toEqual([["104", "105", "106"], "7"]);
    expect((await call("server", { p_num: "9", p_cnt: "3" })).rows).toEqual([]);
  });

  it("are sorted by a column, either way", async () => {
    expect(column(await call("server", { p_col: "-id", p_cnt: "2" }), "id")).toEqual(["107", "106"]);
    expect(column(await call("chassistempl", { p_col: "+name" }), "name")).toEqual([
      "DellR340",
      "HPCorei5",
      "HPXeonE3",
    ]);
  });

  it("stay filtered for their user until the filter is cleared", async () => {
    expect((await call("server.filter", { sok: "ok", type: "xeon" })).error).toBeNull();
    const trimmed = await call("server");
    expect([column(trimmed, "id"), trimmed.fields]).toEqual([["103"], { filter: "on", p_elems: "1" }]);
    expect((await call("server.filter")).fields).toEqual({ type: "xeon" });
    expect((await call("chassistempl")).rows).toHaveLength(3);
    const again = await openDsmanager(simulator, "/dcimgr");
    expect((await again("server")).rows).toHaveLength(1);
    await call("server.filter", { sok: "ok", clear: "on" });
    const whole = await call("server");
    expect([whole.rows.length, whole.fields["filter"]]).toEqual([7, undefined]);
  });

  it("do not hide a row from those who name it", async () => {
    await call("server.filter", { sok: "ok", type: "xeon" });
    expect((await call("server.edit", { elid: "101" })).fields["name"]).toBe("HP-01");
  });

  it("have no more than 500 rows when nothing is said", async () => {
    const large = await startDsmanagerSimulator({
      dialect: "dcimanager5",
      site: createLargeDsmanagerSite({ servers: 5000 }),
    });
    const list = await (await openDsmanager(large, "/dcimgr"))("server");
    expect([list.rows.length, list.fields["p_elems"]]).toEqual([500, "5000"]);
    await large.stop();
  });
});

describe("lists of generation 4", () => {
  it("are always whole and know neither pages nor filters", async () => {
    const simulator = await startDsmanagerSimulator({ site: createLargeDsmanagerSite({ servers: 5000 }) });
    const call = await openDsmanager(simulator);
    const list = await call("server", { p_num: "2", p_cnt: "3" });
    expect([list.rows.length, list.fields]).toEqual([5000, {}]);
    expect((await call("server.filter", { sok: "ok", type: "x" })).error).toBe('code="3" obj="func"');
    await simulator.stop();
  });

  it("can have a single row, or none", async () => {
    const simulator = await startDsmanagerSimulator();
    const call = await openDsmanager(simulator);
    expect((await call("location")).text).toContain("<doc><elem><id>3</id><name>DC-1</name></elem></doc>");
    simulator.site.locations.length = 0;
    expect((await call("location")).text).toContain("<doc/>");
    await simulator.stop();
  });

  it("have names of their own for some functions", async () => {
    const simulator = await startDsmanagerSimulator();
    const call = await openDsmanager(simulator);
    expect(column(await call("servertype"), "name")).toEqual(["HPCorei5", "HPXeonE3", "DellR340"]);
    expect(column(await call("osimage"), "type")).toEqual(["os", "os", "os", "recovery", "diag"]);
    expect(column(await call("powerswitch"), "id")).toEqual(["3"]);
    for (const func of ["chassistempl", "osmgr", "pdu", "pdu.port", "server.operations"]) {
      expect((await call(func)).error).toBe('code="3" obj="func"');
    }
    await simulator.stop();
  });
});
