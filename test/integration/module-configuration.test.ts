import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { ConsoleEvent } from "../../main/contract/events";
import { openTestConsole, prepareSale, removeDirectory, silentLog } from "../builders/console";
import type { Sale, TestConsole } from "../builders/console";
import { prepareDedicatedSale, stockDedicated } from "../builders/dedicated-sale";
import { createFakeClock } from "../builders/fake-clock";
import { createFakePanel, fakeServer } from "../builders/fake-panel";
import { fakeRack } from "../builders/fake-rack";

let clock = createFakeClock();
let panel = createFakePanel();
let console: TestConsole;

beforeEach(async () => {
  clock = createFakeClock();
  panel = createFakePanel();
  console = await openTestConsole({ panels: panel, clock });
});

afterEach(async () => {
  await console.stop();
  await removeDirectory(console.directory);
});

const row = async () => (await console.call("module.list", {}))[0];

describe("B3 reading the configuration", () => {
  let sale: Sale;

  beforeEach(async () => {
    sale = await prepareSale(console);
  });

  it("keeps what the panel has, the room of its racks included, and tells what changed since the last reading", async () => {
    panel.racks[0] = fakeRack(7, "A12", [1, 2, 20]);
    panel.racks.push(fakeRack(8, "A13"));
    const { id } = sale.module;
    const report = await console.call("module.refresh", { id });
    expect(report.configuration.racks).toMatchObject([
      { name: "A12", freeUnits: 39, longestFreeRun: 22 },
      { name: "A13", freeUnits: 42, longestFreeRun: 42 },
    ]);
    expect(report.lastChanges).toEqual([
      { part: "racks", change: "added", name: "A13", before: "", after: "42 U, Riga, no pool" },
    ]);
    expect(await console.call("module.configuration", { id })).toEqual(report);
    expect((await console.call("module.refresh", { id })).lastChanges).toEqual([]);
  });

  it("shows how far it is, part by part", async () => {
    const events: ConsoleEvent[] = [];
    console.subscribe((event) => events.push(event));
    await console.call("module.refresh", { id: sale.module.id });
    const progress = events.flatMap((event) => (event.name === "configuration.progress" ? [event] : []));
    expect(progress.map(({ part, done, total }) => `${part} ${String(done)}/${String(total)}`)).toEqual([
      "locations 1/8",
      "racks 2/8",
      "pools 3/8",
      "switches 4/8",
      "pdus 5/8",
      "users 6/8",
      "osImages 7/8",
      "presets 8/8",
    ]);
  });

  it("keeps the last one when the panel does not answer", async () => {
    panel.mishap = (call) => (call === "listPools" ? { kind: "unknown-outcome", isCarriedOut: false } : undefined);
    const before = await console.call("module.configuration", { id: sale.module.id });
    expect(await console.fault("module.refresh", { id: sale.module.id })).toMatchObject({ kind: "unavailable" });
    expect(await console.call("module.configuration", { id: sale.module.id })).toEqual(before);
  });

  it("marks it stale when the panel differs, without replacing it", async () => {
    const { id } = sale.module;
    panel.locations[0] = { locationId: 3, name: "Riga-2", poolId: 2 };
    panel.pools[0] = { poolId: 2, name: "public", freeIpv4: "1", freeIpv6: "1", total: "254", used: "253" };
    clock.advance(60_000);
    const report = await console.call("module.compare", { id });
    expect(report.pendingChanges).toEqual([
      { part: "locations", change: "changed", name: "Riga-2", before: "Riga", after: "Riga-2" },
    ]);
    expect(report.checkedAt - report.configuration.takenAt).toBe(60_000);
    expect(report.configuration.locations).toMatchObject([{ name: "Riga" }]);
    expect(await row()).toMatchObject({ pendingChanges: 1 });
    await console.call("module.refresh", { id });
    expect(await row()).toMatchObject({ pendingChanges: 0 });
  });

  it("tells which routes the panel knows", async () => {
    panel.routes.push({
      name: "listRacks",
      wire: "GET /dci/v3/rack",
      state: "found",
      isOverridden: false,
      suggestion: "",
      remark: "",
    });
    expect(await console.call("module.check-routes", { id: sale.module.id })).toEqual({
      checkedAt: clock.now(),
      source: "the fake panel",
      routes: panel.routes,
    });
  });
});

describe("A3 presets in the configuration", () => {
  it("are read for all types and count the servers without owner; one that comes or goes makes it stale", async () => {
    stockDedicated(panel);
    const { module } = await prepareDedicatedSale(console);
    const report = await console.call("module.configuration", { id: module.id });
    expect(report?.configuration.presets).toEqual([
      { name: "Atom", free: 0, ownerless: 0, total: 1 },
      { name: "HPCorei5", free: 1, ownerless: 2, total: 3 },
    ]);
    panel.servers.set(205, fakeServer(205, { serverType: "Atom" }));
    panel.servers.delete(201);
    expect((await console.call("module.compare", { id: module.id })).pendingChanges).toMatchObject([
      { part: "presets", change: "added", name: "Atom" },
    ]);
  });
});

describe("B3 the watch on the configuration", () => {
  const readings = () => panel.calls.filter((call) => call === "listLocations").length;
  const isReachable = async () => (await console.call("link.list", {})).every((link) => link.state === "up");

  beforeEach(async () => {
    await console.start();
    await prepareSale(console);
    await passUntil(isReachable);
  });

  it("notices a change by itself, a while after the start and then again and again", async () => {
    const { call } = console;
    panel.locations[0] = { locationId: 3, name: "Riga-2", poolId: 2 };
    clock.advance(2 * 60_000);
    await passUntil(async () => (await row())?.pendingChanges === 1);
    panel.locations[0] = { locationId: 3, name: "Riga", poolId: 2 };
    await passUntil(async () => {
      clock.advance(60_000);
      return (await row())?.pendingChanges === 0;
    });
    expect((await call("journal.list", {})).rows.filter((entry) => entry.call === "module.compare")).toEqual([]);
  });

  it("ends with the console", async () => {
    const errors: string[] = [];
    const log = { ...silentLog, error: (event: string) => void errors.push(event) };
    const own = { panels: createFakePanel(), clock: createFakeClock(), log };
    const other = await openTestConsole(own);
    await other.start();
    await prepareSale(other);
    await other.stop();
    const before = own.panels.calls.length;
    own.clock.advance(60 * 60_000);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(own.panels.calls.length).toBe(before);
    expect(errors).toEqual([]);
    await removeDirectory(other.directory);
  });

  it("leaves a module alone that is switched off or out of reach", async () => {
    const module = await row();
    if (!module) throw new Error("No module");
    const before = readings();
    panel.mishap = () => ({ kind: "not-sent", isCarriedOut: false });
    await console.call("link.probe", { id: module.id });
    clock.advance(2 * 60_000);
    await passTime();
    expect(readings()).toBe(before);
    panel.mishap = () => undefined;
    await console.call("module.save", { ...module, isActive: false });
    await passTime();
    expect(readings()).toBe(before);
  });

  /** Goes on minute by minute until something is so. */
  async function passUntil(isSo: () => Promise<boolean>): Promise<void> {
    for (let round = 0; round < 500; round += 1) {
      if (await isSo()) return;
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
    throw new Error("It did not come about");
  }

  /** An hour, with room for what falls due in it. */
  async function passTime(): Promise<void> {
    for (let minute = 0; minute < 60; minute += 1) {
      clock.advance(60_000);
      await console.call("link.list", {});
    }
  }
});
