import type { Knex } from "knex";
import type { KeysetRequest } from "../main/ports/repository";
import { continueBehind, writeMark } from "./keyset";
import type { KeysetMark } from "./keyset";
import { rowsOf } from "./rows";

/** What the rows of a list have to be. */
export interface ListFilter {
  readonly sql: string;
  readonly bindings: readonly (string | number)[];
  /** The same as a range of the index, where the condition itself is none. */
  readonly range?: string;
  /** Index that begins with the filter's column and goes on in the list's own order; null where there is none. */
  readonly index: string | null;
  /** Whether the list's counts keep the column; otherwise the index is counted. */
  readonly isCounted: boolean;
}

/** An order that an index keeps. */
export interface ListOrder {
  /** All in one direction; the last one tells rows apart. */
  readonly columns: readonly string[];
  readonly isDescending: boolean;
  /** Tables that give the rows in this order. */
  readonly source: string;
  /** A table that the columns need besides that of the list. */
  readonly joined: string;
}

/** A table whose rows are numbered, with the table that keeps how many there are by what they are filtered by. */
export interface NumberedList {
  readonly table: "tasks" | "services";
  readonly counts: "task_counts" | "service_counts";
}

export interface ListQuery {
  readonly filters: readonly ListFilter[];
  readonly order: ListOrder;
  /** Whether this is the order that indexes of filters go on in. */
  readonly isOwnOrder: boolean;
  /** Numbers of the only rows that count, such as those that a search found; null: all. */
  readonly among: readonly number[] | null;
}

/** How many rows fit all filters, and each filter alone. */
export interface ListCounts {
  readonly total: number;
  readonly byFilter: readonly number[];
}

/** So few rows are sorted sooner than they are met in an order that does not begin with their filter. */
const few = 2_000;

/** Counts what the filters leave without reading the rows. */
export async function countList(
  database: Knex,
  { table, counts }: NumberedList,
  { filters, among }: Pick<ListQuery, "filters" | "among">,
): Promise<ListCounts> {
  if (among) {
    const total = await count(
      database,
      `${amongRows} CROSS JOIN ${table} ON ${table}.number = found.value`,
      filters,
      among,
    );
    return { total, byFilter: [] };
  }
  const uncounted = filters.find(({ isCounted }) => !isCounted);
  const sums = await sum(database, counts, uncounted ? filters.filter((one) => one !== uncounted) : filters);
  if (!uncounted) return sums;
  const indexed = `${table} INDEXED BY ${String(uncounted.index)}`;
  const alone = await count(database, indexed, [uncounted], null);
  const rest = [...sums.byFilter];
  return {
    total: filters.length === 1 ? alone : await count(database, indexed, filters, null),
    byFilter: filters.map((one) => (one === uncounted ? alone : (rest.shift() ?? 0))),
  };
}

async function count(
  database: Knex,
  source: string,
  filters: readonly ListFilter[],
  among: readonly number[] | null,
): Promise<number> {
  const query: Knex.QueryBuilder = database.from(database.raw(source, among ? [JSON.stringify(among)] : []));
  for (const { sql, bindings } of filters) void query.whereRaw(sql, [...bindings]);
  const [row] = await rowsOf(query.count({ count: "*" }));
  return Number(row?.["count"]);
}

/** One reading of the counts gives all of them. */
async function sum(database: Knex, counts: string, filters: readonly ListFilter[]): Promise<ListCounts> {
  const sums = [filters, ...filters.map((one) => [one])].map((some, place) => {
    const condition = some.map(({ sql }) => `(${sql})`).join(" AND ");
    const fitting = condition === "" ? "" : `FILTER (WHERE ${condition})`;
    return database.raw(
      `coalesce(sum(rows) ${fitting}, 0) AS sum_${String(place)}`,
      some.flatMap(({ bindings }) => bindings),
    );
  });
  const [row] = await rowsOf(database(counts).select(sums));
  const [total = 0, ...byFilter] = sums.map((_, place) => Number(row?.[`sum_${String(place)}`]));
  return { total, byFilter };
}

const amongRows = "json_each(?) AS found";

export interface PickedPage {
  readonly numbers: readonly number[];
  /** Opaque place behind the last row; null at the end. */
  readonly next: string | null;
}

/** Picks the rows of one page by their places alone; what is shown of them is read afterwards. */
export async function pickPage(
  database: Knex,
  list: NumberedList,
  query: ListQuery & { readonly counts: ListCounts },
  { after, offset, limit }: KeysetRequest,
): Promise<PickedPage> {
  const { columns, isDescending } = query.order;
  const picked: Knex.QueryBuilder = database.from(sourceOf(database, list, query));
  for (const { sql, bindings, range } of query.filters) void picked.whereRaw(range ?? sql, [...bindings]);
  continueBehind(picked, columns, { isDescending, after });
  const keys = columns.map((column, place) => `${column} AS key_${String(place)}`).join(", ");
  const found = await rowsOf(
    picked
      .select(database.raw(`${list.table}.number AS number, ${keys}`))
      .offset(offset)
      .limit(limit + 1),
  );
  const shown = found.slice(0, limit);
  const last = shown.at(-1);
  const mark = last && (columns.map((_, place) => last[`key_${String(place)}`]) as KeysetMark);
  return {
    numbers: shown.map((row) => Number(row["number"])),
    next: mark && found.length > limit ? writeMark(mark) : null,
  };
}

/**
 * SQLite keeps no figures about these tables, so the index is named: that of the filter that leaves fewest rows, where it has the order or they are few
 * enough to be sorted, else that of the order.
 */
function sourceOf(
  database: Knex,
  { table }: NumberedList,
  { filters, order, isOwnOrder, among, counts }: ListQuery & { readonly counts: ListCounts },
): Knex.Raw {
  if (among) {
    const rows = `${amongRows} CROSS JOIN ${table} ON ${table}.number = found.value ${order.joined}`;
    return database.raw(rows, [JSON.stringify(among)]);
  }
  const best = filters
    .map(({ index }, place) => ({ index, rows: counts.byFilter[place] ?? 0 }))
    .filter(({ index }) => index !== null)
    .reduce((least, one) => (one.rows < least.rows ? one : least), { index: null as string | null, rows: Infinity });
  const isBest = best.index !== null && (isOwnOrder || best.rows <= few);
  return database.raw(isBest ? `${table} INDEXED BY ${String(best.index)} ${order.joined}` : order.source);
}
