import { expect, test } from "vitest";
import { openWriter } from "../../db/open";
import { action, addSite, department, module, task } from "./records";
import { siteStore, storeOptions, temporaryDirectory, temporaryStore } from "./temporary-store";

const dayMs = 86_400_000;
const trouble = (message: string) => ({ kind: "refused" as const, message, differences: [] });

test("tasks that wait for a person are counted by department and age, and those of nobody are not", async () => {
  const store = await siteStore();
  await store.write(async ({ departments, tasks }) => {
    await departments.add({ id: "department-2", revision: 0, name: "Archive", members: [] });
    const opened = [95, 90, 80, 60, 10, 10];
    for (const [index, createdAt] of opened.entries()) await tasks.add(task(index + 1, { createdAt }));
    await tasks.add(task(7, { createdAt: 95, state: "in-work", performer: "Anna" }));
    await tasks.add(task(8, { createdAt: 95, state: "running" }));
    await tasks.add(task(9, { createdAt: 95, state: "done", endedAt: 99 }));
  });
  const queue = await store.read(({ statistics }) =>
    statistics.listQueueByAge({ hour: 90, "four-hours": 80, day: 60, "three-days": 50 }),
  );
  const none = { hour: 0, "four-hours": 0, day: 0, "three-days": 0, older: 0 };
  expect(queue).toEqual([
    { departmentId: "department-2", departmentName: "Archive", ages: none },
    {
      departmentId: department.id,
      departmentName: department.name,
      ages: { hour: 2, "four-hours": 1, day: 1, "three-days": 1, older: 2 },
    },
  ]);
});

test("a task counts in the span in which it was opened and in the one in which it was done, by its kind", async () => {
  const store = await siteStore();
  await store.write(async ({ tasks }) => {
    await tasks.add(task(1, { createdAt: 10, endedAt: 20, state: "done" }));
    await tasks.add(task(2, { createdAt: 19, endedAt: 29, state: "done", kind: "close" }));
    await tasks.add(task(3, { createdAt: 20, endedAt: 30, state: "done" }));
    await tasks.add(task(4, { createdAt: 9, endedAt: 25, state: "cancelled" }));
  });
  const spans = [
    { from: 10, to: 20 },
    { from: 20, to: 30 },
    { from: 30, to: 30 },
  ];
  const [first, second, empty] = await store.read(({ statistics }) => statistics.listThroughput(spans));
  expect(first).toMatchObject({ opened: 2, done: 0 });
  expect(second).toMatchObject({ opened: 1, done: 2, byKind: { "set-up": 1, close: 1, suspend: 0 } });
  expect(empty).toMatchObject({ opened: 0, done: 0 });
});

test("steps are counted by panel, with the reason that most of the stopped ones have", async () => {
  const store = await siteStore();
  await store.write(async ({ modules, actions }) => {
    await modules.add({ ...module, id: "module-2", name: "DCI South", sort: 20 });
    await actions.add(action("1", { state: "done", endedAt: 10 }));
    await actions.add(action("2", { state: "done", endedAt: 20 }));
    await actions.add(action("3", { state: "discarded", endedAt: 19 }));
    const reasons = ["No free address", "Server not found", "No free address"];
    for (const [index, reason] of reasons.entries()) {
      await actions.add(action(`stopped-${String(index)}`, { state: "needs-attention", trouble: trouble(reason) }));
    }
    await actions.add(action("waiting", { state: "waiting" }));
  });
  expect(await store.read(({ statistics }) => statistics.listStepsByModule({ from: 10, to: 20 }))).toEqual([
    {
      moduleId: module.id,
      moduleName: module.name,
      done: 1,
      discarded: 1,
      needsAttention: 3,
      commonReason: "No free address",
    },
    { moduleId: "module-2", moduleName: "DCI South", done: 0, discarded: 0, needsAttention: 0, commonReason: "" },
  ]);
});

test("two weeks out of 400 days are counted within 30 ms, however much came before", async () => {
  const directory = await temporaryDirectory();
  const store = await temporaryStore(directory);
  await store.write(addSite);
  await fill(storeOptions(directory).file, 30_000);
  const days = Array.from({ length: 14 }, (_, index) => ({ from: index * dayMs, to: (index + 1) * dayMs }));
  const count = () =>
    store.read(async ({ statistics }) => ({
      queue: await statistics.listQueueByAge({ hour: 0, "four-hours": 0, day: 0, "three-days": 0 }),
      throughput: await statistics.listThroughput(days),
      steps: await statistics.listStepsByModule({ from: 0, to: 14 * dayMs }),
    }));
  const { queue, throughput } = await count();
  expect(queue[0]?.ages.hour).toBe(600);
  expect(throughput.reduce((sum, day) => sum + day.done, 0)).toBeGreaterThan(1_000);
  const times: number[] = [];
  for (let run = 0; run < 5; run += 1) {
    const startedAt = performance.now();
    await count();
    times.push(performance.now() - startedAt);
  }
  expect(Math.min(...times)).toBeLessThan(30);
}, 60_000);

/** One task in fifty waits; the others ended one after the other over 400 days, each with a step. */
async function fill(file: string, tasks: number): Promise<void> {
  const database = await openWriter(file);
  const numbers = `WITH RECURSIVE numbers(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < ${String(tasks)})`;
  const at = `n * 400 * ${String(dayMs)} / ${String(tasks)}`;
  await database.raw(`INSERT INTO tasks (id, revision, number, kind, state, service_id, department_id, created_at, ended_at)
    ${numbers} SELECT 'task-' || n, 1, n, 'set-up', iif(n % 50 = 0, 'open', 'done'), 'service-1', 'department-1', ${at},
    iif(n % 50 = 0, NULL, ${at}) FROM numbers`);
  await database.raw(`INSERT INTO actions (id, revision, lane, kind, summary, state, module_id, request, attempts,
    created_at, ended_at, outcome, created_by)
    WITH RECURSIVE numbers(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < ${String(tasks)})
    SELECT 'action-' || n, 1, 'server:1', 'set-power', '', 'done', 'module-1', '{}', 1, ${at}, ${at}, '', ''
    FROM numbers`);
  await database.destroy();
}
