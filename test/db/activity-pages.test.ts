import fc from "fast-check";
import { expect, test } from "vitest";
import type { ActionState } from "../../main/contract/shapes/action";
import type { KeysetPage, KeysetRequest } from "../../main/ports/repository";
import type { ActionFilter, ActionRecord, Store } from "../../main/ports/store";
import { allActions, firstPage } from "./list-filters";
import { action, journalEntry, module, service } from "./records";
import { siteStore, temporaryStore } from "./temporary-store";

const states = ["waiting", "needs-attention", "uncertain", "done", "discarded"] as const satisfies ActionState[];
const steps = 60;

async function storeOfSteps(): Promise<Store> {
  const store = await siteStore();
  await store.write(async ({ actions, modules, services }) => {
    await modules.add({ ...module, id: "module-2", name: "South" });
    await services.add(service(2, { label: "kestrel" }));
    for (let number = 1; number <= steps; number += 1) {
      await actions.add(
        action(String(number), {
          state: states[(number * 7) % states.length] ?? "waiting",
          moduleId: number % 3 === 0 ? "module-2" : module.id,
          createdBy: number % 4 === 0 ? "Boris" : "Anna",
          serviceId: number % 5 === 0 ? "service-2" : null,
          summary: `Set the host name to node${String(number)}`,
          createdAt: 9_000 - number,
        }),
      );
    }
  });
  return store;
}

async function walk<Row>(
  page: (request: KeysetRequest) => Promise<KeysetPage<Row>>,
  limit: number,
  between = () => Promise.resolve(),
): Promise<Row[]> {
  const rows: Row[] = [];
  for (let after: string | null = null; ;) {
    const answer: KeysetPage<Row> = await page({ after, offset: 0, limit });
    rows.push(...answer.rows);
    if (answer.next === null) return rows;
    after = answer.next;
    await between();
  }
}

const idsOf = (rows: readonly { readonly id: string }[]) => rows.map(({ id }) => id);
const hasEnded = ({ state }: ActionRecord) => state === "done" || state === "discarded";

function expectedSteps(all: readonly ActionRecord[], { state, moduleId, createdBy, sort }: ActionFilter): string[] {
  const isLive = state === "unfinished" || state === "needs-attention";
  const rows = all.filter(
    (row) =>
      (state === "all" || (state === "needs-attention" ? row.state === state : hasEnded(row) === (state === "done"))) &&
      (moduleId === null || row.moduleId === moduleId) &&
      (createdBy === null || row.createdBy === createdBy),
  );
  const ids = idsOf([...rows].sort((left, right) => left.sequence - right.sequence));
  return (sort?.isDescending ?? !isLive) ? ids.reverse() : ids;
}

const stepFilters = fc.record({
  state: fc.constantFrom("unfinished" as const, "needs-attention" as const, "done" as const, "all" as const),
  moduleId: fc.constantFrom(null, "module-2"),
  createdBy: fc.constantFrom(null, "Boris"),
  sort: fc.option(fc.record({ by: fc.constant("entered" as const), isDescending: fc.boolean() })),
});

test("pages of steps, one behind the other, are the whole list in the order of entry, whatever filter", async () => {
  const store = await storeOfSteps();
  const every = await walk((page) => store.read(({ actions }) => actions.page(allActions, page)), 25);
  expect(every).toHaveLength(steps);
  await fc.assert(
    fc.asyncProperty(stepFilters, fc.integer({ min: 1, max: 40 }), fc.nat(30), async (some, limit, offset) => {
      const filter = { ...allActions, ...some };
      const page = (request: KeysetRequest) => store.read(({ actions }) => actions.page(filter, request));
      const expected = expectedSteps(every, filter);
      expect(idsOf(await walk(page, limit))).toEqual(expected);
      const jump = await page({ after: null, offset, limit });
      expect(idsOf(jump.rows)).toEqual(expected.slice(offset, offset + limit));
      expect(jump.total).toBe(expected.length);
    }),
    { numRuns: 40 },
  );
});

test("a search of steps finds those of a service, and by their own words those that have not ended", async () => {
  const store = await storeOfSteps();
  const found = async (search: string) =>
    (await store.read(({ actions }) => actions.page({ ...allActions, search }, firstPage))).rows;
  expect(await found("kestrel")).toHaveLength(steps / 5);
  expect(idsOf(await found("C-2"))).toEqual(idsOf(await found("kestrel")));
  expect(idsOf(await found("NODE7"))).toEqual([]);
  expect(idsOf(await found("NODE1"))).toEqual(
    idsOf((await found("node1")).filter((one) => !hasEnded(one) || one.serviceId === "service-2")),
  );
  const [waiting] = (await found("")).filter((one) => one.state === "waiting");
  expect(idsOf(await found(waiting?.summary ?? ""))).toEqual([waiting?.id]);
});

test("steps that end while they are paged through move no other one out or in twice", async () => {
  const store = await storeOfSteps();
  const filter: ActionFilter = { ...allActions, state: "unfinished" };
  const before = await walk((page) => store.read(({ actions }) => actions.page(filter, page)), 100);
  const read = await walk(
    (page) => store.read(({ actions }) => actions.page(filter, page)),
    10,
    () =>
      store.write(async ({ actions }) => {
        const [oldest] = (await actions.page(filter, firstPage)).rows;
        if (oldest) await actions.save({ ...oldest, state: "done" });
      }),
  );
  expect(idsOf(read)).toEqual(idsOf(before));
});

test("the journal is paged newest first or oldest first, and an entry is found by its id", async () => {
  const store = await temporaryStore();
  const ids = Array.from({ length: 25 }, (_, index) => String(index));
  await store.write(async ({ journal }) => {
    for (const id of ids) await journal.add(journalEntry(id, { operator: Number(id) % 2 === 0 ? "Anna" : "Boris" }));
  });
  const sorted = (isDescending: boolean) => ({ by: "when" as const, isDescending });
  const all = (filter: object) => walk((page) => store.read(({ journal }) => journal.page(filter, page)), 4);
  expect(idsOf(await all({}))).toEqual(ids.toReversed());
  expect(idsOf(await all({ sort: sorted(false) }))).toEqual(ids);
  expect(idsOf(await all({ operator: "Anna", sort: sorted(false) }))).toEqual(ids.filter((id) => Number(id) % 2 === 0));
  const jump = await store.read(({ journal }) => journal.page({}, { after: null, offset: 20, limit: 10 }));
  expect(jump).toMatchObject({ total: 25, next: null });
  expect(idsOf(jump.rows)).toEqual(ids.slice(0, 5).toReversed());
  expect(await store.read(({ journal }) => journal.find("7"))).toMatchObject({ id: "7", sequence: 8 });
  expect(await store.read(({ journal }) => journal.find("none"))).toBeUndefined();
});
