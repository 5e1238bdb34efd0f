import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { systemClock } from "../../main/adapters/clock";
import { createPanelConnector } from "../../main/remote/connector";
import { startDcimanagerSimulator } from "../../simulator/dcimanager6/simulator";
import type { DcimanagerSimulator } from "../../simulator/dcimanager6/simulator";
import { startDsmanagerSimulator } from "../../simulator/dsmanager/simulator";
import type { DsmanagerSimulator } from "../../simulator/dsmanager/simulator";
import { openTestConsole, prepareSale, removeDirectory, setUpService, silentLog } from "../builders/console";
import type { Sale, TestConsole } from "../builders/console";
import { connectionTo, orderDedicated, prepareDedicatedService } from "../builders/dedicated-service";
import type { DedicatedService } from "../builders/dedicated-service";

/** A server of this id stands on both panels. */
const sharedId = 102;

let dcimanager: DcimanagerSimulator;
let dsmanager: DsmanagerSimulator;
let console: TestConsole;
let colocation: Sale;
let dedicated: DedicatedService;

beforeEach(async () => {
  dcimanager = await startDcimanagerSimulator({
    timings: { allocateMs: 20, releaseMs: 20, powerMs: 20, portMs: 10, pduPollMs: 100 },
  });
  dsmanager = await startDsmanagerSimulator({ timings: { powerMs: 20, portMs: 10, installMs: 100 } });
  const panels = createPanelConnector({ log: silentLog, limits: { deadlineMs: 5_000, asleepDelayMs: 5 } });
  console = await openTestConsole({ panels, clock: systemClock });
  await console.start();
  colocation = await prepareSale(console, { url: dcimanager.url, username: "dc@example.net", password: "s3cret" });
  dedicated = await prepareDedicatedService(console, connectionTo("dsmanager", dsmanager.url));
});

afterEach(async () => {
  await console.stop();
  await Promise.all([dcimanager.stop(), dsmanager.stop()]);
  await removeDirectory(console.directory);
});

const untilState = (id: string, state: string) =>
  vi.waitFor(
    async () => {
      const { service, actions } = await console.call("service.get", { id });
      expect(service.state, JSON.stringify(actions.map((step) => [step.summary, step.trouble]))).toBe(state);
      return service;
    },
    { timeout: 30_000, interval: 30 },
  );

it("two panels with a server of the same id each get their own service's work and nothing of the other's", async () => {
  const ours = await setUpService(console, colocation, sharedId, { ip: 2 });
  const theirs = await orderDedicated(console, dedicated);
  const [own, hired] = [await untilState(ours.serviceId, "active"), await untilState(theirs.serviceId, "active")];
  expect([own.serverId, hired.serverId]).toEqual([sharedId, sharedId]);
  expect(dsmanager.site.servers.find((server) => server.id === sharedId)?.addresses).toHaveLength(1);

  const { taskId } = await console.call("service.close", { id: own.id, revision: own.revision });
  const task = await console.call("task.accept", { id: taskId });
  await console.call("task.close", { id: taskId, revision: task.revision });
  await untilState(own.id, "closed");
  expect((await console.call("service.get", { id: hired.id })).service.state).toBe("active");
  const rented = dsmanager.site.servers.find((server) => server.id === sharedId);
  expect(rented).toMatchObject({ image: "debian12", runs: true });

  const effectsBefore = dcimanager.effects.length;
  await console.call("service.close", { id: hired.id, revision: hired.revision });
  await untilState(hired.id, "closed");
  expect(dcimanager.effects).toHaveLength(effectsBefore);
  expect(dsmanager.effects.every((effect) => effect.serverId === sharedId || effect.kind === "user-created")).toBe(
    true,
  );
});
