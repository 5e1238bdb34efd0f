import { refuse } from "./refusal";
import { isRecord } from "./panel-request";
import { compileWhere, type ReadColumn, type Scalar } from "./where-language";

export interface ListSource<Row> {
  readonly rows: readonly Row[];
  /** The row as it goes over the wire. */
  readonly view: (row: Row) => unknown;
  /** Reads cheap columns without making the whole view; undefined passes on to the view. */
  readonly column?: ReadColumn<Row>;
}

/** Answers `?where=&orderby=&limit=`: filter, then sort, then cut; `size` counts before the cut. */
export function answerList<Row>(query: URLSearchParams, source: ListSource<Row>): unknown {
  const readColumn: ReadColumn<Row> = (row, column) => {
    const value = source.column?.(row, column);
    return value === undefined ? columnOfView(source.view(row), column) : value;
  };
  const where = query.get("where")?.trim() ?? "";
  const kept = where === "" ? source.rows : source.rows.filter(compileWhere(where, readColumn));
  const sorted = sortRows(kept, query.get("orderby")?.trim() ?? "", readColumn);
  const { offset, count } = readLimit(query.get("limit"));
  return { list: sorted.slice(offset, offset + count).map(source.view), size: kept.length };
}

function sortRows<Row>(rows: readonly Row[], orderBy: string, readColumn: ReadColumn<Row>): readonly Row[] {
  if (orderBy === "") return rows;
  const match = /^([A-Za-z_][\w.]*)(?:\s+(asc|desc))?$/i.exec(orderBy);
  const column = match?.[1];
  if (column === undefined) throw refuse(1006, "The orderby expression cannot be read", { orderby: orderBy });
  const direction = match?.[2]?.toLowerCase() === "desc" ? -1 : 1;
  const keyed = rows.map((row) => ({ row, key: readColumn(row, column) }));
  if (keyed.some(({ key }) => key === undefined)) throw refuse(1005, `Unknown column ${column}`, { column });
  keyed.sort((left, right) => direction * compareKeys(left.key ?? null, right.key ?? null));
  return keyed.map(({ row }) => row);
}

function compareKeys(left: Scalar, right: Scalar): number {
  if (left === right) return 0;
  if (left === null) return -1;
  if (right === null) return 1;
  return left < right ? -1 : 1;
}

function readLimit(limit: string | null): { readonly offset: number; readonly count: number } {
  if (limit === null || limit === "") return { offset: 0, count: Number.POSITIVE_INFINITY };
  const match = /^(?:(\d+),)?(\d+)$/.exec(limit);
  if (match === null) throw refuse(1006, "The limit expression cannot be read", { limit });
  return { offset: Number(match[1] ?? 0), count: Number(match[2]) };
}

function columnOfView(view: unknown, column: string): Scalar | undefined {
  let value: unknown = view;
  for (const name of column.split(".")) {
    if (value === null) return null;
    if (!isRecord(value)) return undefined;
    value = value[name];
  }
  if (value === null || typeof value === "string" || typeof value === "number" || typeof value === "boolean")
    return value;
  return undefined;
}
