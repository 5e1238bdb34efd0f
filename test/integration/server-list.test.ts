import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { CallInput } from "../../main/contract/calls";
import { createPanelConnector } from "../../main/remote/connector";
import { startDcimanagerSimulator } from "../../simulator/dcimanager6/simulator";
import type { DcimanagerSimulator } from "../../simulator/dcimanager6/simulator";
import { createLargeSite } from "../../simulator/site/large-site";
import { cardFor, openTestConsole, prepareSale, removeDirectory, silentLog } from "../builders/console";
import type { Sale, TestConsole } from "../builders/console";
import { createFakeClock } from "../builders/fake-clock";

const servers = 450;
const patience = { timeout: 8_000, interval: 10 };
const clock = createFakeClock();

let panel: DcimanagerSimulator;
let console: TestConsole;
let sale: Sale;

beforeAll(async () => {
  panel = await startDcimanagerSimulator({ site: createLargeSite({ servers }), timings: { allocateMs: 0 } });
  const panels = createPanelConnector({ log: silentLog, limits: { deadlineMs: 3_000, asleepDelayMs: 1 } });
  console = await openTestConsole({ panels, clock });
  await console.start();
  sale = await prepareSale(console, { url: panel.url, username: "dc@example.net", password: "s3cret" });
  await console.call("mirror.refresh", { id: sale.module.id });
  await vi.waitFor(async () => {
    expect((await console.call("mirror.list", {}))[0]).toMatchObject({ servers, running: null });
  }, patience);
});

afterAll(async () => {
  await console.stop();
  await panel.stop();
  await removeDirectory(console.directory);
});

const list = (input: CallInput<"server.list"> = {}) => console.call("server.list", input);
const ownerless = () => panel.site.servers.filter(({ ownerId }) => ownerId === null).map(({ id }) => id);

describe("the list of servers", () => {
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
        const jumped = await list({ sort, offset: 300, limit: 10 });
        expect(jumped.facts.rows.map(({ serverId }) => serverId)).toEqual(seen.slice(300, 310));
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
