import { expect, test } from "vitest";
import type { Enumeration } from "../../main/contract/shapes/enumeration";
import type { Service } from "../../main/contract/shapes/service";
import { failureOf } from "./failure-of";
import { allServices, firstPage } from "./list-filters";
import { module, service, tariff, tariffVersion, task } from "./records";
import { siteStore } from "./temporary-store";

const systems: Enumeration = {
  id: "enumeration-1",
  revision: 0,
  name: "Operating system",
  internalName: "os",
  items: [
    { internalName: "debian12", name: "Debian 12" },
    { internalName: "alma9", name: "AlmaLinux 9" },
  ],
};

test("a tariff's versions come newest first, and one that is put again is replaced", async () => {
  const store = await siteStore();
  const dearer = { ...tariff, version: 2, periods: [{ months: 1, priceMinor: 5_900, setUpMinor: 0 }] };
  await store.write(async ({ tariffs }) => {
    await tariffs.putVersion(tariffVersion({ ...dearer, name: "Typed wrong" }));
    await tariffs.putVersion(tariffVersion(dearer));
  });
  const found = await store.read(async ({ tariffs }) => ({
    all: await tariffs.listVersions(tariff.id),
    first: await tariffs.findVersion(tariff.id, 1),
    third: await tariffs.findVersion(tariff.id, 3),
  }));
  expect(found).toEqual({ all: [tariffVersion(dearer), tariffVersion()], first: tariffVersion(), third: undefined });
});

test("services are counted by tariff and version, ended ones too, and rows tell which run on an earlier version", async () => {
  const store = await siteStore();
  await store.write(async ({ tariffs, services }) => {
    await tariffs.add({ ...tariff, id: "tariff-0", name: "another" });
    await tariffs.save({ ...tariff, revision: 1, version: 2 });
    await tariffs.putVersion(tariffVersion({ ...tariff, version: 2 }));
    await services.add(service(2, { tariffVersion: 2 }));
    await services.add(service(3, { tariffVersion: 2, state: "suspended" }));
    await services.add(service(4, { tariffVersion: 1, state: "closed" }));
  });
  const found = await store.read(async ({ tariffs, services }) => ({
    counts: [
      await tariffs.countServices(tariff.id),
      await tariffs.countServices(tariff.id, 1),
      await tariffs.countServices(tariff.id, 3),
      await tariffs.countServices("tariff-0"),
    ],
    rows: await tariffs.listRows(),
    outdated: (await services.page(allServices, firstPage)).rows.map((row) => row.isTariffOutdated),
  }));
  expect(found.counts).toEqual([4, 2, 0, 0]);
  expect(found.rows).toEqual([
    { ...tariff, id: "tariff-0", name: "another", revision: 1, currentServices: 0, earlierServices: 0 },
    { ...tariff, version: 2, revision: 2, currentServices: 2, earlierServices: 1 },
  ]);
  expect(found.outdated).toEqual([true, false, false, true]);
});

test("a service needs the version that it was sold by", async () => {
  const store = await siteStore();
  const failure = await failureOf(store.write(({ services }) => services.add(service(2, { tariffVersion: 2 }))));
  expect(failure.kind).toBe("broken-reference");
});

test("a removed tariff takes its versions along", async () => {
  const store = await siteStore();
  await store.write(async ({ services, tariffs }) => {
    await services.remove("service-1");
    await tariffs.remove(tariff.id);
  });
  expect(await store.read(({ tariffs }) => tariffs.listVersions(tariff.id))).toEqual([]);
});

test("an enumeration keeps its items in their order, and list goes by name", async () => {
  const store = await siteStore();
  const panels = { ...systems, id: "enumeration-2", name: "control panel", internalName: "panel" };
  await store.write(async ({ enumerations }) => {
    await enumerations.add(systems);
    await enumerations.add(panels);
    await enumerations.save({ ...systems, revision: 1, items: [...systems.items].reverse() });
  });
  expect(await store.read(({ enumerations }) => enumerations.list())).toEqual([
    { ...panels, revision: 1 },
    { ...systems, revision: 2, items: [...systems.items].reverse() },
  ]);
  await store.write(({ enumerations }) => enumerations.remove(systems.id));
  expect(await store.read(({ enumerations }) => enumerations.find(systems.id))).toBeUndefined();
});

test("a service keeps its choices and the change that is under way", async () => {
  const store = await siteStore();
  const changing: Service = service(2, {
    productType: "dedicated",
    state: "changing",
    choices: { os: "debian12" },
    pendingChange: {
      tariffVersion: 1,
      amounts: { ip: 4 },
      choices: { os: "alma9" },
      price: { currency: "EUR", lines: [], totalMinor: 0 },
      differences: [{ field: "ip", before: "2", after: "4" }],
      stateBefore: "active",
    },
  });
  await store.write(async ({ services, tasks }) => {
    await services.add(changing);
    await tasks.add(task(1, { kind: "change", serviceId: "service-2" }));
  });
  const found = await store.read(async ({ services, tasks }) => ({
    service: await services.find("service-2"),
    row: await services.findRow("service-2"),
    task: await tasks.findRow("task-1"),
  }));
  expect(found.service).toEqual({ ...changing, revision: 1 });
  expect(found.row).toMatchObject({ moduleType: module.type, productType: "dedicated" });
  expect(found.task).toMatchObject({ kind: "change", moduleType: module.type, productType: "dedicated" });
});
