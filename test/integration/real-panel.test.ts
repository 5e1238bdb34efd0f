import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { systemClock } from "../../main/adapters/clock";
import { createPanelConnector } from "../../main/remote/connector";
import { startDcimanagerSimulator } from "../../simulator/dcimanager6/simulator";
import type { DcimanagerSimulator } from "../../simulator/dcimanager6/simulator";
import { cardFor, openTestConsole, prepareSale, removeDirectory, setUpService, silentLog } from "../builders/console";
import type { Sale, TestConsole } from "../builders/console";

const timings = { allocateMs: 30, releaseMs: 20, powerMs: 30, portMs: 10, pduPollMs: 100 };
const patience = { timeout: 20_000, interval: 30 };

let panel: DcimanagerSimulator;
let console: TestConsole;
let sale: Sale;

async function openConsole(directory?: string): Promise<TestConsole> {
  const panels = createPanelConnector({ log: silentLog, limits: { deadlineMs: 3_000, asleepDelayMs: 5 } });
  const opened = await openTestConsole({ panels, clock: systemClock, ...(directory !== undefined && { directory }) });
  await opened.start();
  return opened;
}

beforeEach(async () => {
  panel = await startDcimanagerSimulator({ timings, asleepCalls: 2 });
  console = await openConsole();
  sale = await prepareSale(console, { url: panel.url, username: "dc@example.net", password: "s3cret" });
});

afterEach(async () => {
  await console.stop();
  await panel.stop();
  await removeDirectory(console.directory);
});

const untilState = (serviceId: string, state: string) =>
  vi.waitFor(async () => {
    const { service, actions } = await console.call("service.get", { id: serviceId });
    expect(service.state, JSON.stringify(actions.map((action) => [action.summary, action.state, action.trouble]))).toBe(
      state,
    );
    return service;
  }, patience);

/** Until nothing of the first reading of all servers is on its way any more. */
async function untilMirrored(moduleId: string): Promise<void> {
  await console.call("mirror.refresh", { id: moduleId });
  await vi.waitFor(async () => {
    const mirror = (await console.call("mirror.list", {})).find((one) => one.moduleId === moduleId);
    expect(mirror).toMatchObject({ takenAt: expect.any(Number) as number, running: null });
  }, patience);
}

const changesOf = (serverId: number) =>
  panel.effects.filter((effect) => effect.serverId === serverId).map((effect) => effect.kind);

describe("a colocation service on a panel over the wire", () => {
  it("lives from order to close-out with each effect once", async () => {
    const { serviceId } = await setUpService(console, sale, 101, { ip: 2 });
    const active = await untilState(serviceId, "active");
    expect(active.addresses).toHaveLength(2);
    await console.call("service.suspend", { id: serviceId, revision: active.revision });
    const suspended = await untilState(serviceId, "suspended");
    await console.call("service.resume", { id: serviceId, revision: suspended.revision });
    const again = await untilState(serviceId, "active");
    const { taskId } = await console.call("service.close", { id: serviceId, revision: again.revision });
    const task = await console.call("task.accept", { id: taskId });
    await console.call("task.close", { id: taskId, revision: task.revision });
    await untilState(serviceId, "closed");
    const { facts } = await console.call("server.get", { moduleId: sale.module.id, serverId: 101 });
    expect(facts).toMatchObject({ power: "off", addresses: [] });
    expect(facts.switchConnections.map((port) => [port.isManagement, port.adminStatus])).toEqual([
      [false, "down"],
      [true, "up"],
    ]);
  });

  it("assigns the addresses once when the panel was down while the card was closed", async () => {
    const { taskId, serviceId } = await console.call("order.place", {
      tariffId: sale.tariff.id,
      customerId: sale.customer.id,
      periodMonths: 1,
      amounts: { ip: 2 },
    });
    const task = await console.call("task.accept", { id: taskId });
    await panel.goDown();
    await console.call("link.probe", { id: sale.module.id });
    const receipt = await console.call("task.close", { id: taskId, revision: task.revision, card: cardFor(101) });
    expect(receipt.delivery).toBe("queued");
    expect((await console.call("link.list", {}))[0]).toMatchObject({ state: "down", waiting: 1 });
    await panel.comeUp();
    await untilState(serviceId, "active");
    expect(panel.site.addresses.filter((address) => address.serverId === 101)).toHaveLength(2);
  });

  it("assigns the addresses once when the answer was cut off", async () => {
    panel.faults.add({ method: "POST", path: /\/server\/101\/ip$/, fault: { kind: "act-then-reset" } });
    const { serviceId } = await setUpService(console, sale, 101, { ip: 2 });
    await untilState(serviceId, "active");
    expect(panel.site.addresses.filter((address) => address.serverId === 101)).toHaveLength(2);
    expect(
      panel.requests.filter((request) => request.method === "POST" && request.path.endsWith("/server/101/ip")),
    ).toHaveLength(1);
  });

  it("goes on after a restart between two close-out steps and ends in the same state", async () => {
    const { serviceId } = await setUpService(console, sale, 101, { ip: 1 });
    const active = await untilState(serviceId, "active");
    const { taskId } = await console.call("service.close", { id: serviceId, revision: active.revision });
    const task = await console.call("task.accept", { id: taskId });
    panel.faults.add({ method: "POST", path: /power_off$/, times: 1_000, fault: { kind: "refuse" } });
    await console.call("task.close", { id: taskId, revision: task.revision });
    await vi.waitFor(() => expect(changesOf(101).some((kind) => kind.includes("release"))).toBe(true), patience);
    await console.stop();
    panel.faults.clear();
    console = await openConsole(console.directory);
    await untilState(serviceId, "closed");
    const { facts } = await console.call("server.get", { moduleId: sale.module.id, serverId: 101 });
    expect(facts).toMatchObject({ power: "off", addresses: [] });
  });

  it("shows an empty pool in the panel's words by the step, and goes on when there are addresses again", async () => {
    panel.script.exhaustPool(2, "late");
    const { serviceId } = await setUpService(console, sale, 101);
    await vi.waitFor(async () => {
      const { actions } = await console.call("service.get", { id: serviceId });
      expect(actions[0]).toMatchObject({ state: "needs-attention", trouble: { kind: "operation-failed" } });
      expect(actions[0]?.trouble?.message).toMatch(/no free IP/i);
    }, patience);
    panel.script.exhaustPool(2, null);
    const { actions } = await console.call("service.get", { id: serviceId });
    await console.call("action.retry", { id: actions[0]?.id ?? "" });
    expect((await untilState(serviceId, "active")).addresses).toHaveLength(1);
  });

  it("owns, wires and unwires a server from its card", async () => {
    const at = { moduleId: sale.module.id, serverId: 102 };
    await console.call("server.set-owner", { ...at, ownerEmail: "c1@example.org" });
    await console.call("server.add-connection", { ...at, connection: { to: "switch", switchId: 18, portId: 908 } });
    await console.call("server.add-connection", { ...at, connection: { to: "pdu", pduId: 3, portId: 49 } });
    await vi.waitFor(async () => {
      const { facts } = await console.call("server.get", at);
      expect(facts.ownerEmail).toBe("c1@example.org");
      expect(facts.switchConnections.some((port) => port.portId === 908)).toBe(true);
      expect(facts.pduConnections.some((outlet) => outlet.portId === 49)).toBe(true);
    }, patience);
    const { facts } = await console.call("server.get", at);
    const cable = facts.switchConnections.find((port) => port.portId === 908);
    await console.call("server.remove-connection", { ...at, to: "switch", connectionId: cable?.connectionId ?? 0 });
    await vi.waitFor(async () => {
      const after = await console.call("server.get", at);
      expect(after.facts.switchConnections.some((port) => port.portId === 908)).toBe(false);
    }, patience);
  });

  it("registers a server that the panel does not know yet and links it to the card", async () => {
    const { taskId, serviceId } = await console.call("order.place", {
      tariffId: sale.tariff.id,
      customerId: sale.customer.id,
      periodMonths: 1,
    });
    const task = await console.call("task.accept", { id: taskId });
    await console.call("server.create", {
      taskId,
      server: { name: "client-one-9", locationId: 3, rackId: 7, units: [30, 31], mac: "0c:c4:7a:00:99:99" },
    });
    await console.call("task.close", { id: taskId, revision: task.revision, card: { ...cardFor("", "client-one-9") } });
    const service = await untilState(serviceId, "active");
    expect(panel.site.servers.find((server) => server.id === service.serverId)?.name).toBe("client-one-9");
  });
});

describe("a panel with a self-signed certificate", () => {
  it("is shown with its fingerprint, pinned when trusted, and stopped when the certificate changes", async () => {
    const secure = await startDcimanagerSimulator({ timings, tls: true });
    try {
      const connection = { url: secure.url, username: "dc@example.net", password: "s3cret" };
      const first = await console.fault("module.try", connection);
      expect(first).toMatchObject({
        kind: "untrusted-certificate",
        isChanged: false,
        certificate: { fingerprint: secure.certificateFingerprint },
      });
      expect(secure.requests).toHaveLength(0);
      const trustedFingerprint = secure.certificateFingerprint;
      expect(await console.call("module.try", { ...connection, trustedFingerprint })).toMatchObject({
        signedInAs: "dc@example.net",
      });
      const module = await console.call("module.add", {
        type: "dcimanager6-colocation",
        name: "dc-tls",
        connection: { ...connection, trustedFingerprint },
        dataCentreId: sale.dataCentre.id,
        departmentId: sale.department.id,
      });
      await untilMirrored(module.id);
      await secure.replaceCertificate();
      const before = secure.requests.length;
      expect((await console.call("link.probe", { id: module.id })).state).toBe("untrusted-certificate");
      expect(await console.fault("module.refresh", { id: module.id })).toMatchObject({
        kind: "untrusted-certificate",
        isChanged: true,
        certificate: { fingerprint: secure.certificateFingerprint },
      });
      expect(secure.requests).toHaveLength(before);
      await console.call("module.trust", { id: module.id, fingerprint: secure.certificateFingerprint ?? "" });
      await vi.waitFor(async () => {
        const link = (await console.call("link.list", {})).find((one) => one.moduleId === module.id);
        expect(link?.state).toBe("up");
      }, patience);
    } finally {
      await secure.stop();
    }
  });

  it("is refused by field-worthy faults for a wrong password and a wrong address", async () => {
    expect(
      await console.fault("module.try", { url: panel.url, username: "dc@example.net", password: "wrong" }),
    ).toMatchObject({ kind: "needs-sign-in" });
    expect(
      await console.fault("module.try", { url: "http://127.0.0.1:9", username: "dc@example.net", password: "s3cret" }),
    ).toMatchObject({
      kind: "unavailable",
      retryable: true,
    });
    expect(
      await console.fault("module.try", { url: "http://dci.example.net", username: "dc@example.net", password: "x" }),
    ).toMatchObject({
      kind: "invalid-input",
      issues: [{ path: "url" }],
    });
  });
});
