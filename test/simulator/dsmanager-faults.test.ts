import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { startDsmanagerSimulator, type DsmanagerSimulator } from "../../simulator/dsmanager/simulator";
import type { ScriptedFault } from "../../simulator/foundation/faults";
import { openDsmanager, rowOf, type DsmanagerAnswer, type DsmanagerCall } from "./dsmanager-client";
import { createPanelClock } from "./panel-clock";

let simulator: DsmanagerSimulator;
let call: DsmanagerCall;

beforeEach(async () => {
  simulator = await startDsmanagerSimulator();
  call = await openDsmanager(simulator);
});

afterEach(() => simulator.stop());

const path = /^server\.disable\?.*elid=101/;
const disable = (): Promise<DsmanagerAnswer> => call("server.disable", { elid: "101" });
const isDisabled = (): boolean => simulator.effects.some(({ kind }) => kind === "server-disabled");

describe("scripted faults, found by the function and its parameters", () => {
  const cutting: readonly (readonly [ScriptedFault, boolean])[] = [
    [{ kind: "refuse" }, false],
    [{ kind: "act-then-reset" }, true],
    [{ kind: "half-answer" }, true],
    [{ kind: "unreadable" }, true],
    [{ kind: "status", status: 503 }, false],
    [{ kind: "throttle", retryAfterSeconds: 3 }, false],
  ];

  it.each(cutting)("%j leaves no answer (carried out: %s)", async (fault, acts) => {
    simulator.faults.add({ path, fault });
    expect((await call("server.disable", { elid: "102" })).error).toBeNull();
    await expect(disable()).rejects.toThrow();
    expect(simulator.effects.some(({ serverId }) => serverId === 101)).toBe(acts);
  });

  it("hang: carry out when told so, and never answer", async () => {
    simulator.faults.add({ path, fault: { kind: "hang", acts: true } });
    const answer = disable().catch(() => "cut");
    await vi.waitUntil(isDisabled);
    await simulator.goDown();
    expect(await answer).toBe("cut");
  });

  it("slow: answer late, with the work already done", async () => {
    simulator.faults.add({ path, fault: { kind: "slow", delayMs: 300 } });
    const answer = disable();
    await vi.waitUntil(isDisabled);
    expect(simulator.requests.at(-1)?.status).toBe(0);
    expect((await answer).error).toBeNull();
  });

  it("missing-fields: leave elements out, flags among them", async () => {
    simulator.faults.add({ path: /^server$/, fault: { kind: "missing-fields", fields: ["owner", "blocked"] } });
    const { text } = await call("server");
    expect(text).toContain("<name>HP-04</name>");
    expect(text).not.toMatch(/owner|blocked/);
  });

  it("status: be away for some calls and back again", async () => {
    simulator.faults.add({ path: /./, times: 2, fault: { kind: "status", status: 503 } });
    await expect(call("rack")).rejects.toThrow("503");
    await expect(call("rack")).rejects.toThrow("503");
    expect((await call("rack")).rows).toHaveLength(2);
  });
});

describe("the panel's own refusals by script", () => {
  it.each([
    ["internal", 'code="1"'],
    ["exists", 'code="2" obj="port"'],
    ["missed", 'code="3" obj="port"'],
    ["value", 'code="4" val="port"'],
    ["limit", 'code="5" val="port"'],
    ["access", 'code="6" obj="port"'],
    ["licence", 'code="7"'],
    ["busy", 'code="8"'],
  ] as const)("%s carries nothing out and goes by once", async (kind, error) => {
    simulator.script.refuseNext({ call: path, kind, object: "port", message: "No" });
    expect((await disable()).error).toBe(error);
    expect(isDisabled()).toBe(false);
    expect((await disable()).error).toBeNull();
  });

  it("comes with a message in generation 5", async () => {
    const other = await startDsmanagerSimulator({ dialect: "dcimanager5" });
    other.script.refuseNext({ call: path, kind: "limit", object: "ip", message: "Нет <мест>" });
    const answer = await (await openDsmanager(other, "/dcimgr"))("server.disable", { elid: "101" });
    expect(answer.error).toBe('type="limit" object="ip" lang="en"');
    expect(answer.text).toContain("<msg>Нет &lt;мест&gt;</msg>");
    await other.stop();
  });
});

describe("a panel that goes down", () => {
  it("refuses connections and comes back with its sessions", async () => {
    await simulator.goDown();
    await expect(disable()).rejects.toMatchObject({ cause: { code: "ECONNREFUSED" } });
    await simulator.comeUp();
    expect((await disable()).error).toBeNull();
  });

  it("goes back to an old state when it is restored", async () => {
    const before = simulator.script.snapshot();
    await disable();
    simulator.script.restore(before);
    expect(rowOf(await call("server"), 101)).not.toHaveProperty("disabled");
  });

  it("shows another certificate when it gets one", async () => {
    const secure = await startDsmanagerSimulator({ tls: true });
    const first = secure.certificateFingerprint;
    expect(first).toMatch(/^[0-9A-F]{2}(:[0-9A-F]{2}){31}$/);
    expect(await secure.replaceCertificate()).not.toBe(first);
    expect(secure.certificateFingerprint).not.toBe(first);
    await secure.stop();
  });
});

describe("the state file", () => {
  let directory: string;

  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), "dsmanager-"));
  });

  afterEach(() => rm(directory, { recursive: true }));

  it("lets a restarted panel finish what it had begun and keep its filters", async () => {
    const stateFile = join(directory, "panel.json");
    const clock = createPanelClock();
    const options = { stateFile, dialect: "dcimanager5", now: clock.now } as const;
    const first = await startDsmanagerSimulator(options);
    const before = await openDsmanager(first, "/dcimgr");
    await before("server.poweron", { elid: "102" });
    await before("rack.filter", { sok: "ok", name: "A12" });
    await first.stop();

    const second = await startDsmanagerSimulator(options);
    const after = await openDsmanager(second, "/dcimgr");
    expect(rowOf(await after("server"), 102)).toHaveProperty("poweroff");
    clock.pass(50);
    expect(rowOf(await after("server"), 102)).toHaveProperty("poweron");
    expect((await after("rack")).fields["filter"]).toBe("on");
    await second.stop();
  });

  it("is refused when it belongs to another kind of panel", async () => {
    const stateFile = join(directory, "panel.json");
    await writeFile(stateFile, '{"format":1,"servers":[]}');
    await expect(startDsmanagerSimulator({ stateFile })).rejects.toThrow("is not the site of a simulated panel");
  });
});
