import { expect, test } from "vitest";
import type { Repositories } from "../../main/ports/store";
import { failureOf } from "./failure-of";
import { configurationReport, customer, department, module, service, tariff, task } from "./records";
import { siteStore, temporaryStore } from "./temporary-store";

test("every kind of record comes back as it was stored, with revision 1", async () => {
  const store = await siteStore();
  const found = await store.read(async (repositories) => ({
    departments: await repositories.departments.list(),
    customers: await repositories.customers.list(),
    modules: await repositories.modules.list(),
    tariffs: await repositories.tariffs.list(),
    service: await repositories.services.find("service-1"),
  }));
  expect(found).toEqual({
    departments: [{ ...department, revision: 1 }],
    customers: [{ ...customer, revision: 1 }],
    modules: [{ ...module, revision: 1 }],
    tariffs: [{ ...tariff, revision: 1 }],
    service: { ...service(1), revision: 1 },
  });
});

test("a save based on the stored revision counts it up, a later save of the old one is stale", async () => {
  const store = await siteStore();
  const saved = await store.write(({ departments }) => departments.save({ ...department, revision: 1, name: "Racks" }));
  expect(saved).toEqual({ ...department, revision: 2, name: "Racks" });
  const failure = await failureOf(store.write(({ departments }) => departments.save({ ...department, revision: 1 })));
  expect(failure).toMatchObject({ kind: "stale", currentRevision: 2 });
});

test("a save of a record that is gone is stale", async () => {
  const store = await temporaryStore();
  const failure = await failureOf(store.write(({ departments }) => departments.save({ ...department, revision: 1 })));
  expect(failure).toMatchObject({ kind: "stale", currentRevision: 0 });
});

test("a second row with the same id is a duplicate", async () => {
  const store = await siteStore();
  expect(await failureOf(store.write(({ customers }) => customers.add(customer)))).toMatchObject({ kind: "duplicate" });
});

test("a server carries one unclosed service, and as many closed ones as there were", async () => {
  const store = await siteStore();
  await store.write(({ services }) => services.add(service(2, { serverId: 7, state: "closed" })));
  await store.write(({ services }) => services.add(service(3, { serverId: 7, state: "active" })));
  const failure = await failureOf(store.write(({ services }) => services.add(service(4, { serverId: 7 }))));
  expect(failure.kind).toBe("duplicate");
  const carried = await store.read(({ services }) => services.findByServer(module.id, 7));
  expect(carried?.number).toBe(3);
});

const uses: readonly [string, (repositories: Repositories) => Promise<void>][] = [
  ["department", ({ departments }) => departments.remove(department.id)],
  ["data centre", ({ dataCentres }) => dataCentres.remove(module.dataCentreId)],
  ["customer", ({ customers }) => customers.remove(customer.id)],
  ["module", ({ modules }) => modules.remove(module.id)],
  ["tariff", ({ tariffs }) => tariffs.remove(tariff.id)],
  ["service", ({ services }) => services.remove("service-1")],
];
test.each(uses)("a %s in use is not removed", async (_what, remove) => {
  const store = await siteStore();
  await store.write(({ tasks }) => tasks.add(task(1)));
  expect(await failureOf(store.write(remove))).toMatchObject({ kind: "broken-reference" });
});

test("a module that only a tariff names is in use", async () => {
  const store = await siteStore();
  await store.write(({ services }) => services.remove("service-1"));
  expect((await failureOf(store.write(({ modules }) => modules.remove(module.id)))).kind).toBe("broken-reference");
  await store.write(async ({ modules, tariffs }) => {
    await tariffs.save({ ...tariff, revision: 1, moduleIds: [] });
    await modules.remove(module.id);
  });
  expect(await store.read(({ modules }) => modules.list())).toEqual([]);
});

test("a row that points at nothing is refused", async () => {
  const store = await siteStore();
  const failure = await failureOf(store.write(({ tasks }) => tasks.add(task(1, { departmentId: "nowhere" }))));
  expect(failure.kind).toBe("broken-reference");
});

test("a tariff keeps its modules in the order they were given", async () => {
  const store = await siteStore();
  await store.write(async ({ modules, tariffs }) => {
    await modules.add({ ...module, id: "a-module" });
    await tariffs.save({ ...tariff, revision: 1, moduleIds: [module.id, "a-module"] });
  });
  const stored = await store.read(({ tariffs }) => tariffs.find(tariff.id));
  expect(stored?.moduleIds).toEqual([module.id, "a-module"]);
});

test("a removed module takes its secret, configuration and observations along", async () => {
  const store = await temporaryStore();
  const configuration = configurationReport();
  await store.write(async ({ departments, dataCentres, modules, observations }) => {
    await departments.add(department);
    await dataCentres.add({ id: module.dataCentreId, revision: 0, name: "North" });
    await modules.add(module);
    await modules.setSecret(module.id, { sealedPassword: "first" });
    await modules.setSecret(module.id, { sealedPassword: "second" });
    await modules.setConfiguration(module.id, configuration);
    await observations.put(module.id, "server:7", "{}", 5);
  });
  const before = await store.read(async ({ modules, observations }) => [
    await modules.getSecret(module.id),
    await modules.findConfiguration(module.id),
    await observations.find(module.id, "server:7"),
  ]);
  expect(before).toEqual([{ sealedPassword: "second" }, configuration, { body: "{}", takenAt: 5 }]);
  await store.write(({ modules }) => modules.remove(module.id));
  const after = await store.read(async ({ modules, observations }) => [
    await modules.getSecret(module.id),
    await modules.findConfiguration(module.id),
    await observations.find(module.id, "server:7"),
  ]);
  expect(after).toEqual([undefined, undefined, undefined]);
});
