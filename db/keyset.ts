import type { Knex } from "knex";
import type { KeysetPage } from "../main/ports/repository";
import type { Row } from "./record-codec";

/** A row's place in a sorted list: the values that it is sorted by. */
export type KeysetMark = readonly (string | number | null)[];

/** Writes a place as the opaque text that an answer carries. */
export function writeMark(mark: KeysetMark): string {
  return Buffer.from(JSON.stringify(mark)).toString("base64url");
}

/** Reads it back; undefined for a text that is no place of a list with so many columns. */
export function readMark(text: string, columns: number): KeysetMark | undefined {
  try {
    const values: unknown = JSON.parse(Buffer.from(text, "base64url").toString());
    const isMark = Array.isArray(values) && values.length === columns && values.every(isValue);
    return isMark ? (values as KeysetMark) : undefined;
  } catch {
    return undefined;
  }
}

/** Sorts by the columns, all in one direction, and leaves out what comes up to the mark. The last column tells rows apart. */
export function continueBehind(
  query: Knex.QueryBuilder,
  columns: readonly string[],
  { isDescending, after }: { readonly isDescending: boolean; readonly after: string | null },
): void {
  const direction = isDescending ? "desc" : "asc";
  void query.orderBy(columns.map((column) => ({ column, order: direction })));
  const mark = after === null ? undefined : readMark(after, columns.length);
  if (!mark) return;
  const places = mark.map(() => "?").join(", ");
  void query.whereRaw(`(${columns.join(", ")}) ${isDescending ? "<" : ">"} (${places})`, [...mark]);
}

/** A page out of its rows and the one behind them, where there is one, with the place that the next page begins behind. */
export function cutPage(
  rows: readonly Row[],
  limit: number,
  markOf: (row: Row) => KeysetMark,
): Pick<KeysetPage<Row>, "rows" | "next"> {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return { rows: shown, next: last && rows.length > limit ? writeMark(markOf(last)) : null };
}

function isValue(value: unknown): boolean {
  return value === null || typeof value === "string" || (typeof value === "number" && Number.isFinite(value));
}
