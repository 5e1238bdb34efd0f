import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { ConsoleEvent } from "../../main/contract/events";
import type { CallInput } from "../../main/contract/calls";
import type { Mirror } from "../../main/contract/shapes/mirror";
import { createPanelConnector } from "../../main/remote/connector";
import { startDcimanagerSimulator } from "../../simulator/dcimanager6/simulator";
import type { DcimanagerSimulator } from "../../simulator/dcimanager6/simulator";
import { createLargeSite } from "../../simulator/site/large-site";
import { openTestConsole, prepareSale, removeDirectory, silentLog } from "../builders/console";
import type { Sale, TestConsole } from "../builders/console";
import { createFakeClock } from "../builders/fake-clock";
import type { FakeClock } from "../builders/fake-clock";

const servers = 450;
const large = createLargeSite({ servers });
const patience = { timeout: 8_000, interval: 10 };
const pagesOfServers = /\/server$/;

let panel: DcimanagerSimulator;
let clock: FakeClock;
let console: TestConsole;
let sale: Sale;
let events: ConsoleEvent[];

async function openConsole(directory?: string): Promise<TestConsole> {
  const panels = createPanelConnector({ log: silentLog, limits: { deadlineMs: 3_000, asleepDelayMs: 1 } });
  const opened = await openTestConsole({ panels, clock, ...(directory !== undefined && { directory }) });
  opened.subscribe((event) => void events.push(event));
  await opened.start();
  return opened;
}

beforeEach(async () => {
  events = [];
  clock = createFakeClock();
  panel = await startDcimanagerSimulator({ site: structuredClone(large) });
  console = await openConsole();
  sale = await prepareSale(console, { url: panel.url, username: "dc@example.net", password: "s3cret" });
});

afterEach(async () => {
  await console.stop();
  await panel.stop();
  await removeDirectory(console.directory);
});

const refresh = () => console.call("mirror.refresh", { id: sale.module.id });
const list = (input: CallInput<"server.list"> = {}) => console.call("server.list", input);
const copyOf = async () => (await console.call("mirror.list", {}))[0] as Mirror;
const asked = () => panel.requests.filter(({ path }) => path.endsWith("/server")).length;

/** Waits until the reading under way has ended. */
async function ended(): Promise<Mirror> {
  await vi.waitFor(async () => {
    expect((await copyOf()).running).toBeNull();
  }, patience);
  return copyOf();
}

/** Waits until so many servers of the reading under way are stored. */
async function stored(count: number): Promise<void> {
  await vi.waitFor(async () => {
    expect((await copyOf()).servers).toBeGreaterThanOrEqual(count);
  }, patience);
}

describe("the copy of a panel's servers", () => {
  it("holds all of them with addresses and ports, and tells how far it is", async () => {
    expect(await refresh()).toMatchObject({ servers: 0, takenAt: null, running: { done: 0 } });
    const addresses = large.addresses.filter(({ serverId }) => serverId !== null).length;
    expect(await ended()).toEqual({
      moduleId: sale.module.id,
      moduleName: "dc-1",
      servers,
      addresses,
      ports: expect.any(Number) as number,
      takenAt: clock.now(),
      running: null,
      reason: "",
    });
    const done = events.flatMap((event) => (event.name === "mirror.progress" ? [event.done] : []));
    expect(done).toEqual([...done].sort((left, right) => left - right));
    expect(done.at(-1)).toBe(servers);
    expect(events.at(-1)).toEqual({
      name: "records.changed",
      changes: [{ entity: "mirror", id: sale.module.id }],
    });
    const { facts } = await list({ search: large.servers[321]?.serial ?? "" });
    const { facts: live } = await console.call("server.get", {
      moduleId: sale.module.id,
      serverId: facts.rows[0]?.serverId ?? 0,
    });
    expect(facts.rows[0]).toMatchObject(live);
  });

  it("is begun by asking for servers, and what is there is shown meanwhile", async () => {
    const first = await list({ moduleId: sale.module.id });
    expect(first).toMatchObject({
      facts: { rows: [], total: 0, next: null },
      isLive: false,
      reason: "The servers of dc-1 have not all been read yet",
    });
    await ended();
    expect(await list()).toMatchObject({ facts: { total: servers }, isLive: true, reason: "" });
    await panel.goDown();
    await console.call("link.probe", { id: sale.module.id });
    expect(await list()).toMatchObject({ facts: { total: servers }, isLive: false, reason: "dc-1 is out of reach" });
  });

  it("is read again every quarter of an hour, and not in between", async () => {
    await refresh();
    await ended();
    const before = asked();
    clock.advance(14 * 60_000);
    await console.call("mirror.list", {});
    expect(asked()).toBe(before);
    await vi.waitFor(async () => {
      clock.advance(31_000);
      await Promise.resolve();
      expect(asked()).toBeGreaterThan(before);
    }, patience);
    await ended();
  });

  it("goes on where the panel broke off", async () => {
    panel.faults.add({ method: "GET", path: pagesOfServers, after: 2, times: 1, fault: { kind: "refuse" } });
    await refresh();
    const broken = await ended();
    expect(broken.servers).toBeGreaterThan(250);
    expect(broken.servers).toBeLessThan(servers);
    expect(broken).toMatchObject({ takenAt: null, reason: expect.stringMatching(/./) as string });
    const before = asked();
    await refresh();
    expect(await ended()).toMatchObject({ servers, reason: "", takenAt: clock.now() });
    expect(asked() - before).toBeLessThan(3);
  });

  it("goes on where the program was closed", async () => {
    await refresh();
    await stored(150);
    await console.stop();
    const before = asked();
    console = await openConsole(console.directory);
    clock.advance(6_000);
    await vi.waitFor(async () => {
      expect((await copyOf()).takenAt).not.toBeNull();
    }, patience);
    expect(await ended()).toMatchObject({ servers, reason: "" });
    expect(asked() - before).toBeLessThan(4);
  });

  it("keeps what it has when a reading is cancelled", async () => {
    await refresh();
    await stored(150);
    expect(await console.call("mirror.cancel", { id: sale.module.id })).toMatchObject({
      running: null,
      takenAt: null,
      reason: "The reading was cancelled",
    });
    const { servers: kept } = await copyOf();
    expect(kept).toBeGreaterThanOrEqual(150);
    expect(kept).toBeLessThan(servers);
  });

  it("lets a server go after a complete reading only", async () => {
    await refresh();
    await ended();
    const gone = panel.site.servers.splice(10, 1)[0];
    panel.script.restore(panel.script.snapshot());
    panel.faults.add({ method: "GET", path: pagesOfServers, after: 2, times: 1, fault: { kind: "refuse" } });
    const search = gone?.serial ?? "";
    await refresh();
    expect((await ended()).reason).not.toBe("");
    expect((await list({ search })).facts.total).toBe(1);
    await refresh();
    expect(await ended()).toMatchObject({ servers: servers - 1 });
    expect((await list({ search })).facts.total).toBe(0);
  });

  it("is not taken for complete where the panel shows fewer servers than it says", async () => {
    await refresh();
    await ended();
    panel.faults.add({
      method: "GET",
      path: pagesOfServers,
      times: 1,
      fault: { kind: "status", status: 200, body: '{"list":[],"size":450}' },
    });
    clock.advance(1);
    await refresh();
    expect(await ended()).toMatchObject({ servers, reason: "The panel shows 0 of its 450 servers" });
  });

  it("follows a server that somebody reads anyway", async () => {
    await refresh();
    await ended();
    const [server] = panel.site.servers;
    const serverId = server?.id ?? 0;
    if (server) server.name = "renamed-by-hand";
    await console.call("server.get", { moduleId: sale.module.id, serverId });
    await vi.waitFor(async () => {
      clock.advance(1_000);
      expect((await list({ search: "renamed-by-hand" })).facts.rows).toMatchObject([{ serverId }]);
    }, patience);
  });
});
