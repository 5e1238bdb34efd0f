import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { nextLinkStatus } from "../../main/courier/links";
import { RemoteFailure } from "../../main/ports/failure";
import type { Clock } from "../../main/ports/host";
import { createPanelConnector } from "../../main/remote/connector";
import { startDcimanagerSimulator } from "../../simulator/dcimanager6/simulator";
import type { DcimanagerSimulator, SimulatorOptions } from "../../simulator/dcimanager6/simulator";
import { openTestConsole, prepareSale, removeDirectory, setUpService, silentLog } from "../builders/console";
import type { Sale, TestConsole } from "../builders/console";

const dayMs = 86_400_000;
const timings = { allocateMs: 20, releaseMs: 15, powerMs: 20, portMs: 10, pduPollMs: 100 };
const patience = { timeout: 20_000, interval: 20 };

/** The machine's clock as an operator or a time server sets it: its reading jumps, what was scheduled does not. */
interface JumpingClock extends Clock {
  jump(byMs: number): void;
}

function createJumpingClock(): JumpingClock {
  let offset = 0;
  return {
    now: () => Date.now() + offset,
    timeZone: () => "UTC",
    schedule(delayMs, work) {
      const timer = setTimeout(work, delayMs);
      return () => {
        clearTimeout(timer);
      };
    },
    jump(byMs) {
      offset += byMs;
    },
  };
}

let panel: DcimanagerSimulator;
let console: TestConsole;
let sale: Sale;
let clock: JumpingClock;

async function open(options: SimulatorOptions = {}): Promise<void> {
  clock = createJumpingClock();
  panel = await startDcimanagerSimulator({ timings, ...options });
  const panels = createPanelConnector({ log: silentLog, limits: { deadlineMs: 1_000, asleepDelayMs: 5 } });
  console = await openTestConsole({ panels, clock });
  await console.start();
  const trustedFingerprint = panel.certificateFingerprint;
  const account = { url: panel.url, username: "dc@example.net", password: "s3cret" };
  sale = await prepareSale(console, { ...account, ...(trustedFingerprint !== null && { trustedFingerprint }) });
}

async function close(): Promise<void> {
  await console.stop();
  await panel.stop();
  await removeDirectory(console.directory);
}

const untilState = (serviceId: string, state: string) =>
  vi.waitFor(async () => {
    const { service, actions } = await console.call("service.get", { id: serviceId });
    const steps = JSON.stringify(actions.map((action) => [action.summary, action.state, action.trouble]));
    expect(service.state, steps).toBe(state);
    return service;
  }, patience);

const addressesOf = (serverId: number) => panel.site.addresses.filter((address) => address.serverId === serverId);
const assigned = () => panel.effects.filter((effect) => effect.kind === "address-allocated").length;

async function closeOut(serviceId: string): Promise<void> {
  const { revision } = await untilState(serviceId, "active");
  const { taskId } = await console.call("service.close", { id: serviceId, revision });
  const task = await console.call("task.accept", { id: taskId });
  await console.call("task.close", { id: taskId, revision: task.revision });
}

/** Waits until the panel has seen so many requests since now, so that what follows happens in mid-flow. */
async function afterRequests(count: number): Promise<void> {
  const wanted = panel.requests.length + count;
  await vi.waitFor(() => {
    expect(panel.requests.length).toBeGreaterThanOrEqual(wanted);
  }, patience);
}

describe("a clock that jumps", () => {
  it(
    "by a day, either way and at any moment, neither doubles nor holds up anything",
    { timeout: 120_000 },
    async () => {
      const jump = fc.record({ afterRequests: fc.integer({ min: 1, max: 12 }), byMs: fc.constantFrom(-dayMs, dayMs) });
      await fc.assert(
        fc.asyncProperty(fc.array(jump, { minLength: 1, maxLength: 3 }), async (jumps) => {
          await open();
          try {
            panel.faults.add({ method: "POST", path: /\/server\/101\/ip$/, fault: { kind: "act-then-reset" } });
            const { serviceId } = await setUpService(console, sale, 101, { ip: 2 });
            for (const one of jumps) {
              await Promise.race([afterRequests(one.afterRequests), untilState(serviceId, "active")]);
              clock.jump(one.byMs);
            }
            await closeOut(serviceId);
            await untilState(serviceId, "closed");
            expect(assigned()).toBe(2);
            expect(addressesOf(101)).toEqual([]);
          } finally {
            await close();
          }
        }),
        { numRuns: 6 },
      );
    },
  );
});

describe("the clock set back while a panel is down", () => {
  it("does not make its probes follow each other without a pause", () => {
    const failure = new RemoteFailure("not-sent", "dc-1", "Nothing listens");
    const before = {
      state: "down",
      since: 0,
      lastSuccessAt: null,
      nextProbeAt: dayMs,
      reason: "",
      failures: 3,
    } as const;
    expect(nextLinkStatus(before, failure, 1_000).nextProbeAt).toBe(1_000 + 8_000);
  });
});

describe("a panel that changes in mid-flow", () => {
  beforeEach(() => open());
  afterEach(close);

  it("expires every session again and again, and each step still happens once", async () => {
    let known = panel.effects.length;
    let expired = 0;
    // Twice within one call would be a refused sign-in, which rightly waits for minutes.
    const timer = setInterval(() => {
      if (panel.effects.length === known) return;
      known = panel.effects.length;
      panel.script.expireTokens();
      expired += 1;
    }, 300);
    try {
      const { serviceId } = await setUpService(console, sale, 101, { ip: 3 });
      await closeOut(serviceId);
      await untilState(serviceId, "closed");
    } finally {
      clearInterval(timer);
    }
    expect(expired).toBeGreaterThan(1);
    expect(assigned()).toBe(3);
    expect(panel.effects.filter((effect) => effect.kind === "power-off")).toHaveLength(1);
  });

  it("is restored from a backup taken before the addresses were assigned: they are asked for again, once", async () => {
    const backup = panel.script.snapshot();
    panel.faults.add({ method: "POST", path: /\/server\/101\/ip$/, fault: { kind: "act-then-reset" } });
    const { serviceId } = await setUpService(console, sale, 101, { ip: 2 });
    await vi.waitFor(() => {
      expect(addressesOf(101)).toHaveLength(2);
    }, patience);
    panel.script.restore(backup);
    const service = await untilState(serviceId, "active");
    expect(addressesOf(101)).toHaveLength(2);
    expect(service.addresses.map(({ address }) => address)).toEqual(addressesOf(101).map(({ address }) => address));
  });

  it("is restored to where a server is owned by somebody else: a person is asked, not overruled", async () => {
    const server = { moduleId: sale.module.id, serverId: 102 };
    await console.call("server.get", server);
    panel.site.servers.filter(({ id }) => id === 102).forEach((one) => (one.ownerId = 56));
    await console.call("server.set-owner", { ...server, ownerEmail: "c1@example.org" });
    await vi.waitFor(async () => {
      const { rows } = await console.call("action.list", { state: "needs-attention" });
      expect(rows[0]?.trouble).toMatchObject({ kind: "conflict" });
    }, patience);
    expect(panel.effects.filter((effect) => effect.kind === "owner-set")).toEqual([]);
  });

  it("goes back in the middle of a close-out: a person is asked after ten minutes at most, and the end is the same", async () => {
    const { serviceId } = await setUpService(console, sale, 101, { ip: 2 });
    await untilState(serviceId, "active");
    const backup = panel.script.snapshot();
    await closeOut(serviceId);
    await vi.waitFor(() => {
      expect(panel.effects.some((effect) => effect.kind === "address-released")).toBe(true);
    }, patience);
    panel.script.restore(backup);
    clock.jump(11 * 60_000);
    await vi.waitFor(async () => {
      const { rows } = await console.call("action.list", { state: "unfinished" });
      for (const row of rows.filter(({ state }) => state === "needs-attention"))
        await console.call("action.retry", { id: row.id });
      expect(rows).toEqual([]);
    }, patience);
    await untilState(serviceId, "closed");
    const { facts } = await console.call("server.get", { moduleId: sale.module.id, serverId: 101 });
    expect(facts.power).toBe("off");
    expect(facts.switchConnections.map((port) => [port.isManagement, port.adminStatus])).toEqual([
      [false, "down"],
      [true, "up"],
    ]);
  });
});

describe("a certificate that changes in mid-flow", () => {
  beforeEach(() => open({ tls: true }));
  afterEach(close);

  it("stops every request until it is trusted, and nothing is lost or doubled by the stop", async () => {
    const { serviceId } = await setUpService(console, sale, 101, { ip: 2 });
    const { revision } = await untilState(serviceId, "active");
    await panel.replaceCertificate();
    await console.call("service.suspend", { id: serviceId, revision });
    await vi.waitFor(async () => {
      expect((await console.call("link.list", {}))[0]).toMatchObject({ state: "untrusted-certificate", waiting: 1 });
    }, patience);
    expect(panel.effects.filter((effect) => effect.kind === "port-down")).toEqual([]);
    await console.call("module.trust", { id: sale.module.id, fingerprint: panel.certificateFingerprint ?? "" });
    await untilState(serviceId, "suspended");
    expect(panel.effects.filter((effect) => effect.kind === "port-down")).toHaveLength(1);
  });

  it("between two steps of a close-out resumes where it stood", async () => {
    const { serviceId } = await setUpService(console, sale, 101, { ip: 2 });
    await closeOut(serviceId);
    await vi.waitFor(() => {
      expect(panel.effects.some((effect) => effect.kind === "address-released")).toBe(true);
    }, patience);
    await panel.replaceCertificate();
    await vi.waitFor(async () => {
      expect((await console.call("link.list", {}))[0]?.state).toBe("untrusted-certificate");
    }, patience);
    await console.call("module.trust", { id: sale.module.id, fingerprint: panel.certificateFingerprint ?? "" });
    await untilState(serviceId, "closed");
    expect(assigned()).toBe(2);
    expect(panel.effects.filter((effect) => effect.kind === "power-off")).toHaveLength(1);
  });
});
