import { expect, test } from "vitest";
import type { ConfigurationChange, Module } from "../../main/contract/shapes/module";
import { configurationReport, module, service, tariff } from "./records";
import { siteStore } from "./temporary-store";

const added: ConfigurationChange = { part: "racks", change: "added", name: "A13", before: "", after: "42 units" };
const manual: Module = { ...module, id: "module-2", type: "manual", name: "By hand", url: "", username: "", sort: 5 };

test("rows come by sort and tell which tariffs and services use a module and how much the panel differs", async () => {
  const store = await siteStore();
  await store.write(async ({ modules, tariffs, services }) => {
    await modules.add(manual);
    await modules.setConfiguration(module.id, configurationReport({ pendingChanges: [added, added] }));
    await tariffs.add({ ...tariff, id: "tariff-2", moduleIds: [module.id] });
    await services.add(service(2, { state: "closed" }));
  });
  expect(await store.read(({ modules }) => modules.listRows())).toEqual([
    { ...manual, revision: 1, tariffCount: 0, serviceCount: 0, pendingChanges: 0 },
    { ...module, revision: 1, tariffCount: 2, serviceCount: 2, pendingChanges: 2 },
  ]);
});

test.each([
  ["DSmanager of the fourth generation", { type: "dsmanager", dialect: "dsmanager", productType: "dedicated" }],
  ["DCImanager 5", { type: "dsmanager", dialect: "dcimanager5", productType: "colocation" }],
  ["no panel", { type: "manual", url: "", username: "" }],
] as const)("a module with %s comes back as it was stored", async (_what, kind) => {
  const store = await siteStore();
  const other: Module = { ...module, id: "module-2", ...kind };
  await store.write(({ modules }) => modules.add(other));
  expect(await store.read(({ modules }) => modules.find("module-2"))).toEqual({ ...other, revision: 1 });
});

test.each([
  ["a dialect of DCImanager 6", { dialect: "dcimanager5" }],
  ["a DSmanager without dialect", { type: "dsmanager" }],
] as const)("the table refuses %s", async (_what, kind) => {
  const store = await siteStore();
  await expect(store.write(({ modules }) => modules.add({ ...module, id: "module-2", ...kind }))).rejects.toThrow(
    "CHECK",
  );
});

test("a configuration is replaced with what changed and what is pending", async () => {
  const store = await siteStore();
  const later = configurationReport({ lastChanges: [added], checkedAt: 9, pendingChanges: [added] });
  await store.write(async ({ modules }) => {
    await modules.setConfiguration(module.id, configurationReport());
    await modules.setConfiguration(module.id, later);
  });
  expect(await store.read(({ modules }) => modules.findConfiguration(module.id))).toEqual(later);
});

test("taken servers are those of unclosed services of the modules that are asked for, each once", async () => {
  const store = await siteStore();
  await store.write(async ({ modules, services }) => {
    await modules.add(manual);
    await modules.add({ ...module, id: "module-3" });
    await services.add(service(2, { serverId: 12 }));
    await services.add(service(3, { serverId: 7, state: "closed" }));
    await services.add(service(4, { serverId: 12, moduleId: manual.id }));
    await services.add(service(5, { serverId: 40, moduleId: manual.id, state: "processing" }));
    await services.add(service(6, { serverId: 50, moduleId: "module-3" }));
  });
  const taken = (ids: readonly string[]) => store.read(({ services }) => services.listTakenServers(ids));
  expect(await taken([module.id, manual.id])).toEqual([12, 40]);
  expect(await taken([module.id])).toEqual([12]);
  expect(await taken([])).toEqual([]);
});
