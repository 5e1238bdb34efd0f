import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { PanelGateway } from "../../main/ports/gateway";
import { startDcimanagerSimulator, type DcimanagerSimulator } from "../../simulator/dcimanager6/simulator";
import type { SiteDocument } from "../../simulator/site/site-document";
import { failureFrom, openPanel } from "./open-panel";

let now = 1_000_000;
let simulator: DcimanagerSimulator;
let asFresh: SiteDocument;
let gateway: PanelGateway;

beforeAll(async () => {
  simulator = await startDcimanagerSimulator({ tls: true, now: () => now });
  asFresh = simulator.script.snapshot();
  gateway = openGateway();
});
afterAll(() => simulator.stop());
beforeEach(() => {
  simulator.faults.clear();
  simulator.script.restore(asFresh);
});

function openGateway(limits = {}): PanelGateway {
  const connection = {
    username: "dc@example.net",
    password: "s3cret",
    pinnedFingerprint: simulator.certificateFingerprint,
  };
  return openPanel(simulator.url, { connection, limits });
}

describe("a panel in trouble", () => {
  it("is woken up", async () => {
    simulator.script.sleepService("dci", 3);
    expect(await gateway.listRacks()).toHaveLength(2);
  });

  it("is signed in to again after the token's life", async () => {
    await gateway.listRacks();
    simulator.script.expireTokens();
    const lists = await Promise.all([gateway.listRacks(), gateway.listSwitches(), gateway.listUsers()]);
    expect(lists.map((list) => list.length)).toEqual([2, 2, 3]);
  });

  it("leaves the outcome open when it acts and then breaks off, and acts once only", async () => {
    for (const kind of ["act-then-reset", "half-answer"] as const) {
      simulator.script.restore(asFresh);
      simulator.faults.add({ method: "POST", path: /power_off$/, fault: { kind } });
      const before = simulator.effects.length;
      expect((await failureFrom(gateway.setPower(101, "off"))).kind).toBe("unknown-outcome");
      now += 10_000;
      expect(simulator.effects.slice(before).filter(({ kind: effect }) => effect === "power-off")).toHaveLength(1);
    }
  });

  it("leaves the outcome open when it hangs", async () => {
    simulator.faults.add({ method: "POST", path: /power_off$/, fault: { kind: "hang" } });
    expect((await failureFrom(openGateway({ deadlineMs: 300 }).setPower(101, "off"))).kind).toBe("unknown-outcome");
  });

  it("is throttled, or answers in another form", async () => {
    simulator.faults.add({ path: /rack$/, fault: { kind: "throttle", retryAfterSeconds: 7 } });
    expect((await failureFrom(gateway.listRacks())).kind).toBe("throttled");
    simulator.faults.add({ path: /server\/101$/, fault: { kind: "unreadable" } });
    expect((await failureFrom(gateway.getServer(101))).kind).toBe("malformed");
    simulator.faults.add({ path: /rack$/, fault: { kind: "missing-fields", fields: ["size"] } });
    expect((await failureFrom(gateway.listRacks())).kind).toBe("malformed");
  });

  it("is not reached while it is down", async () => {
    await simulator.goDown();
    expect((await failureFrom(gateway.setPower(101, "off"))).kind).toBe("not-sent");
    await simulator.comeUp();
    expect((await openGateway().listRacks()).length).toBe(2);
  });

  it("refuses a wrong password", async () => {
    const connection = {
      username: "dc@example.net",
      password: "wrong",
      pinnedFingerprint: simulator.certificateFingerprint,
    };
    expect((await failureFrom(openPanel(simulator.url, { connection }).probe())).kind).toBe("unauthenticated");
  });

  it("is stopped at a changed certificate", async () => {
    const pinned = openGateway();
    await pinned.listRacks();
    const changed = await simulator.replaceCertificate();
    const failure = await failureFrom(pinned.setPower(101, "off"));
    expect(failure.kind).toBe("untrusted-certificate");
    expect(failure.certificate?.fingerprint).toBe(changed);
    expect(simulator.site.servers.find((server) => server.id === 101)?.runs).toBe(true);
  });
});
