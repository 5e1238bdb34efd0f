import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { systemClock } from "../../main/adapters/clock";
import { createPanelConnector } from "../../main/remote/connector";
import { startDcimanagerSimulator } from "../../simulator/dcimanager6/simulator";
import type { DcimanagerSimulator } from "../../simulator/dcimanager6/simulator";
import { startDsmanagerSimulator } from "../../simulator/dsmanager/simulator";
import { openTestConsole, prepareSale, removeDirectory, setUpService, silentLog } from "../builders/console";
import type { Sale, TestConsole } from "../builders/console";

let panel: DcimanagerSimulator;
let console: TestConsole;
let sale: Sale;

beforeEach(async () => {
  panel = await startDcimanagerSimulator({ timings: { allocateMs: 5 } });
  const panels = createPanelConnector({ log: silentLog, limits: { deadlineMs: 3_000, asleepDelayMs: 1 } });
  console = await openTestConsole({ panels, clock: systemClock });
  await console.start();
  sale = await prepareSale(console, { url: panel.url, username: "dc@example.net", password: "s3cret" });
});

afterEach(async () => {
  await console.stop();
  await panel.stop();
  await removeDirectory(console.directory);
});

const ipv4 = { poolId: 2, family: "ipv4" } as const;
const nextFree = (limit: number) => console.call("pool.next-free", { moduleId: sale.module.id, ...ipv4, limit });

describe("address pools", () => {
  it("are counted by family without what is never given out, fullest first", async () => {
    const pools = await console.call("pool.list", {});
    expect(pools.map(({ share }) => share)).toEqual(pools.map(({ share }) => share).sort((a, b) => b - a));
    const pool = pools.find(({ poolId, family }) => poolId === 2 && family === "ipv4");
    const { addresses } = await nextFree(256);
    expect(pool).toMatchObject({ moduleName: "dc-1", name: "public", free: String(addresses.length) });
    expect(pool?.networks).toEqual(
      panel.site.pools
        .find(({ id }) => id === 2)
        ?.ranges.flatMap(({ name, family }) => (family === "ipv4" ? [name] : [])),
    );
    expect(BigInt(pool?.total ?? 0)).toBe(BigInt(pool?.used ?? 0) + BigInt(pool?.free ?? 0));
    const ipv6 = pools.find(({ poolId, family }) => poolId === 2 && family === "ipv6");
    expect(BigInt(ipv6?.free ?? 0)).toBeGreaterThan(1n << 60n);
  });

  it("name the addresses that the panel gives next", async () => {
    const { addresses, isKnown } = await nextFree(2);
    expect(isKnown).toBe(true);
    const { serviceId } = await setUpService(console, sale, 101, { ip: 2 });
    await vi.waitFor(
      async () => {
        const { service } = await console.call("service.get", { id: serviceId });
        expect(service.addresses.map(({ address }) => address)).toEqual(addresses);
      },
      { timeout: 8_000, interval: 20 },
    );
    expect((await nextFree(1)).addresses).not.toContain(addresses[0]);
  });

  it("are shown as last counted while the panel is away", async () => {
    const before = await console.call("pool.list", {});
    const { addresses } = await nextFree(3);
    await panel.goDown();
    await console.call("link.probe", { id: sale.module.id });
    expect(await console.call("pool.list", {})).toEqual(before);
    expect(await nextFree(3)).toEqual({ addresses, isKnown: true });
  });

  it("are not known of a panel that does not tell of them", async () => {
    const dsmanager = await startDsmanagerSimulator({});
    const { module } = await addDsmanager(dsmanager.url);
    const pools = await console.call("pool.list", {});
    expect(new Set(pools.map(({ moduleName }) => moduleName))).toEqual(new Set(["dc-1"]));
    expect(await console.call("pool.next-free", { moduleId: module.id, ...ipv4 })).toEqual({
      addresses: [],
      isKnown: false,
    });
    await dsmanager.stop();
  });
});

async function addDsmanager(url: string) {
  const module = await console.call("module.add", {
    type: "dsmanager",
    productType: "colocation",
    name: "ds-1",
    connection: { type: "dsmanager", dialect: "dsmanager", url, username: "admin", password: "s3cret" },
    dataCentreId: sale.dataCentre.id,
    departmentId: sale.department.id,
    locationId: null,
    sort: 20,
  });
  return { module };
}
