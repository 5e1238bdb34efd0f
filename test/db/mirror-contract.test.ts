import { expect, it } from "vitest";
import type { ServerFacts } from "../../main/contract/shapes/panel";
import { toEntry } from "../../main/mirror/entry";
import type { MirrorQuery, MirrorRecord, MirrorStamp } from "../../main/ports/mirror-store";
import type { Store } from "../../main/ports/store";
import { fakeServer } from "../builders/fake-panel";
import { connect } from "../../db/open";
import { openStore } from "../../db/store";
import { addSite, module } from "./records";
import { siteStore, storeOptions, temporaryDirectory } from "./temporary-store";

const first: MirrorStamp = { takenAt: 100, reading: 1, hasDetails: true };
const everything: MirrorQuery = {
  scopes: [{ moduleId: module.id, holderIds: [module.id] }],
  power: null,
  isFree: null,
  onlyWithFault: false,
  search: "",
  sort: null,
};

const address = (addressId: number, text: string): ServerFacts["addresses"][number] => ({
  addressId,
  address: text,
  family: "ipv4",
  gateway: null,
  network: null,
  domain: null,
  status: "",
  isReady: true,
});

const put = (store: Store, servers: readonly ServerFacts[], stamp = first) =>
  store.write(({ mirror }) => mirror.putServers(module.id, servers.map(toEntry), stamp));
const page = (store: Store, query: Partial<MirrorQuery> = {}, after: string | null = null, limit = 10) =>
  store.read(({ mirror }) => mirror.page({ ...everything, ...query }, { after, offset: 0, limit }));
const idsOf = ({ rows }: Awaited<ReturnType<typeof page>>) => rows.map(({ facts }) => facts.serverId);

it("keeps what a reading has come to", async () => {
  const store = await siteStore();
  const record: MirrorRecord = {
    moduleId: module.id,
    source: "panel 3",
    reading: 4,
    isUnfinished: true,
    after: { serverId: 17, done: 8 },
    total: 90,
    takenAt: null,
    reason: "The panel is away",
  };
  await store.write(({ mirror }) => mirror.putReading({ ...record, after: null }));
  await store.write(({ mirror }) => mirror.putReading(record));
  expect(await store.read(({ mirror }) => mirror.findReading(module.id))).toEqual(record);
  expect(await store.read(({ mirror }) => mirror.listReadings())).toEqual([record]);
});

it("writes a server again only when it is another than before, and moves its age all the same", async () => {
  const options = storeOptions(await temporaryDirectory());
  const store = await openStore(options);
  await store.write(addSite);
  expect(await put(store, [fakeServer(101), fakeServer(102)])).toBe(2);
  const watcher = connect(options.file, []);
  await watcher.raw(`CREATE TABLE touched (id INTEGER) STRICT`);
  await watcher.raw(
    `CREATE TRIGGER touching AFTER UPDATE ON mirror_servers BEGIN INSERT INTO touched VALUES (new.server_id); END`,
  );
  const changed = fakeServer(102, { name: "renamed" });
  expect(await put(store, [fakeServer(101), changed], { ...first, takenAt: 200, reading: 2 })).toBe(1);
  expect(await watcher("touched").pluck("id")).toEqual([102]);
  const found = await store.read(({ mirror }) => mirror.find(module.id, 101));
  expect(found).toEqual({ moduleId: module.id, facts: fakeServer(101), takenAt: 200 });
  expect(await store.read(({ mirror }) => mirror.countSeen(module.id, 2))).toEqual({ servers: 2, oldestAt: 200 });
  await watcher.destroy();
  await store.close();
});

it("takes as many servers at once as a panel has", async () => {
  const store = await siteStore();
  const servers = Array.from({ length: 2_500 }, (_, index) => fakeServer(index + 1));
  expect(await put(store, servers)).toBe(2_500);
  expect((await page(store)).total).toBe(2_500);
});

it("keeps what was read later where what was read before it is stored after it", async () => {
  const store = await siteStore();
  await put(store, [fakeServer(101)]);
  const moved = fakeServer(101, { name: "moved", addresses: [address(1, "203.0.113.9")] });
  await put(store, [moved], { ...first, takenAt: 300 });
  expect(await put(store, [fakeServer(101, { name: "as it was" })], { ...first, takenAt: 200, reading: 2 })).toBe(0);
  const found = await store.read(({ mirror }) => mirror.find(module.id, 101));
  expect(found).toEqual({ moduleId: module.id, facts: moved, takenAt: 300 });
  expect(await store.read(({ mirror }) => mirror.countSeen(module.id, 2))).toEqual({ servers: 1, oldestAt: 300 });
});

it("removes what a reading has not seen, with its addresses", async () => {
  const store = await siteStore();
  await put(store, [fakeServer(101, { addresses: [address(1, "10.0.0.1")] }), fakeServer(102)]);
  await put(store, [fakeServer(102)], { ...first, reading: 2 });
  expect(await store.write(({ mirror }) => mirror.removeUnseen(module.id, 2))).toBe(1);
  expect(await store.read(({ mirror }) => mirror.countContents(module.id))).toEqual({
    servers: 1,
    addresses: 0,
    ports: 2,
  });
});

it("keeps an address that has moved with the server where it was read last", async () => {
  const store = await siteStore();
  const both = [address(1, "10.0.0.1"), address(2, "10.0.0.2")];
  await put(store, [fakeServer(101, { addresses: both }), fakeServer(102)]);
  await put(store, [fakeServer(102, { addresses: [address(2, "10.0.0.2")] })]);
  await put(store, [fakeServer(101, { addresses: [address(1, "10.0.0.1")] })]);
  expect(await store.read(({ mirror }) => mirror.countContents(module.id))).toMatchObject({ addresses: 2 });
  await put(store, [fakeServer(101)], { ...first, reading: 2 });
  await store.write(({ mirror }) => mirror.removeUnseen(module.id, 2));
  expect(await store.read(({ mirror }) => mirror.countContents(module.id))).toMatchObject({ addresses: 0 });
});

it("names servers without details newest first, then those whose details are old", async () => {
  const store = await siteStore();
  await put(store, [fakeServer(101), fakeServer(102), fakeServer(103)], { ...first, hasDetails: false });
  await put(store, [fakeServer(104)], { ...first, takenAt: 50 });
  await put(store, [fakeServer(105)], { ...first, takenAt: 99 });
  const without = (before: number) => store.read(({ mirror }) => mirror.listWithoutDetails(module.id, before, 10));
  expect(await without(60)).toEqual([103, 102, 101, 104]);
  await put(store, [fakeServer(104)], { ...first, takenAt: 300, hasDetails: false });
  expect(await without(60), "a list keeps what was read of a server alone").toEqual([103, 102, 101, 104]);
});

it("pages by the mark of the last row, and begins anew behind one that cannot be read", async () => {
  const store = await siteStore();
  const names = ["node-10", "node-9", "Узел-2", "узел-1", "node-1"];
  await put(
    store,
    names.map((name, index) => fakeServer(101 + index, { name })),
  );
  const whole = await page(store);
  expect(idsOf(whole)).toEqual([105, 102, 101, 104, 103]);
  const half = await page(store, {}, null, 3);
  expect(half.total).toBe(5);
  expect(idsOf(await page(store, {}, half.next, 3))).toEqual([104, 103]);
  expect((await page(store, {}, half.next, 3)).next).toBeNull();
  expect(idsOf(await page(store, {}, "no mark"))).toEqual(idsOf(whole));
  const descending = { by: "name", isDescending: true } as const;
  const last = await page(store, { sort: descending }, null, 2);
  expect(idsOf(await page(store, { sort: descending }, last.next, 2))).toEqual([101, 102]);
});
