import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { startDsmanagerSimulator, type DsmanagerSimulator } from "../../simulator/dsmanager/simulator";
import { openDsmanager, rowOf, type DsmanagerCall } from "./dsmanager-client";
import { createPanelClock } from "./panel-clock";

const clock = createPanelClock();
let simulator: DsmanagerSimulator;
let call: DsmanagerCall;

beforeEach(async () => {
  simulator = await startDsmanagerSimulator({ now: clock.now });
  call = await openDsmanager(simulator);
});

afterEach(() => simulator.stop());

const order = {
  elid: "102",
  sok: "ok",
  operation: "ostemplate",
  ostemplate: "debian12",
  hostname: "web2.example.org",
  passwd: "root-secret",
  confirm: "root-secret",
  checkpasswd: "off",
  recipe: "null",
};
const install = (change: Partial<typeof order> = {}): ReturnType<DsmanagerCall> =>
  call("server.reinstall", { ...order, ...change });
const progress = async (hint = "install_in_progress"): Promise<string | undefined> =>
  (await call("server", { clickstat: "title", hint_field: hint, elid: "102" })).fields["value"];

describe("installing", () => {
  it("shows what is installed and what can be, without rescue and diagnostics", async () => {
    const { text } = await call("server.reinstall", { elid: "101" });
    expect(text).toContain('<ostemplate>debian12</ostemplate><slist name="ostemplate"><val key="debian12">');
    expect(text).toContain('<val key="windows2022">windows2022</val></slist>');
    expect(text).not.toContain("sysrescue");
  });

  it("goes on over time and ends with the image, the host name and power", async () => {
    expect((await install()).error).toBeNull();
    expect(rowOf(await call("server"), 102)).toMatchObject({ install_in_progress: "", poweroff: "", ostemplate: "" });
    clock.pass(450);
    expect(await progress()).toBe("45%");
    expect(await progress("diag_in_progress")).toBe("");
    clock.pass(550);
    expect(await progress()).toBe("");
    const row = rowOf(await call("server"), 102);
    expect(row).toMatchObject({ poweron: "", ostemplate: "debian12" });
    expect(row).not.toHaveProperty("install_in_progress");
    expect((await call("server.edit", { elid: "102" })).fields["hostname"]).toBe("web2.example.org");
    expect(rowOf(await call("iplist", { elid: "102" }), 5002)["domain"]).toBe("web2.example.org");
    expect(simulator.effects.map(({ kind }) => kind)).toEqual(["operation-started", "os-installed", "hostname-set"]);
  });

  it.each([
    [{ ostemplate: "Debian12" }, "ostemplate"],
    [{ ostemplate: "sysrescue" }, "ostemplate"],
    [{ ostemplate: "" }, "ostemplate"],
    [{ confirm: "other" }, "passwd"],
    [{ passwd: "", confirm: "" }, "passwd"],
    [{ operation: "format" }, "operation"],
  ])("refuses %j and does nothing", async (change, field) => {
    expect((await install(change)).error).toBe(`code="4" val="${field}"`);
    expect(simulator.effects).toEqual([]);
  });

  it("tells why it failed until the next one begins", async () => {
    simulator.script.failNextOperation("Disk sda does not answer");
    await install();
    clock.pass(1000);
    expect(rowOf(await call("server"), 102)).toMatchObject({
      operation_failed: "Disk sda does not answer",
      status: "error",
      ostemplate: "",
      poweroff: "",
    });
    await install();
    expect(rowOf(await call("server"), 102)).not.toHaveProperty("operation_failed");
    clock.pass(1000);
    expect(rowOf(await call("server"), 102)["ostemplate"]).toBe("debian12");
  });

  it("goes on for ever when the script says so, until it is cancelled", async () => {
    simulator.script.hangNextOperation();
    await install();
    clock.pass(3_000_000);
    expect(await progress()).toBe("35%");
    await call("server.opercancel", { elid: "102" });
    expect(rowOf(await call("server"), 102)).not.toHaveProperty("install_in_progress");
    expect(simulator.effects.at(-1)).toMatchObject({ kind: "operation-cancelled", serverId: 102 });
    expect((await call("server.opercancel", { elid: "102" })).error).toBeNull();
  });
});

describe("a server in the middle of an operation", () => {
  const refused: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
    ["server.poweron", { elid: "107" }],
    ["server.poweroff", { elid: "107" }],
    ["server.reboot", { elid: "107" }],
    ["server.enable", { elid: "107" }],
    ["server.disable", { elid: "107" }],
    ["server.reinstall", { ...order, elid: "107" }],
    ["iplist.edit", { plid: "107", sok: "ok", family: "ipv4", iptype: "public" }],
    ["iplist.delete", { plid: "107", elid: "5007" }],
    ["server.delete", { elid: "107" }],
  ];

  it.each(refused)("refuses %s", async (func, parameters) => {
    const answer = await call(func, parameters);
    expect([answer.error, answer.fields["error"]]).toEqual(['code="8"', "Server has an operation in progress"]);
    expect(simulator.effects).toEqual([]);
  });

  it("refuses by its type in generation 5", async () => {
    const other = await startDsmanagerSimulator({ dialect: "dcimanager5" });
    const answer = await (await openDsmanager(other, "/dcimgr"))("server.poweron", { elid: "107" });
    expect(answer.error).toBe('type="busy" object="server" lang="en"');
    expect(answer.text).toContain("<msg>Server has an operation in progress</msg>");
    await other.stop();
  });

  it("takes everything again when diagnostics are over", async () => {
    simulator.script.beginDiagnostics(102, 500);
    expect(rowOf(await call("server"), 102)).toHaveProperty("diag_in_progress");
    expect((await call("server.poweron", { elid: "102" })).error).toBe('code="8"');
    clock.pass(500);
    expect((await call("server.poweron", { elid: "102" })).error).toBeNull();
  });
});
