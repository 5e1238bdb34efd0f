import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { createPanelConnector } from "../../main/remote/connector";
import { createPracticeDsmanagerSite } from "../../simulator/dsmanager/generated-sites";
import { startDsmanagerSimulator } from "../../simulator/dsmanager/simulator";
import type { DsmanagerSimulator } from "../../simulator/dsmanager/simulator";
import { openTestConsole, removeDirectory, silentLog } from "../builders/console";
import type { TestConsole } from "../builders/console";
import { createFakeClock } from "../builders/fake-clock";

/** What this generation calls otherwise than the client expects. */
const routeOverrides = {
  operations: "server.reinstall",
  "server-types": "servertype",
  "os-images": "osimage",
  pdus: "powerswitch",
  "pdu-ports": "powerswitch.port",
};
const patience = { timeout: 8_000, interval: 5 };

let clock = createFakeClock();
let panel: DsmanagerSimulator;
let console: TestConsole;
let place: { readonly departmentId: string; readonly dataCentreId: string };
let moduleIds: readonly string[];

beforeEach(async () => {
  clock = createFakeClock();
  panel = await startDsmanagerSimulator({ site: createPracticeDsmanagerSite().site });
  const panels = createPanelConnector({ log: silentLog, limits: { deadlineMs: 3_000, asleepDelayMs: 1 } });
  console = await openTestConsole({ panels, clock });
  await console.start();
  const department = await console.call("department.add", { name: "Floor" });
  const dataCentre = await console.call("data-centre.add", { name: "Tallinn" });
  place = { departmentId: department.id, dataCentreId: dataCentre.id };
  moduleIds = [await addModule("for hire", "dedicated"), await addModule("for guests", "colocation")];
});

afterEach(async () => {
  await console.stop();
  await panel.stop();
  await removeDirectory(console.directory);
});

/** Two modules on one panel, as a module processes one service type. */
async function addModule(name: string, productType: "dedicated" | "colocation"): Promise<string> {
  const account = { url: panel.url, username: "admin", password: "s3cret" };
  const connection = { type: "dsmanager", dialect: "dsmanager", ...account, routeOverrides } as const;
  const { id } = await console.call("module.add", {
    type: "dsmanager",
    productType,
    name,
    connection,
    ...place,
    sort: 20,
  });
  return id;
}

const copyOf = async (moduleId: string | undefined) =>
  (await console.call("mirror.list", {})).find((mirror) => mirror.moduleId === moduleId);
const detailsAsked = () => panel.requests.filter(({ call }) => call.startsWith("server.connection?")).length;

it("a panel whose list leaves out cables is shown at once, and its cables come one by one", async () => {
  const [first, second] = moduleIds;
  const servers = panel.site.servers.length;
  await console.call("mirror.refresh", { id: first ?? "" });
  await vi.waitFor(async () => {
    expect(await copyOf(first)).toMatchObject({ servers, ports: 0, takenAt: clock.now() });
  }, patience);
  const main = panel.site.servers[5]?.addresses[0]?.ip ?? "";
  const { facts } = await console.call("server.list", { search: main });
  expect(facts.rows.map(({ addresses }) => addresses.map(({ address }) => address))).toEqual([[main]]);

  await vi.waitFor(async () => {
    clock.advance(200);
    expect((await copyOf(first))?.ports).toBeGreaterThan(10);
  }, patience);
  const newest = panel.site.servers.map(({ id }) => id).sort((left, right) => right - left);
  const asked = panel.requests.flatMap(({ call }) => /^server\.connection\?.*elid=(\d+)/.exec(call)?.[1] ?? []);
  expect(asked.slice(0, 3).map(Number)).toEqual(newest.slice(0, 3));

  const before = (await copyOf(first))?.ports ?? 0;
  await console.call("mirror.refresh", { id: first ?? "" });
  await vi.waitFor(async () => {
    expect(await copyOf(first)).toMatchObject({ running: null });
  }, patience);
  expect((await copyOf(first))?.ports).toBeGreaterThanOrEqual(before);

  expect((await console.call("server.list", {})).facts.total).toBe(servers);
  expect(await copyOf(second), "modules of one panel share what is kept").toEqual({
    ...(await copyOf(first)),
    moduleId: second,
    moduleName: "for guests",
  });
  const { facts: ofSecond } = await console.call("server.list", { moduleId: second ?? "", limit: 1 });
  expect(ofSecond).toMatchObject({ total: servers, rows: [{ moduleId: second, moduleName: "for guests" }] });
});

it("a panel that goes away ends the reading of details until its servers are read again", async () => {
  const [first] = moduleIds;
  await console.call("mirror.refresh", { id: first ?? "" });
  await vi.waitFor(() => {
    clock.advance(200);
    expect(detailsAsked()).toBeGreaterThan(2);
  }, patience);
  await panel.goDown();
  await vi.waitFor(async () => {
    clock.advance(200);
    const link = (await console.call("link.list", {})).find(({ moduleId }) => moduleId === first);
    expect(link?.state).toBe("down");
  }, patience);
  const servers = panel.site.servers.length;
  expect(await console.call("server.list", { moduleId: first ?? "" })).toMatchObject({
    facts: { total: servers },
    isLive: false,
    reason: "for hire is out of reach",
  });
});
