import { expect, test } from "vitest";
import { StoreFailure } from "../../main/ports/failure";
import type { Repositories, Store } from "../../main/ports/store";
import { action, addSite, card, customer, department, journalEntry, module, service, tariff, task } from "./records";
import { temporaryStore } from "./temporary-store";

const firstPage = { offset: 0, limit: 100 };
const allTasks = { state: "all", departmentId: null, performer: null, search: "" } as const;

async function siteStore(): Promise<Store> {
  const store = await temporaryStore();
  await store.write(addSite);
  return store;
}

async function failureOf(promise: Promise<unknown>): Promise<StoreFailure> {
  const error = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(StoreFailure);
  return error as StoreFailure;
}

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
  const configuration = { takenAt: 5, locations: [], racks: [], pools: [], switches: [], pdus: [], users: [] };
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

test.each([16, 64])("of %i claims at once exactly one wins", async (count) => {
  const store = await siteStore();
  await store.write(({ tasks }) => tasks.add(task(1)));
  const names = Array.from({ length: count }, (_, index) => `Technician ${String(index)}`);
  const answers = await Promise.all(
    names.map((name) => store.write(({ tasks }) => tasks.claim("task-1", name, 9_000))),
  );
  expect(answers.filter(Boolean)).toHaveLength(1);
  const claimed = await store.read(({ tasks }) => tasks.find("task-1"));
  expect(claimed).toEqual(
    task(1, { revision: 2, state: "in-work", performer: names[answers.indexOf(true)] ?? null, acceptedAt: 9_000 }),
  );
});

test("numbers asked for at the same time are all different, and a rolled back one is given again", async () => {
  const store = await temporaryStore();
  const numbers = await Promise.all(Array.from({ length: 20 }, () => store.write(({ tasks }) => tasks.nextNumber())));
  expect([...numbers].sort((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
  const givenUp = store.write(async ({ tasks }) => {
    await tasks.nextNumber();
    throw new Error("given up");
  });
  await expect(givenUp).rejects.toThrow("given up");
  expect(await store.write(({ tasks }) => tasks.nextNumber())).toBe(21);
  expect(await store.write(({ services }) => services.nextNumber())).toBe(1);
});

test("a task row counts its steps, discarded ones as done, and tells when one needs attention", async () => {
  const store = await siteStore();
  await store.write(async ({ tasks, cards, actions }) => {
    await tasks.add(task(1));
    await cards.add(card({ rack: "R-7" }));
    const states = ["done", "discarded", "waiting", "needs-attention"] as const;
    for (const state of states) await actions.add(action(state, { state, taskId: "task-1" }));
  });
  const { taskRow, serviceRow, counts } = await store.read(async ({ tasks, services }) => ({
    taskRow: await tasks.findRow("task-1"),
    serviceRow: await services.findRow("service-1"),
    counts: await tasks.counts(department.id),
  }));
  expect(taskRow).toMatchObject({
    stepsDone: 2,
    stepsTotal: 4,
    needsAttention: true,
    rack: "R-7",
    dataCentreName: "North",
  });
  expect(serviceRow).toMatchObject({ needsAttention: true, customerName: customer.name, moduleName: module.name });
  expect(counts).toEqual({ open: 1, inWork: 0, running: 0, needsAttention: 1 });
});

test("the queue shows live tasks oldest first and ended ones newest first", async () => {
  const store = await siteStore();
  await store.write(async ({ tasks }) => {
    await tasks.add(task(1, { state: "done", endedAt: 50 }));
    await tasks.add(task(2, { state: "cancelled", endedAt: 60 }));
    await tasks.add(task(3, { createdAt: 20 }));
    await tasks.add(task(4, { createdAt: 10, state: "running" }));
  });
  const numbers = async (state: "all" | "live" | "done") => {
    const page = await store.read(({ tasks }) => tasks.page({ ...allTasks, state }, firstPage));
    return page.rows.map((row) => row.number);
  };
  expect(await numbers("all")).toEqual([4, 3, 2, 1]);
  expect(await numbers("live")).toEqual([4, 3]);
  expect(await numbers("done")).toEqual([1]);
  const second = await store.read(({ tasks }) => tasks.page(allTasks, { offset: 1, limit: 2 }));
  expect(second.rows.map((row) => row.number)).toEqual([3, 2]);
  expect(second.total).toBe(4);
});

test.each([
  ["T-12", [12]],
  ["т-12", [12]],
  ["C-12", [11]],
  ["12", [11, 12]],
  ["ВЕКТОР", [11, 12]],
  ["r-40", [11]],
  ["50%", [12]],
  ["nothing of the kind", []],
])("a search of the queue for %s finds tasks %j", async (search, expected) => {
  const store = await siteStore();
  await store.write(async ({ services, tasks, cards }) => {
    await services.add(service(12));
    await services.add(service(13, { label: "Load 50% left" }));
    await cards.add(card({ serviceId: "service-12", rack: "R-40" }));
    await tasks.add(task(11, { serviceId: "service-12" }));
    await tasks.add(task(12, { serviceId: "service-13" }));
  });
  const page = await store.read(({ tasks }) => tasks.page({ ...allTasks, search }, firstPage));
  expect(page.rows.map((row) => row.number)).toEqual(expected);
  expect(page.total).toBe(expected.length);
});

test.each([
  ["C-2", [2]],
  ["203.0.113", [2]],
  ["7", [2]],
  ["mail relay", [2]],
  ["вектор", [2, 1]],
])("a search of the services for %s finds %j, newest first", async (search, expected) => {
  const store = await siteStore();
  const address = {
    addressId: 1,
    address: "203.0.113.5",
    family: "ipv4" as const,
    gateway: null,
    network: null,
    domain: null,
    status: "ok",
    isReady: true,
  };
  const second = service(2, { serverId: 7, label: "Mail Relay", addresses: [address] });
  await store.write(({ services }) => services.add(second));
  const page = await store.read(({ services }) => services.page({ state: null, search }, firstPage));
  expect(page.rows.map((row) => row.number)).toEqual(expected);
  expect(page.total).toBe(expected.length);
});

test("customers are found by a fragment of name or e-mail in any letter case", async () => {
  const store = await siteStore();
  const total = async (search: string) => {
    const page = await store.read(({ customers }) => customers.page(search, firstPage));
    return page.total;
  };
  expect([await total(""), await total("вЕкт"), await total("NOC@"), await total("другой")]).toEqual([1, 1, 1, 0]);
});

test("a draft is replaced, kept apart by operator and removed", async () => {
  const store = await siteStore();
  const fields = { url: "", identifier: "", username: "", password: "", rack: "R-1", label: "" };
  const draft = { taskId: "task-1", operator: "Anna", fields, savedAt: 1 };
  await store.write(async ({ tasks, drafts }) => {
    await tasks.add(task(1));
    await drafts.put(draft);
    await drafts.put({ ...draft, operator: "Boris" });
    await drafts.put({ ...draft, fields: { ...fields, rack: "R-2" }, savedAt: 2 });
    await drafts.remove("task-1", "Boris");
  });
  const find = (operator: string) => store.read(({ drafts }) => drafts.find("task-1", operator));
  expect(await find("Anna")).toEqual({ ...draft, fields: { ...fields, rack: "R-2" }, savedAt: 2 });
  expect(await find("Boris")).toBeUndefined();
  await store.write(({ drafts }) => drafts.removeAll("task-1"));
  expect(await find("Anna")).toBeUndefined();
});

test("an action whose inner text cannot be read is kept as it is", async () => {
  const store = await siteStore();
  const unreadable = action("odd", { kind: "from-the-future", request: "{not json", seen: "[", progress: "?" });
  await store.write(({ actions }) => actions.add(unreadable));
  const [head] = await store.read(({ actions }) => actions.listHeads());
  expect(head).toEqual({ ...unreadable, revision: 1, sequence: 1 });
});

test("a lane's head is its oldest unfinished action", async () => {
  const store = await siteStore();
  await store.write(async ({ actions }) => {
    await actions.add(action("a1", { lane: "a", state: "done" }));
    await actions.add(action("b1", { lane: "b", state: "needs-attention" }));
    await actions.add(action("a2", { lane: "a" }));
    await actions.add(action("b2", { lane: "b" }));
    await actions.add(action("a3", { lane: "a" }));
  });
  const found = await store.read(async ({ actions }) => ({
    heads: await actions.listHeads(),
    unfinished: await actions.page("unfinished", { offset: 0, limit: 2 }),
    ended: await actions.page("done", firstPage),
    counts: await actions.countUnfinished(module.id),
    elsewhere: await actions.countUnfinished("another module"),
  }));
  expect(found.heads.map((one) => one.id)).toEqual(["b1", "a2"]);
  expect(found.unfinished.rows.map((one) => one.id)).toEqual(["b1", "a2"]);
  expect(found.unfinished.total).toBe(4);
  expect(found.ended.rows.map((one) => one.id)).toEqual(["a1"]);
  expect(found.counts).toEqual({ waiting: 4, needsAttention: 1 });
  expect(found.elsewhere).toEqual({ waiting: 0, needsAttention: 0 });
});

test("a save of an action does not move it in its lane", async () => {
  const store = await siteStore();
  const stored = await store.write(({ actions }) => actions.add(action("a1")));
  const saved = await store.write(({ actions }) => actions.save({ ...stored, sequence: 99, state: "sending" }));
  expect(saved).toEqual({ ...stored, revision: 2, state: "sending" });
});

test("the journal is read newest first, of one service or of all", async () => {
  const store = await temporaryStore();
  await store.write(async ({ journal }) => {
    await journal.add(journalEntry("1"));
    await journal.add(journalEntry("2", { serviceId: null }));
    await journal.add(journalEntry("3"));
  });
  const all = await store.read(({ journal }) => journal.page(null, firstPage));
  const one = await store.read(({ journal }) => journal.page("service-1", firstPage));
  expect(all.rows.map((entry) => entry.id)).toEqual(["3", "2", "1"]);
  expect(one).toEqual({ rows: [journalEntry("3"), journalEntry("1")], total: 2 });
});

test("settings and observations are replaced", async () => {
  const store = await siteStore();
  await store.write(async ({ settings, observations }) => {
    await settings.put("operator", "Anna");
    await settings.put("operator", "Boris");
    await observations.put(module.id, "server:7", "old", 1);
    await observations.put(module.id, "server:7", "new", 2);
  });
  const found = await store.read(async ({ settings, observations }) => [
    await settings.find("operator"),
    await observations.find(module.id, "server:7"),
  ]);
  expect(found).toEqual(["Boris", { body: "new", takenAt: 2 }]);
});
