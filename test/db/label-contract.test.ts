import { expect, test } from "vitest";
import type { Repositories } from "../../main/ports/store";
import { failureOf } from "./failure-of";
import { addLabels, label, printer, stock, template } from "./label-records";
import { module, service } from "./records";
import { siteStore, temporaryStore } from "./temporary-store";

const firstPage = { offset: 0, limit: 100 };
const everything = { kind: null, onlyNeeding: false, search: "" } as const;
const shortIds = async ({ labels }: Repositories, filter = {}) =>
  (await labels.page({ ...everything, ...filter }, firstPage)).rows.map((row) => row.shortId);

test("templates, stock and printers come back as they were stored", async () => {
  const store = await temporaryStore();
  await store.write(addLabels);
  const found = await store.read(async ({ labelTemplates, labelStocks, printers }) => [
    await labelTemplates.list(),
    await labelStocks.list(),
    await printers.list(),
  ]);
  expect(found).toEqual([[{ ...template, revision: 1 }], [{ ...stock, revision: 1 }], [{ ...printer, revision: 1 }]]);
});

test("a label is found by its id and by every key, and keeps subject and first key", async () => {
  const store = await temporaryStore();
  await store.write(async ({ labels }) => {
    await labels.add(label("S1"));
    await labels.addKey("server:m:1", "S1");
    const printed = { printedAt: 7, printedCount: 2, needsLabel: true, reason: "Moved" };
    await labels.save({ ...label("S1"), ...printed, key: "other", subject: { kind: "service", serviceId: "other" } });
  });
  const expected = { ...label("S1"), printedAt: 7, printedCount: 2, needsLabel: true, reason: "Moved" };
  const found = await store.read(async ({ labels }) => [
    await labels.find("S1"),
    await labels.findByKey("service:S1"),
    await labels.findByKey("server:m:1"),
    await labels.findByKey("server:m:2"),
  ]);
  expect(found).toEqual([expected, expected, expected, undefined]);
});

test.each([
  ["its own key", "service:service-7", 1],
  ["its server's", `server:${module.id}:17`, 1],
  ["its server's through another module", "server:module-2:17", 1],
  ["another server's", `server:${module.id}:18`, 0],
  ["another service's", "service:service-8", 0],
])("of a service's keys, %s counts", async (_what, key, expected) => {
  const store = await siteStore();
  const counted = await store.write(async ({ labels, modules, services }) => {
    await modules.add({ ...module, id: "module-2", name: "module-2" });
    await services.add(service(7, { serverId: 17 }));
    await services.add(service(8, { serverId: null }));
    await labels.add(label("S1", { key }));
    return labels.countKeys("service-7");
  });
  expect(counted).toBe(expected);
});

test.each([
  ["a short id", ({ labels }: Repositories) => labels.add(label("S1", { key: "other" }))],
  ["a first key", ({ labels }: Repositories) => labels.add(label("S2", { key: "service:S1" }))],
  ["another key", ({ labels }: Repositories) => labels.addKey("service:S1", "S1")],
])("%s belongs to one label", async (_what, work) => {
  const store = await temporaryStore();
  await store.write(({ labels }) => labels.add(label("S1")));
  expect(await failureOf(store.write(work))).toMatchObject({ kind: "duplicate" });
  expect(await store.read((repositories) => shortIds(repositories))).toEqual(["S1"]);
});

test("what needs a label comes first, then what was printed last", async () => {
  const store = await temporaryStore();
  await store.write(async ({ labels }) => {
    await labels.add(label("S1"));
    await labels.add(label("S2", { printedAt: 5 }));
    await labels.add(label("R3", { kind: "rack", printedAt: 9, title: "A12", key: "rack:m:1" }));
    await labels.add(label("S4", { needsLabel: true, reason: "New service" }));
  });
  await store.read(async (repositories) => {
    expect(await shortIds(repositories)).toEqual(["S4", "R3", "S2", "S1"]);
    expect(await shortIds(repositories, { kind: "rack" })).toEqual(["R3"]);
    expect(await shortIds(repositories, { onlyNeeding: true })).toEqual(["S4"]);
    expect(await shortIds(repositories, { search: "СЕРВЕР s2" })).toEqual(["S2"]);
    expect(await repositories.labels.countNeeding()).toBe(1);
  });
});

test("what only a closed service is called by is not listed, its server is", async () => {
  const store = await siteStore();
  await store.write(async ({ services, labels }) => {
    await services.add(service(2, { state: "closed" }));
    await services.add(service(3, { state: "closed" }));
    await labels.add(label("S2", { key: "service:service-2", needsLabel: true, reason: "New service" }));
    await labels.add(label("S3", { key: `server:${module.id}:7`, needsLabel: true, reason: "Moved" }));
    await labels.addKey("service:service-3", "S3");
    await labels.add(label("S1", { key: "service:service-1" }));
  });
  await store.read(async (repositories) => {
    expect(await shortIds(repositories)).toEqual(["S3", "S1"]);
    expect(await repositories.labels.countNeeding()).toBe(1);
  });
});

test("the newest placement of a thing is the one that counts", async () => {
  const store = await temporaryStore();
  const seen = {
    shortId: "S1",
    title: "edge-1",
    rack: "A12",
    at: 5,
    operator: "Anna",
    expectedRack: "",
    isExpected: true,
  };
  await store.write(async ({ placements }) => {
    await placements.add({ ...seen, id: "2", rack: "A13", at: 9, expectedRack: "A12", isExpected: false });
    await placements.add({ ...seen, id: "1" });
  });
  await store.read(async ({ placements }) => {
    expect(await placements.findLast("S1")).toEqual({
      ...seen,
      rack: "A13",
      at: 9,
      expectedRack: "A12",
      isExpected: false,
    });
    expect(await placements.findLast("S2")).toBeUndefined();
  });
});

test("answers of panels are found by what they contain", async () => {
  const store = await siteStore();
  await store.write(async ({ observations }) => {
    await observations.put(module.id, "server 7", '{"serial":"CZ3042XY"}', 1);
    await observations.put(module.id, "server 8", '{"serial":"CZ3042ZZ"}', 1);
    await observations.put(module.id, "rack 7", '{"note":"CZ3042XY"}', 1);
  });
  await store.read(async ({ observations }) => {
    const found = await observations.listContaining("server ", "cz3042xy", 10);
    expect(found).toEqual([{ moduleId: module.id, subject: "server 7", body: '{"serial":"CZ3042XY"}' }]);
    expect(await observations.listContaining("server ", "cz_", 10)).toEqual([]);
    expect(await observations.listContaining("server ", "CZ", 1)).toHaveLength(1);
  });
});
