import type { Knex } from "knex";
import type { KeysetRequest } from "../main/ports/repository";
import type { TaskFilter } from "../main/ports/store";
import { findServices, findServicesAmong } from "./found-services";
import type { Found } from "./found-services";
import { countList, pickPage } from "./numbered-list";
import type { ListCounts, ListFilter, ListOrder, ListQuery, NumberedList, PickedPage } from "./numbered-list";
import { rowsOf } from "./rows";
import { numberSought } from "./search-words";

const list: NumberedList = { table: "tasks", counts: "task_counts" };

const live: ListFilter = {
  sql: "state IN ('open', 'in-work', 'running')",
  bindings: [],
  // Keys of live tasks are instants, those of ended ones lie far behind: migration 0009 makes them.
  range: "tasks.queue_key < 500000000000000",
  index: "tasks_by_queue",
  isCounted: true,
};

const queueOrder: ListOrder = {
  columns: ["tasks.queue_key", "tasks.number"],
  isDescending: false,
  source: "tasks INDEXED BY tasks_by_queue",
  joined: "",
};

export interface PickedTasks extends PickedPage {
  readonly total: number;
  readonly isCapped: boolean;
}

/** The tasks of one page by their numbers, in the order that was asked for. */
export async function pickTasks(database: Knex, filter: TaskFilter, page: KeysetRequest): Promise<PickedTasks> {
  const filters = filtersOf(filter);
  const unsearched = await countList(database, list, { filters, among: null });
  const { numbers: among, isCapped } = await amongOf(database, filter, filters, unsearched.total);
  const counts = among ? await countList(database, list, { filters, among }) : unsearched;
  const query = { filters, order: orderOf(filter), isOwnOrder: filter.sort === null, among };
  const isSplit = filter.sort === null && filter.departmentId === null && filter.firstDepartmentIds.length > 0;
  const picked = isSplit
    ? await pickParts(database, filter.firstDepartmentIds, query, page)
    : await pickPage(database, list, { ...query, counts }, page);
  return { ...picked, total: counts.total, isCapped };
}

function filtersOf({ state, departmentId, performer, kind, dataCentreId }: TaskFilter): ListFilter[] {
  const filters: ListFilter[] = [];
  const add = (sql: string, value: string, index: string | null) =>
    filters.push({ sql, bindings: [value], index, isCounted: true });
  if (state === "live") filters.push(live);
  else if (state !== "all") add("state = ?", state, "tasks_by_state");
  if (departmentId !== null) add("department_id = ?", departmentId, "tasks_by_department");
  if (performer !== null) add("performer = ?", performer, "tasks_by_performer");
  if (kind !== null) add("kind = ?", kind, null);
  if (dataCentreId !== null) add("module_id IN (SELECT id FROM modules WHERE data_centre_id = ?)", dataCentreId, null);
  return filters;
}

function orderOf({ sort }: TaskFilter): ListOrder {
  if (sort === null) return queueOrder;
  const { isDescending } = sort;
  switch (sort.by) {
    case "number":
      return { columns: ["tasks.number"], isDescending, source: `tasks INDEXED BY ${byNumber}`, joined: "" };
    case "age":
      // The oldest task has the greatest age.
      return { ...inOrder("created_at", "tasks_by_age"), isDescending: !isDescending };
    case "label":
      return { ...inOrder("label_key", "tasks_by_label"), isDescending };
  }
}

/** SQLite's own name for the index behind UNIQUE (number), the table's second one. */
const byNumber = "sqlite_autoindex_tasks_2";

function inOrder(column: string, index: string): Omit<ListOrder, "isDescending"> {
  return { columns: [`tasks.${column}`, "tasks.number"], source: `tasks INDEXED BY ${index}`, joined: "" };
}

const noneCapped = { numbers: null, isCapped: false } as const;

/** The only tasks that count: those that the search found, and those with a step that needs attention. */
async function amongOf(
  database: Knex,
  { search, onlyNeedingAttention }: TaskFilter,
  filters: readonly ListFilter[],
  total: number,
): Promise<{ readonly numbers: readonly number[] | null; readonly isCapped: boolean }> {
  if (search.trim() === "" && !onlyNeedingAttention) return noneCapped;
  const stopped = onlyNeedingAttention ? await needingAttention(database) : null;
  if (search.trim() === "") return { numbers: stopped, isCapped: false };
  const found = await searched(database, search, filters, total);
  if (stopped === null) return found;
  const both = new Set(found.numbers);
  return { numbers: stopped.filter((number) => both.has(number)), isCapped: found.isCapped };
}

async function needingAttention(database: Knex): Promise<readonly number[]> {
  return numbersOf(
    database.raw(
      `SELECT DISTINCT tasks.number FROM actions INDEXED BY actions_by_state
        CROSS JOIN tasks ON tasks.id = actions.task_id WHERE actions.state = 'needs-attention'`,
    ),
  );
}

/** A common word finds more services than are looked through; where the filters leave few tasks, theirs are asked instead. */
async function searched(database: Knex, search: string, filters: readonly ListFilter[], total: number): Promise<Found> {
  const found = await findServices(database, search);
  const isNarrow = found.isCapped && total <= fewTasks;
  const services = isNarrow
    ? await findServicesAmong(database, search, filtered(database, filters).select("service_id"))
    : found.numbers;
  const ofServices = database.raw(
    `SELECT tasks.number FROM json_each(?) AS found CROSS JOIN services ON services.number = found.value
      CROSS JOIN tasks INDEXED BY tasks_by_service ON tasks.service_id = services.id`,
    [JSON.stringify(services)],
  );
  const numbers = new Set(await numbersOf(ofServices));
  const sought = numberSought(search, "task");
  if (sought !== undefined) numbers.add(sought);
  return { numbers: [...numbers], isCapped: found.isCapped && !isNarrow };
}

/** So many services can be asked one by one whether they match. */
const fewTasks = 1_000;

function filtered(database: Knex, filters: readonly ListFilter[]): Knex.QueryBuilder {
  const query: Knex.QueryBuilder = database("tasks");
  for (const { sql, bindings } of filters) void query.whereRaw(sql, [...bindings]);
  return query;
}

async function numbersOf(query: Knex.Raw): Promise<readonly number[]> {
  const rows = await rowsOf(query);
  return rows.map((row) => Number(row["number"]));
}

/** One's own departments' part of the queue, then that of all others. A place in it begins with its part. */
async function pickParts(
  database: Knex,
  firstDepartmentIds: readonly string[],
  query: ListQuery,
  page: KeysetRequest,
): Promise<PickedPage> {
  const [part, after] = partOf(page.after);
  let { offset } = page;
  const numbers: number[] = [];
  for (let own = part; own < parts.length; own += 1) {
    const filters = [...query.filters, departmentFilter(own, firstDepartmentIds)];
    const limit = page.limit - numbers.length;
    const counts = await countList(database, list, { filters, among: query.among });
    const from = { after: own === part ? after : null, offset, limit };
    const picked = limit > 0 ? await pickPage(database, list, { ...query, filters, counts }, from) : noRows;
    numbers.push(...picked.numbers);
    if (picked.next !== null) return { numbers, next: `${String(own)}.${picked.next}` };
    if (limit === 0 && counts.total > 0) return { numbers, next: `${String(own)}.` };
    if (picked.numbers.length > 0) offset = 0;
    else if (offset > 0)
      offset = Math.max(0, offset - (await countBehind(database, { ...query, filters, counts }, from)));
  }
  return { numbers, next: null };
}

const parts = ["IN", "NOT IN"] as const;
const noRows: PickedPage = { numbers: [], next: null };

function departmentFilter(part: number, firstDepartmentIds: readonly string[]): ListFilter {
  return {
    sql: `department_id ${parts[part] ?? "IN"} (SELECT value FROM json_each(?))`,
    bindings: [JSON.stringify(firstDepartmentIds)],
    index: null,
    isCounted: true,
  };
}

function partOf(after: string | null): readonly [number, string | null] {
  const [part = "", mark = ""] = after?.split(".") ?? [];
  return [part === "1" ? 1 : 0, mark === "" ? null : mark];
}

/** Rows of a part behind a place, for a jump that goes past its end. */
async function countBehind(
  database: Knex,
  query: ListQuery & { readonly counts: ListCounts },
  from: KeysetRequest,
): Promise<number> {
  if (from.after === null) return query.counts.total;
  const { numbers } = await pickPage(database, list, query, { ...from, offset: 0, limit: from.offset });
  return numbers.length;
}
