import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { combinePower } from "../../simulator/dcimanager6/power-rules";
import { startDcimanagerSimulator, type DcimanagerSimulator } from "../../simulator/dcimanager6/simulator";
import { createPanelClock } from "./panel-clock";
import { messageOf, signIn, type PanelClient } from "./panel-client";

describe("the table of PDU and BMC", () => {
  it.each([
    ["off", "off", "off"],
    ["off", "on", "off"],
    ["off", "unknown", "off"],
    ["on", "off", "off"],
    ["on", "on", "on"],
    ["on", "unknown", "unknown"],
    ["unknown", "off", "off"],
    ["unknown", "on", "on"],
    ["unknown", "unknown", "unknown"],
  ] as const)("makes of PDU %s and BMC %s a server that is %s", (pdu, bmc, server) => {
    expect(combinePower(pdu, bmc)).toBe(server);
  });
});

describe("power of a simulated server", () => {
  const clock = createPanelClock();
  let simulator: DcimanagerSimulator;
  let panel: PanelClient;

  beforeEach(async () => {
    simulator = await startDcimanagerSimulator({ now: clock.now, timings: { powerMs: 1000, pduPollMs: 60_000 } });
    panel = await signIn(simulator);
  });

  afterEach(() => simulator.stop());

  const powerOf = async (serverId: number): Promise<unknown> =>
    (await panel.get(`dci/v3/server/${String(serverId)}`)).body["power_status"];

  it("goes off when the operation ends, not before", async () => {
    expect((await panel.post("dci/v3/server/101/power_off")).body).toEqual({ id: 101, task: 7712 });
    expect(await powerOf(101)).toBe("on");
    clock.pass(1000);
    expect(await powerOf(101)).toBe("off");
    expect(simulator.effects.map(({ kind }) => kind)).toEqual(["operation-started", "power-off"]);
  });

  it("refuses to switch on what is on and off what is off", async () => {
    expect(messageOf(await panel.post("dci/v3/server/101/power_on"))).toBe("Server is already powered on");
    expect(messageOf(await panel.post("dci/v3/server/102/power_off"))).toBe("Server is already powered off");
  });

  it("lets a reset switch on a server that is off", async () => {
    expect((await panel.post("dci/v3/server/102/power_reset")).status).toBe(200);
    clock.pass(1000);
    expect(await powerOf(102)).toBe("on");
  });

  it("shows a PDU only as old as the last poll", async () => {
    expect(await powerOf(104)).toBe("on");
    await panel.post("dci/v3/server/104/power_off");
    clock.pass(1000);
    expect(simulator.site.servers.find(({ id }) => id === 104)?.runs).toBe(false);
    expect(await powerOf(104)).toBe("on");
    clock.pass(60_000);
    expect(await powerOf(104)).toBe("off");
  });

  it("is unknown while the management port of the BMC is down", async () => {
    await panel.post("dci/v3/switch/19/port/902/down");
    clock.pass(20);
    expect(await powerOf(101)).toBe("unknown");
    expect((await panel.post("dci/v3/server/101/power_off")).status).toBe(400);
  });

  it("cannot be switched on a server that nothing is connected to", async () => {
    expect(await powerOf(105)).toBe("unknown");
    expect(messageOf(await panel.post("dci/v3/server/105/power_on"))).toContain("neither a BMC nor a PDU");
  });
});
