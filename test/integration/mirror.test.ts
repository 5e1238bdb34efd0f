import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { ConsoleEvent } from "../../main/contract/events";
import type { CallInput } from "../../main/contract/calls";
import type { Mirror } from "../../main/contract/shapes/mirror";
import { createPanelConnector } from "../../main/remote/connector";
import { startDcimanagerSimulator } from "../../simulator/dcimanager6/simulator";
import type { DcimanagerSimulator } from "../../simulator/dcimanager6/simulator";
import { createLargeSite } from "../../simulator/site/large-site";
import { cardFor, openTestConsole, prepareSale, removeDirectory, silentLog } from "../builders/console";
import type { Sale, TestConsole } from "../builders/console";
import { createFakeClock } from "../builders/fake-clock";
import type { FakeClock } from "../builders/fake-clock";

const servers = 2_000;
const large = createLargeSite({ servers });
const patience = { timeout: 8_000, interval: 5 };
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
    const { facts } = await list({ search: large.servers[1_234]?.serial ?? "" });
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
    panel.faults.add({ method: "GET", path: pagesOfServers, after: 6, times: 1, fault: { kind: "refuse" } });
    await refresh();
    const broken = await ended();
    expect(broken.servers).toBeGreaterThan(500);
    expect(broken.servers).toBeLessThan(servers);
    expect(broken).toMatchObject({ takenAt: null, reason: expect.stringMatching(/./) as string });
    const before = asked();
    await refresh();
    expect(await ended()).toMatchObject({ servers, reason: "", takenAt: clock.now() });
    expect(asked() - before).toBeLessThan(10);
  });

  it("goes on where the program was closed", async () => {
    await refresh();
    await stored(400);
    await console.stop();
    const before = asked();
    console = await openConsole(console.directory);
    clock.advance(6_000);
    await vi.waitFor(async () => {
      expect((await copyOf()).takenAt).not.toBeNull();
    }, patience);
    expect(await ended()).toMatchObject({ servers, reason: "" });
    expect(asked() - before).toBeLessThan(13);
  });

  it("keeps what it has when a reading is cancelled", async () => {
    await refresh();
    await stored(300);
    expect(await console.call("mirror.cancel", { id: sale.module.id })).toMatchObject({
      running: null,
      takenAt: null,
      reason: "The reading was cancelled",
    });
    const { servers: kept } = await copyOf();
    expect(kept).toBeGreaterThanOrEqual(300);
    expect(kept).toBeLessThan(servers);
  });

  it("lets a server go after a complete reading only", async () => {
    await refresh();
    await ended();
    const gone = panel.site.servers.splice(10, 1)[0];
    panel.script.restore(panel.script.snapshot());
    panel.faults.add({ method: "GET", path: pagesOfServers, after: 5, times: 1, fault: { kind: "refuse" } });
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
      fault: { kind: "status", status: 200, body: '{"list":[],"size":2000}' },
    });
    clock.advance(1);
    await refresh();
    expect(await ended()).toMatchObject({ servers, reason: "The panel shows 0 of its 2000 servers" });
  });

  it("follows a server that somebody reads anyway", async () => {
    await refresh();
    await ended();
    const [server] = panel.site.servers;
    const serverId = server?.id ?? 0;
    if (server) server.name = "renamed-by-hand";
    await console.call("server.get", { moduleId: sale.module.id, serverId });
    await vi.waitFor(async () => {
      expect((await list({ search: "renamed-by-hand" })).facts.rows).toMatchObject([{ serverId }]);
    }, patience);
  });
});

describe("the list of servers", () => {
  beforeEach(async () => {
    await refresh();
    await ended();
  });

  it("is paged by keys, forwards and by jumps, in every order", async () => {
    for (const by of ["name", "rack", "serial", "owner"] as const)
      for (const isDescending of [false, true]) {
        const sort = { by, isDescending };
        const seen: number[] = [];
        let after: string | null = null;
        do {
          const { facts } = await list({ sort, after, limit: 200 });
          expect(facts.total).toBe(servers);
          seen.push(...facts.rows.map(({ serverId }) => serverId));
          after = facts.next;
        } while (after !== null);
        expect(new Set(seen).size).toBe(servers);
        const jumped = await list({ sort, offset: 1_500, limit: 10 });
        expect(jumped.facts.rows.map(({ serverId }) => serverId)).toEqual(seen.slice(1_500, 1_510));
      }
  });

  it("sorts by number where names have numbers, and racks by unit", async () => {
    const { facts } = await list({ sort: { by: "rack" }, limit: 40 });
    expect([...new Set(facts.rows.map(({ rackName }) => rackName))]).toEqual(["R0001", "R0002"]);
    const bottoms = facts.rows.filter(({ rackName }) => rackName === "R0001").map(({ units }) => units[0] ?? 0);
    expect(bottoms).toEqual([...bottoms].sort((left, right) => left - right));
  });

  it("is filtered by power, faults, owner and service", async () => {
    const [serverId = 0] = ownerless();
    const { serviceId, taskId } = await console.call("order.place", {
      tariffId: sale.tariff.id,
      customerId: sale.customer.id,
      periodMonths: 1,
    });
    const { revision } = await console.call("task.accept", { id: taskId });
    const card = { ...cardFor(serverId), rack: "R0001" };
    await console.call("task.close", { id: taskId, revision, card });
    const { facts: free } = await list({ isFree: true, limit: 1 });
    const { facts: taken } = await list({ isFree: false, search: String(serverId) });
    expect(free.total).toBeLessThan(ownerless().length);
    expect(free.rows[0]).toMatchObject({ ownerEmail: null, serviceId: null });
    expect(taken.rows).toContainEqual(expect.objectContaining({ serverId, serviceId, serviceNumber: 1 }));
    const { facts: on } = await list({ power: "on", limit: 200 });
    expect(new Set(on.rows.map(({ power }) => power))).toEqual(new Set(["on"]));
    const { facts: faulty } = await list({ onlyWithFault: true });
    expect(faulty.rows.every(({ hasFault }) => hasFault)).toBe(true);
  });
});

const ownerless = () => panel.site.servers.filter(({ ownerId }) => ownerId === null).map(({ id }) => id);
