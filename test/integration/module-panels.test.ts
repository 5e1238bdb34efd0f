import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { CallOutput } from "../../main/contract/calls";
import { systemClock } from "../../main/adapters/clock";
import { createPanelConnector } from "../../main/remote/connector";
import { startDcimanagerSimulator } from "../../simulator/dcimanager6/simulator";
import type { DcimanagerSimulator } from "../../simulator/dcimanager6/simulator";
import { startDsmanagerSimulator } from "../../simulator/dsmanager/simulator";
import type { DsmanagerSimulator } from "../../simulator/dsmanager/simulator";
import { openTestConsole, prepareSale, removeDirectory, silentLog } from "../builders/console";
import type { Sale, TestConsole } from "../builders/console";
import { connectionTo } from "../builders/dedicated-service";

let dcimanager: DcimanagerSimulator;
let dsmanager: DsmanagerSimulator;
let console: TestConsole;
let sale: Sale;

beforeEach(async () => {
  dcimanager = await startDcimanagerSimulator();
  dsmanager = await startDsmanagerSimulator({ dialect: "dsmanager" });
  const panels = createPanelConnector({ log: silentLog, limits: { deadlineMs: 5_000, asleepDelayMs: 5 } });
  console = await openTestConsole({ panels, clock: systemClock });
  sale = await prepareSale(console, { url: dcimanager.url, username: "dc@example.net", password: "s3cret" });
});

afterEach(async () => {
  await console.stop();
  await dcimanager.stop();
  await dsmanager.stop();
  await removeDirectory(console.directory);
});

const addDedicated = (name = "ds-1") =>
  console.call("module.add", {
    type: "dsmanager",
    productType: "dedicated",
    name,
    connection: connectionTo("dsmanager", dsmanager.url),
    dataCentreId: sale.dataCentre.id,
    departmentId: sale.department.id,
  });
const configurationOf = async (id: string) => {
  const report = await console.call("module.configuration", { id });
  if (!report) throw new Error("No configuration");
  return report.configuration;
};
type Preset = CallOutput<"module.try">["presets"][number];
const named = (presets: readonly Preset[], name: string) => presets.find((one) => one.name === name);

describe("modules of two kinds of panel over the wire", () => {
  it("A3 read a DSmanager's presets from its servers: without owner, and of these the free ones", async () => {
    const { presets, osImages, racks } = await configurationOf((await addDedicated()).id);
    const { site } = dsmanager;
    for (const type of site.serverTypes) {
      const ofType = site.servers.filter((server) => server.typeId === type.id);
      const ownerless = ofType.filter((server) => server.ownerId === null);
      expect(named(presets, type.name)).toMatchObject({ ownerless: ownerless.length, total: ofType.length });
      expect(named(presets, type.name)?.free).toBeLessThanOrEqual(ownerless.length);
    }
    expect(named(presets, "HPCorei5")?.free).toBeGreaterThan(0);
    expect(osImages.map((image) => image.name)).toContain("debian12");
    expect(racks.every((rack) => rack.longestFreeRun !== null)).toBe(true);
  });

  it("B3 read racks with their room from DCImanager 6, which has no presets", async () => {
    const { presets, racks, pools } = await configurationOf(sale.module.id);
    expect(presets).toEqual([]);
    expect(pools.length).toBeGreaterThan(0);
    expect(racks.every((rack) => (rack.longestFreeRun ?? 0) <= (rack.freeUnits ?? -1))).toBe(true);
    expect((await console.call("module.compare", { id: sale.module.id })).pendingChanges).toEqual([]);
  });

  it("B3 notice what changed on the one and not on the other", async () => {
    const dedicated = await addDedicated();
    const [type] = dsmanager.site.serverTypes;
    if (!type) throw new Error("No type");
    for (const server of dsmanager.site.servers) if (server.typeId === type.id) server.ownerId = 1;
    const { pendingChanges } = await console.call("module.compare", { id: dedicated.id });
    expect(pendingChanges).toEqual([{ part: "presets", change: "removed", name: type.name, before: "", after: "" }]);
    await console.call("module.compare", { id: sale.module.id });
    const rows = await console.call("module.list", {});
    expect(rows.map((row) => [row.name, row.pendingChanges]).sort()).toEqual([
      ["dc-1", 0],
      ["ds-1", 1],
    ]);
  });

  it("A1 tell which functions of a DSmanager answer, so that another name can be taken over", async () => {
    const connection = { ...connectionTo("dsmanager", dsmanager.url), routeOverrides: {} };
    const { routes } = await console.call("module.try", connection);
    const missing = routes?.find((route) => route.name === "server-types");
    expect(missing).toMatchObject({ state: "missing", suggestion: "servertype" });
    const corrected = { ...connection, routeOverrides: connectionTo("dsmanager").routeOverrides ?? {} };
    const report = await console.call("module.try", corrected);
    expect(report.routes?.filter((route) => route.state === "missing")).toEqual([]);
    expect(report.presets.length).toBeGreaterThan(0);
  });
});
