import { expect, onTestFinished, test } from "vitest";
import { openReader } from "../../db/open";
import { createRepositories } from "../../db/repositories";
import { openStore } from "../../db/store";
import type { Repositories } from "../../main/ports/store";
import { allActions, allCustomers, allServices, allTasks, firstPage } from "./list-filters";
import { addSite, service, task } from "./records";
import { storeOptions, temporaryDirectory } from "./temporary-store";

interface Asked {
  readonly sql: string;
  readonly bindings?: readonly (string | number)[];
}

type Work = (repositories: Repositories) => Promise<unknown>;

/** How SQLite goes about every statement that the work asks. */
async function plansOf(work: Work): Promise<readonly string[]> {
  const options = storeOptions(await temporaryDirectory());
  const store = await openStore(options);
  onTestFinished(() => store.close());
  await store.write(async (repositories) => {
    await addSite(repositories);
    for (let number = 2; number <= 5; number += 1) {
      await repositories.services.add(service(number));
      await repositories.tasks.add(task(number));
    }
  });
  const reader = openReader(options.file);
  onTestFinished(() => reader.destroy());
  const asked: Asked[] = [];
  reader.on("query", (query: Asked) => asked.push(query));
  await work(createRepositories(reader));
  const plans: string[] = [];
  for (const { sql, bindings = [] } of [...asked]) {
    const steps: readonly { readonly detail: string }[] = await reader.raw(`EXPLAIN QUERY PLAN ${sql}`, [...bindings]);
    plans.push(...steps.map(({ detail }) => detail));
  }
  return plans;
}

const second = { ...firstPage, after: null, offset: 2, limit: 1 };
const sorted = <Column extends string>(by: Column) => ({ sort: { by, isDescending: true } });

const lists: readonly (readonly [string, Work])[] = [
  ["the live queue", ({ tasks }) => tasks.page({ ...allTasks, state: "live" }, firstPage)],
  ["one's own departments first", ({ tasks }) => tasks.page({ ...allTasks, firstDepartmentIds: ["a", "b"] }, second)],
  ["ended tasks", ({ tasks }) => tasks.page({ ...allTasks, state: "done" }, firstPage)],
  ["tasks of a department", ({ tasks }) => tasks.page({ ...allTasks, departmentId: "department-1" }, firstPage)],
  ["tasks of a performer", ({ tasks }) => tasks.page({ ...allTasks, performer: "Anna" }, firstPage)],
  ["tasks by number", ({ tasks }) => tasks.page({ ...allTasks, ...sorted("number") }, firstPage)],
  ["tasks by label", ({ tasks }) => tasks.page({ ...allTasks, ...sorted("label") }, firstPage)],
  ["tasks by age", ({ tasks }) => tasks.page({ ...allTasks, ...sorted("age") }, firstPage)],
  ["how many tasks there are", ({ tasks }) => tasks.counts("department-1")],
  ["services", ({ services }) => services.page(allServices, second)],
  ["services in a state", ({ services }) => services.page({ ...allServices, state: "active" }, firstPage)],
  ["services of a customer", ({ services }) => services.page({ ...allServices, customerId: "customer-1" }, firstPage)],
  ["services of a tariff", ({ services }) => services.page({ ...allServices, tariffId: "tariff-1" }, firstPage)],
  ["services by label", ({ services }) => services.page({ ...allServices, ...sorted("label") }, firstPage)],
  ["services by activation", ({ services }) => services.page({ ...allServices, ...sorted("activated") }, firstPage)],
  ["services by customer", ({ services }) => services.page({ ...allServices, ...sorted("customer") }, firstPage)],
  ["customers", ({ customers }) => customers.page(allCustomers, second)],
  ["the journal", ({ journal }) => journal.page({}, second)],
  ["the journal of somebody", ({ journal }) => journal.page({ operator: "Anna" }, firstPage)],
  ["customers by e-mail", ({ customers }) => customers.page({ ...allCustomers, ...sorted("email") }, firstPage)],
];

test.each(lists)("%s: no table is read from end to end, and nothing is sorted", async (_what, work) => {
  const plans = await plansOf(work);
  expect(plans.length).toBeGreaterThan(0);
  const large =
    /^SCAN (?:tasks|services|customers|cards|actions|search_subjects)(?! USING)|TEMP B-TREE FOR (?:LAST|ORDER)/;
  expect(plans.filter((plan) => large.test(plan))).toEqual([]);
});

test("the history of steps is met in the order of entry: nothing is sorted", async () => {
  const plans = await plansOf(async ({ actions }) => {
    await actions.page({ ...allActions, state: "done" }, firstPage);
    await actions.page({ ...allActions, createdBy: "Anna" }, second);
  });
  expect(plans.filter((plan) => plan.includes("TEMP B-TREE"))).toEqual([]);
});

test("steps that have not ended are found by their state, however long the history is", async () => {
  const plans = await plansOf(async ({ actions }) => {
    await actions.page({ ...allActions, state: "unfinished" }, firstPage);
    await actions.page({ ...allActions, state: "needs-attention" }, firstPage);
    await actions.page({ ...allActions, state: "unfinished", search: "вектор" }, firstPage);
  });
  expect(plans.filter((plan) => /^SCAN (?:actions|services)/.test(plan))).toEqual([]);
});

test("a search reads no table from end to end", async () => {
  const plans = await plansOf(async ({ tasks, services, customers }) => {
    await tasks.page({ ...allTasks, search: "вектор" }, firstPage);
    await services.page({ ...allServices, search: "вектор" }, firstPage);
    await customers.page({ ...allCustomers, search: "вектор" }, firstPage);
  });
  expect(plans.filter((plan) => /^SCAN (?:tasks|services|customers|cards|search_subjects)/.test(plan))).toEqual([]);
});
