import fc from "fast-check";
import { expect, test } from "vitest";
import { taskSortColumns } from "../../main/contract/shapes/list";
import type { Service, ServiceRow } from "../../main/contract/shapes/service";
import type { TaskRow } from "../../main/contract/shapes/task";
import type { KeysetPage, KeysetRequest } from "../../main/ports/repository";
import type { ServiceFilter, Store, TaskFilter } from "../../main/ports/store";
import { allServices, allTasks, firstPage } from "./list-filters";
import { action, customer, module, service, task } from "./records";
import { siteStore } from "./temporary-store";

const departments = ["department-1", "day", "night"];
const taskStates = ["open", "in-work", "running", "done", "cancelled"] as const;
const serviceStates = ["active", "suspended", "closed"] as const;
const services = 60;
const tasks = 90;

const labelOf = (number: number) => `${number % 2 === 0 ? "node" : "Узел"}-${String((number * 7) % 40)}`;

function taskAt(number: number) {
  const state = taskStates[(number * 3) % 5] ?? "open";
  const hasEnded = state === "done" || state === "cancelled";
  return task(number, {
    state,
    kind: number % 3 === 0 ? "close" : "set-up",
    serviceId: `service-${String(1 + (number % services))}`,
    departmentId: departments[number % 3] ?? "",
    performer: number % 4 === 0 ? "Anna" : null,
    // Some are entered in the same instant.
    createdAt: 1_000 + Math.floor(((number * 37) % tasks) / 2),
    endedAt: hasEnded ? 5_000 + ((number * 11) % 17) : null,
  });
}

async function filledStore(): Promise<Store> {
  const store = await siteStore();
  await store.write(async (repositories) => {
    for (const id of ["day", "night"]) await repositories.departments.add({ id, revision: 0, name: id, members: [] });
    await repositories.customers.add({ ...customer, id: "customer-2", name: "Alpha" });
    for (let number = 2; number <= services; number += 1) {
      const activatedAt = number % 5 === 0 ? null : 100 + ((number * 13) % 29);
      const state = serviceStates[number % 3] ?? "active";
      const customerId = number % 4 === 0 ? "customer-2" : customer.id;
      await repositories.services.add(service(number, { label: labelOf(number), activatedAt, state, customerId }));
    }
    for (let number = 1; number <= tasks; number += 1) await repositories.tasks.add(taskAt(number));
    for (const number of [7, 30, 61])
      await repositories.actions.add(
        action(String(number), { state: "needs-attention", taskId: `task-${String(number)}` }),
      );
  });
  return store;
}

type Page<Row> = (page: KeysetRequest) => Promise<KeysetPage<Row>>;

/** Every row, page by page; `between` is done after each. */
async function walk<Row>(page: Page<Row>, limit: number, between = () => Promise.resolve()): Promise<Row[]> {
  const rows: Row[] = [];
  for (let after: string | null = null; ;) {
    const answer: KeysetPage<Row> = await page({ after, offset: 0, limit });
    rows.push(...answer.rows);
    if (answer.next === null) return rows;
    after = answer.next;
    await between();
  }
}

const numbersOf = (rows: readonly { readonly number: number }[]) => rows.map(({ number }) => number);
const compare = <T extends string | number>(left: T, right: T) => (left < right ? -1 : left > right ? 1 : 0);
const natural = (text: string) => text.toLowerCase().replace(/\d+/g, (digits) => digits.padStart(12, "0"));

function inOrder<Row extends { readonly number: number }>(
  rows: readonly Row[],
  keysOf: (row: Row) => readonly (string | number)[],
  isDescending: boolean,
): number[] {
  const sorted = [...rows].sort((left, right) => {
    const keys = keysOf(right);
    const first = keysOf(left).map((key, place) => compare(key, keys[place] ?? key));
    return first.find((one) => one !== 0) ?? 0;
  });
  return numbersOf(isDescending ? sorted.reverse() : sorted);
}

const hasEnded = ({ state }: TaskRow) => state === "done" || state === "cancelled";

function queueKeys(row: TaskRow, first: readonly string[]): readonly number[] {
  const place = hasEnded(row) ? -(row.endedAt ?? 0) : row.createdAt;
  return [Number(!first.includes(row.departmentId)), Number(hasEnded(row)), place, row.number];
}

function expectedTasks(all: readonly TaskRow[], filter: TaskFilter): number[] {
  const { state, departmentId, performer, kind, onlyNeedingAttention, sort } = filter;
  const rows = all.filter(
    (row) =>
      (state === "all" || (state === "live" ? !hasEnded(row) : row.state === state)) &&
      (departmentId === null || row.departmentId === departmentId) &&
      (performer === null || row.performer === performer) &&
      (kind === null || row.kind === kind) &&
      (!onlyNeedingAttention || row.needsAttention),
  );
  if (sort === null) return inOrder(rows, (row) => queueKeys(row, filter.firstDepartmentIds), false);
  const { by, isDescending } = sort;
  // The greatest age is that of the oldest.
  if (by === "age") return inOrder(rows, (row) => [row.createdAt, row.number], !isDescending);
  return inOrder(
    rows,
    (row) => (by === "label" ? [natural(row.serviceLabel), row.number] : [row.number]),
    isDescending,
  );
}

const maybe = <T>(...values: readonly T[]) => fc.constantFrom<T | null>(null, ...values);
const taskFilters = fc.record({
  state: fc.constantFrom(...taskStates, "live" as const, "all" as const),
  departmentId: maybe(...departments),
  performer: maybe("Anna"),
  kind: maybe("close" as const),
  onlyNeedingAttention: fc.boolean(),
  firstDepartmentIds: fc.subarray(departments),
  sort: fc.option(fc.record({ by: fc.constantFrom(...taskSortColumns), isDescending: fc.boolean() })),
});

test("pages of tasks, one behind the other, are the whole list in its order, whatever filter and sort", async () => {
  const store = await filledStore();
  const every = await walk((page) => store.read((all) => all.tasks.page(allTasks, page)), 40);
  await fc.assert(
    fc.asyncProperty(taskFilters, fc.integer({ min: 1, max: 40 }), fc.nat(30), async (some, limit, offset) => {
      const filter = { ...allTasks, ...some };
      const page: Page<TaskRow> = (request) => store.read((all) => all.tasks.page(filter, request));
      const expected = expectedTasks(every, filter);
      expect(numbersOf(await walk(page, limit))).toEqual(expected);
      const jump = await page({ after: null, offset, limit });
      expect(numbersOf(jump.rows)).toEqual(expected.slice(offset, offset + limit));
      expect(jump).toMatchObject({ total: expected.length, isCapped: false });
    }),
    { numRuns: 40 },
  );
});

const sortKeys: Readonly<Record<string, (row: ServiceRow) => readonly (string | number)[]>> = {
  number: ({ number }) => [number],
  label: ({ label, number }) => [natural(label), number],
  activated: ({ activatedAt, number }) => [activatedAt ?? 0, number],
  customer: ({ customerName, number }) => [customerName.toLowerCase(), number],
};
const serviceFilters = fc.record({
  state: maybe(...serviceStates),
  customerId: maybe("customer-2"),
  moduleId: maybe(module.id),
  search: fc.constantFrom("", "node", "alpha"),
  sort: fc.option(
    fc.record({
      by: fc.constantFrom("number" as const, "label" as const, "activated" as const, "customer" as const),
      isDescending: fc.boolean(),
    }),
  ),
});

function isAsked(row: Service & { readonly customerName: string }, filter: ServiceFilter): boolean {
  const { state, customerId, search } = filter;
  if (state !== null && row.state !== state) return false;
  if (customerId !== null && row.customerId !== customerId) return false;
  return `${row.label} ${row.customerName}`.toLowerCase().includes(search);
}

test("pages of services, one behind the other, are the whole list in its order, whatever filter, search and sort", async () => {
  const store = await filledStore();
  const every = await walk((page) => store.read((all) => all.services.page(allServices, page)), 40);
  expect(numbersOf(every)).toEqual(Array.from({ length: services }, (_, index) => services - index));
  await fc.assert(
    fc.asyncProperty(serviceFilters, fc.integer({ min: 1, max: 40 }), fc.nat(30), async (some, limit, offset) => {
      const filter: ServiceFilter = { ...allServices, ...some };
      const page: Page<ServiceRow> = (request) => store.read((all) => all.services.page(filter, request));
      const { by, isDescending } = filter.sort ?? { by: "number", isDescending: true };
      const rows = every.filter((row) => isAsked(row, filter));
      const expected = inOrder(rows, sortKeys[by] ?? (({ number }) => [number]), isDescending);
      expect(numbersOf(await walk(page, limit))).toEqual(expected);
      const jump = await page({ after: null, offset, limit });
      expect(numbersOf(jump.rows)).toEqual(expected.slice(offset, offset + limit));
      expect(jump.total).toBe(expected.length);
    }),
    { numRuns: 40 },
  );
});

test("rows that come and change meanwhile neither repeat nor hide one that was there", async () => {
  const store = await filledStore();
  const page: Page<TaskRow> = (request) => store.read((all) => all.tasks.page(allTasks, request));
  const before = numbersOf((await page(firstPage)).rows);
  let next = tasks;
  const walked = await walk(page, 7, () =>
    store.write(async (repositories) => {
      next += 1;
      await repositories.tasks.add({ ...taskAt(next), number: next, createdAt: 900, state: "open", endedAt: null });
    }),
  );
  expect(numbersOf(walked)).toEqual(before);
  expect((await page(firstPage)).total).toBe(next);
});

test("a place that is none of the list is its start", async () => {
  const store = await filledStore();
  const first = await store.read((all) => all.tasks.page(allTasks, { ...firstPage, limit: 3 }));
  for (const after of ["", "nonsense", "1.", "W10"]) {
    const page = await store.read((all) => all.tasks.page(allTasks, { after, offset: 0, limit: 3 }));
    expect(page.rows).toEqual(first.rows);
  }
});
