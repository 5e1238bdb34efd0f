import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { startDcimanagerSimulator, type DcimanagerSimulator } from "../../simulator/dcimanager6/simulator";
import { messageOf, signIn, type PanelClient } from "./panel-client";

let simulator: DcimanagerSimulator;
let panel: PanelClient;

beforeEach(async () => {
  simulator = await startDcimanagerSimulator();
  panel = await signIn(simulator);
});

afterEach(() => simulator.stop());

const path = /\/server\/101\/owner$/;
const setOwner = (): ReturnType<PanelClient["post"]> => panel.post("dci/v3/server/101/owner", { owner: 55 });
const ownerSet = (): boolean => simulator.effects.some(({ kind }) => kind === "owner-set");

describe("scripted faults", () => {
  it("refuse: cut the connection and carry nothing out", async () => {
    simulator.faults.add({ path, fault: { kind: "refuse" } });
    await expect(setOwner()).rejects.toThrow();
    expect(ownerSet()).toBe(false);
    expect((await setOwner()).status).toBe(200);
  });

  it.each([undefined, true])("hang: read the request and never answer (acts: %s)", async (acts) => {
    simulator.faults.add({ path, fault: { kind: "hang", ...(acts === undefined ? {} : { acts }) } });
    const answer = setOwner().then(
      () => "answered",
      () => "cut",
    );
    await vi.waitUntil(() => simulator.requests.some((request) => request.path.endsWith("/101/owner")));
    await panel.get("dci/v3/rack");
    await vi.waitUntil(() => ownerSet() === (acts === true));
    expect(simulator.requests.find((request) => request.path.endsWith("/101/owner"))?.status).toBe(0);
    await simulator.goDown();
    expect(await answer).toBe("cut");
  });

  it("act-then-reset: carry out and cut without an answer", async () => {
    simulator.faults.add({ path, fault: { kind: "act-then-reset" } });
    await expect(setOwner()).rejects.toThrow();
    expect(ownerSet()).toBe(true);
  });

  it("half-answer: carry out and cut in the middle of the answer", async () => {
    simulator.faults.add({ path, fault: { kind: "half-answer" } });
    await expect(setOwner()).rejects.toThrow();
    expect(ownerSet()).toBe(true);
  });

  it("status: answer any status and body without carrying out", async () => {
    simulator.faults.add({ path, fault: { kind: "status", status: 500 } });
    simulator.faults.add({ path, fault: { kind: "status", status: 418, body: { error: { msg: "no" } } } });
    expect((await setOwner()).status).toBe(500);
    const second = await setOwner();
    expect([second.status, messageOf(second)]).toEqual([418, "no"]);
    expect(ownerSet()).toBe(false);
  });

  it("throttle: answer 429 with Retry-After", async () => {
    simulator.faults.add({ path: /rack/, fault: { kind: "throttle", retryAfterSeconds: 7 } });
    const response = await fetch(`${simulator.url}/api/dci/v3/rack`);
    expect([response.status, response.headers.get("retry-after")]).toEqual([429, "7"]);
  });

  it("unreadable: carry out and answer what does not parse", async () => {
    simulator.faults.add({ path, fault: { kind: "unreadable" } });
    await expect(setOwner()).rejects.toThrow(SyntaxError);
    expect(ownerSet()).toBe(true);
  });

  it("missing-fields: leave fields out wherever they stand", async () => {
    simulator.faults.add({ path: /server\/101$/, fault: { kind: "missing-fields", fields: ["name", "switch"] } });
    const { body } = await panel.get("dci/v3/server/101");
    expect(body).not.toHaveProperty("name");
    expect(JSON.stringify(body["switch_connection"])).not.toContain('"switch":');
  });

  it("slow: answer late, with the work already done", async () => {
    simulator.faults.add({ path, fault: { kind: "slow", delayMs: 300 } });
    const answer = setOwner();
    await vi.waitUntil(ownerSet);
    expect(simulator.requests.at(-1)?.status).toBe(0);
    expect((await answer).status).toBe(200);
  });

  it("count: pass some requests, hit some, and only of their method", async () => {
    simulator.faults.add({ method: "POST", path, after: 1, times: 2, fault: { kind: "status", status: 500 } });
    const statuses: number[] = [];
    for (let round = 0; round < 4; round += 1) statuses.push((await setOwner()).status);
    expect(statuses).toEqual([200, 500, 500, 200]);
  });

  it("clear: forget every rule", async () => {
    simulator.faults.add({ path, times: Number.POSITIVE_INFINITY, fault: { kind: "status", status: 500 } });
    simulator.faults.clear();
    expect((await setOwner()).status).toBe(200);
  });
});

describe("a panel that goes down", () => {
  it("refuses connections and comes back on the same port with its sign-ins", async () => {
    await simulator.goDown();
    await expect(setOwner()).rejects.toMatchObject({ cause: { code: "ECONNREFUSED" } });
    await simulator.comeUp();
    expect((await setOwner()).status).toBe(200);
  });

  it("goes back to an old state when it is restored", async () => {
    const before = simulator.script.snapshot();
    await setOwner();
    simulator.script.restore(before);
    expect((await panel.get("dci/v3/server/101")).body["owner"]).toBeNull();
  });
});
