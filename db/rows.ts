import type { Knex } from "knex";
import type { Page, PageRequest } from "../main/ports/repository";
import type { Row } from "./record-codec";

/** All rows of a query, in its order. */
export async function rowsOf(query: PromiseLike<unknown>): Promise<readonly Row[]> {
  return (await query) as readonly Row[];
}

/**
 * Rows in one piece of JSON, as far as these columns go. A wide row leaves SQLite cell by cell, on the thread that answers everybody; that takes longer
 * than finding it.
 */
export async function rowsInOnePiece(
  database: Knex,
  {
    sql,
    bindings,
    columns,
  }: { readonly sql: string; readonly bindings: readonly string[]; readonly columns: readonly string[] },
): Promise<readonly Row[]> {
  const fields = columns.map((column) => `'${column}', ${column}`).join(", ");
  const whole = `SELECT json_group_array(json_object(${fields})) AS rows FROM (${sql})`;
  const [row] = await rowsOf(database.raw(whole, [...bindings]));
  return JSON.parse(String(row?.["rows"])) as readonly Row[];
}

/** The rows that a statement answers; kept as text, it costs no builder and stays prepared. */
export async function ask(database: Knex, sql: string, values: readonly unknown[] = []): Promise<readonly Row[]> {
  return rowsOf(database.raw(sql, values as readonly Knex.RawBinding[]));
}

/** The statement that adds a row; its values are bound in their order. */
export function insertInto(table: string, row: Row): string {
  const columns = Object.keys(row);
  return `INSERT INTO ${table} (${columns.join(", ")}) VALUES (${columns.map(() => "?").join(", ")})`;
}

/** The first row of a query. */
export async function firstRow(query: Knex.QueryBuilder): Promise<Row | undefined> {
  const [row] = await rowsOf(query.limit(1));
  return row;
}

/** Rows in the order of the keys that they were asked for by; sorting them in SQLite would take wide rows through a sorter. */
export function inOrderOf(keys: readonly unknown[], column: string, rows: readonly Row[]): readonly Row[] {
  const byKey = new Map(rows.map((row) => [row[column], row]));
  return keys.map((key) => byKey.get(key)).filter((row) => row !== undefined);
}

/** The one number that a query counts as `count`. */
export async function countOf(query: Knex.QueryBuilder): Promise<number> {
  const row = await firstRow(query.clone().clearSelect().clearOrder().count({ count: "*" }));
  return Number(row?.["count"] ?? 0);
}

/** One page of what `query` finds, with the total. */
export async function pageOf<T>(
  query: Knex.QueryBuilder,
  { offset, limit }: PageRequest,
  read: (row: Row) => T,
): Promise<Page<T>> {
  const total = await countOf(query);
  const rows = await rowsOf(query.clone().offset(offset).limit(limit));
  return { rows: rows.map(read), total };
}
