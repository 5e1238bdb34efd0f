import { expect, test } from "vitest";
import { allCustomers, allServices, allTasks, firstPage } from "./list-filters";
import { action, card, customer, department, module, service, task } from "./records";
import { siteStore, temporaryStore } from "./temporary-store";

test.each([16, 64])("of %i claims at once exactly one wins", async (count) => {
  const store = await siteStore();
  await store.write(({ tasks }) => tasks.add(task(1)));
  const names = Array.from({ length: count }, (_, index) => `Technician ${String(index)}`);
  const answers = await Promise.all(
    names.map((name) => store.write(({ tasks }) => tasks.claim("task-1", name, 9_000))),
  );
  const won = answers.filter((answer) => answer !== undefined);
  expect(won).toEqual([
    task(1, {
      revision: 2,
      state: "in-work",
      performer: names[answers.findIndex((answer) => answer !== undefined)] ?? null,
      acceptedAt: 9_000,
    }),
  ]);
  expect(await store.read(({ tasks }) => tasks.find("task-1"))).toEqual(won[0]);
});

test.each([
  ["is running by itself", { state: "running" }],
  ["is done", { state: "done", endedAt: 1 }],
  ["was given to somebody", { performer: "Boris" }],
] as const)("a task that %s is not claimed", async (_what, overrides) => {
  const store = await siteStore();
  const stored = await store.write(({ tasks }) => tasks.add(task(1, overrides)));
  expect(await store.write(({ tasks }) => tasks.claim("task-1", "Anna", 9_000))).toBeUndefined();
  expect(await store.read(({ tasks }) => tasks.find("task-1"))).toEqual(stored);
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
  const second = await store.read(({ tasks }) => tasks.page(allTasks, { after: null, offset: 1, limit: 2 }));
  expect(second.rows.map((row) => row.number)).toEqual([3, 2]);
  expect(second.total).toBe(4);
});

test("the queue shows the departments that are to come first before all others, from page to page", async () => {
  const store = await siteStore();
  await store.write(async ({ departments, tasks }) => {
    for (const id of ["day", "night"]) await departments.add({ id, revision: 0, name: id, members: [] });
    await tasks.add(task(1));
    await tasks.add(task(2, { departmentId: "night" }));
    await tasks.add(task(3, { departmentId: "day" }));
    await tasks.add(task(4, { departmentId: "night", state: "done", endedAt: 50 }));
    await tasks.add(task(5));
  });
  const numbers = async (firstDepartmentIds: readonly string[], offset: number) => {
    const page = await store.read(({ tasks }) =>
      tasks.page({ ...allTasks, firstDepartmentIds }, { after: null, offset, limit: 3 }),
    );
    return page.rows.map((row) => row.number);
  };
  expect([await numbers(["night"], 0), await numbers(["night"], 3)]).toEqual([
    [2, 4, 1],
    [3, 5],
  ]);
  expect(await numbers(["night", "day"], 0)).toEqual([2, 3, 4]);
  expect(await numbers([], 0)).toEqual([1, 2, 3]);
});

test.each([
  ["T-12", [12]],
  ["т-12", [12]],
  ["C-12", [11]],
  ["12", [11, 12]],
  ["ВЕКТОР", [11, 12]],
  ["r-40", [11]],
  ["50%", [12]],
  ["50_ left", []],
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
  const page = await store.read(({ services }) => services.page({ ...allServices, search }, firstPage));
  expect(page.rows.map((row) => row.number)).toEqual(expected);
  expect(page.total).toBe(expected.length);
});

test("customers are found by a fragment of name or e-mail in any letter case", async () => {
  const store = await siteStore();
  const total = async (search: string) => {
    const page = await store.read(({ customers }) => customers.page({ ...allCustomers, search }, firstPage));
    return page.total;
  };
  expect([await total(""), await total("вЕкт"), await total("NOC@"), await total("другой")]).toEqual([1, 1, 1, 0]);
});
