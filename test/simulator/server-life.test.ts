import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { startDcimanagerSimulator, type DcimanagerSimulator } from "../../simulator/dcimanager6/simulator";
import { createPanelClock } from "./panel-clock";
import { messageOf, rowsOf, signIn, type PanelClient } from "./panel-client";

const clock = createPanelClock();
let simulator: DcimanagerSimulator;
let panel: PanelClient;

beforeEach(async () => {
  simulator = await startDcimanagerSimulator({ now: clock.now });
  panel = await signIn(simulator);
});

afterEach(() => simulator.stop());

describe("a server of the simulated panel", () => {
  it("shows its place, power, ports and outlet as documented", async () => {
    const { body } = await panel.get("dci/v3/server/101");
    expect(body).toMatchObject({
      name: "colo-a12",
      unit: 14,
      rack: { id: 7, name: "A12" },
      owner_email: null,
      power_status: "on",
      ip: [],
      pdu_connection: { port_id: 44, port_identity: "7", pdu_id: 3, power_status: "on" },
      switch_connection: [
        { id: 901, switch: 18, is_ipmi_connection: false, admin_status: "up", oper_status: "up" },
        { id: 902, switch: 19, is_ipmi_connection: true },
      ],
    });
  });

  it("sends several units and several outlets as arrays", async () => {
    const { body } = await panel.get("dci/v3/server/102");
    expect(body["unit"]).toEqual([16, 17]);
    expect(body["pdu_connection"]).toHaveLength(2);
  });

  it("takes an owner once and gives it back", async () => {
    await panel.post("dci/v3/server/101/owner", { owner: 55 });
    await panel.post("dci/v3/server/101/owner", { owner: 55 });
    expect((await panel.get("dci/v3/server/101")).body["owner"]).toEqual({ id: 55, email: "c1@example.org" });
    await panel.post("dci/v3/server/101/owner", { owner: null });
    expect((await panel.get("dci/v3/server/101")).body["owner"]).toBeNull();
    expect(simulator.effects.filter(({ kind }) => kind === "owner-set").map(({ detail }) => detail["owner"])).toEqual([
      55,
      null,
    ]);
  });

  it("is created in free units only", async () => {
    const wanted = { name: "Новый сервер", location: 3, rack: 8, unit: [21, 22], type: 1, mac: "0C:C4:7A:00:11:22" };
    expect((await panel.post("dci/v3/server", wanted)).body).toEqual({ id: 140 });
    expect((await panel.get("dci/v3/server/140")).body).toMatchObject({
      name: "Новый сервер",
      power_status: "unknown",
    });
    expect(messageOf(await panel.post("dci/v3/server", { ...wanted, mac: "" }))).toContain("occupied by Новый сервер");
    expect(messageOf(await panel.post("dci/v3/server", { ...wanted, unit: 25 }))).toContain("already used");
    expect(messageOf(await panel.post("dci/v3/server", { ...wanted, mac: "", unit: 30 }))).toContain("reserved");
    expect((await panel.post("dci/v3/server", { ...wanted, mac: "", rack: 999 })).status).toBe(400);
  });

  it("answers 404 for an unknown id and 400 for a bad body", async () => {
    expect((await panel.get("dci/v3/server/999")).status).toBe(404);
    expect((await panel.post("dci/v3/server/101/owner", { owner: "me" })).status).toBe(400);
    expect((await panel.post("dci/v3/server/101/owner", { owner: 999 })).status).toBe(400);
  });

  it("refuses a second operation while one runs, and the first can be cancelled", async () => {
    const { body } = await panel.post("dci/v3/server/101/install", { os_template: 1 });
    const busy = await panel.post("dci/v3/server/101/power_off");
    expect([busy.status, messageOf(busy)]).toEqual([400, "Server has an operation in progress"]);
    expect(busy.body["error"]).toMatchObject({ value: { operation: body["task"] } });
    expect((await panel.post("dci/v3/server/101/owner", { owner: 55 })).status).toBe(200);

    const operation = `dci/v3/operation/${String(body["task"])}`;
    clock.pass(400);
    expect((await panel.get(operation)).body).toMatchObject({
      status: "running",
      progress_info: [{ stage: "download", percent: 40 }],
    });
    expect((await panel.post(`${operation}/cancel`)).body).toEqual({ id: body["task"] });
    expect((await panel.get(operation)).body["status"]).toBe("canceled");
    expect((await panel.post(`${operation}/cancel`)).status).toBe(400);
    expect((await panel.post("dci/v3/server/101/power_off")).status).toBe(200);
  });

  it("marks a failed operation and says why", async () => {
    simulator.script.failNextOperation("power_off", "BMC does not answer");
    const { body } = await panel.post("dci/v3/server/101/power_off");
    clock.pass(50);
    expect((await panel.get(`dci/v3/operation/${String(body["task"])}`)).body).toMatchObject({
      status: "failed",
      status_info: { message: "BMC does not answer" },
    });
    expect((await panel.get("dci/v3/server/101")).body).toMatchObject({
      state: "operation_failed",
      power_status: "on",
    });
  });
});

describe("connections", () => {
  it("are added to free ports and refused on taken ones", async () => {
    const taken = await panel.post("dci/v3/server/105/switch_connection", { switch: 18, port: 901 });
    expect([taken.status, messageOf(taken)]).toEqual([400, "Port is already connected to server colo-a12"]);
    const added = await panel.post("dci/v3/server/105/switch_connection", { switch: 18, port: 903 });
    await panel.post("dci/v3/server/105/pdu_connection", { pdu: 3, port: 49 });
    await panel.post("dci/v3/server/105/ipmi", { ip: "10.0.0.5", mac: "", login: "a", password: "b", handler: "ipmi" });
    expect((await panel.get("dci/v3/server/105")).body).toMatchObject({
      switch_connection: [{ id: 903, connection_id: added.body["id"] }],
      pdu_connection: { port_id: 49 },
      ipmi: { ip: "10.0.0.5" },
    });
    await panel.remove(`dci/v3/server/105/switch_connection/${String(added.body["id"])}`);
    expect((await panel.get("dci/v3/server/105")).body["switch_connection"]).toEqual([]);
  });

  it("lose their link when the port goes down, and management ports are flagged", async () => {
    await panel.post("dci/v3/switch/18/port/901/down");
    clock.pass(20);
    const data = rowsOf(await panel.get("dci/v3/switch/18/port", { where: "id EQ 901" }));
    expect(data).toMatchObject([{ admin_status: "down", oper_status: "down", server: { id: 101, name: "colo-a12" } }]);
    expect(rowsOf(await panel.get("dci/v3/switch/19/port", { where: "id EQ 902" }))).toMatchObject([
      { is_ipmi_connection: true },
    ]);
    expect((await panel.post("dci/v3/switch/18/port/901/down")).body).toEqual({ id: 901 });
    expect(simulator.effects.filter(({ kind }) => kind === "port-down")).toHaveLength(1);
  });
});

describe("racks", () => {
  it("tell occupied, reserved, service and free units apart", async () => {
    const { body } = await panel.get("dci/v3/rack/8");
    const units = body["units"] as readonly Readonly<Record<string, unknown>>[];
    expect(units).toHaveLength(47);
    expect(units[4]).toEqual({ unit: 5, state: "occupied", server: { id: 104, name: "no-bmc" }, reserved_until: null });
    expect(units[29]).toMatchObject({ state: "reserved", reserved_until: "2026-12-31" });
    expect(units[46]).toMatchObject({ state: "service" });
    expect(units[0]).toMatchObject({ state: "free" });
  });
});
