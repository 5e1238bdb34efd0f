import { expect, test } from "vitest";
import { action, customer, department, service, task } from "./records";
import { allTasks, firstPage } from "./list-filters";
import { siteStore } from "./temporary-store";

test("pages and counts of 10,000 tasks come within half a second", async () => {
  const store = await siteStore();
  await store.write(async ({ services, tasks, actions }) => {
    for (let number = 2; number <= 501; number += 1) {
      await services.add(service(number, { label: `Server ${String(number)}` }));
    }
    for (let number = 1; number <= 10_000; number += 1) {
      const ended = number % 4 === 0 ? {} : ({ state: "done", endedAt: number } as const);
      await tasks.add(task(number, { serviceId: `service-${String((number % 500) + 1)}`, ...ended }));
      if (number % 10 === 0) await actions.add(action(String(number), { taskId: `task-${String(number)}` }));
    }
  });

  async function timed<T>(work: () => Promise<T>): Promise<T> {
    const startedAt = performance.now();
    const answer = await work();
    expect(performance.now() - startedAt).toBeLessThan(500);
    return answer;
  }
  const page = (filter: object) =>
    timed(() => store.read(({ tasks }) => tasks.page({ ...allTasks, ...filter }, firstPage)));

  expect(await page({})).toMatchObject({ total: 10_000 });
  expect(await page({ firstDepartmentIds: [department.id] })).toMatchObject({ total: 10_000 });
  expect(await page({ state: "live", departmentId: department.id })).toMatchObject({ total: 2_500 });
  expect(await page({ search: customer.email })).toMatchObject({ total: 10_000 });
  expect((await page({ search: "Server 77" })).total).toBeGreaterThan(0);
  expect(await timed(() => store.read(({ tasks }) => tasks.counts(null)))).toMatchObject({ open: 2_500 });
}, 60_000);
