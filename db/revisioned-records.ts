import type { Knex } from "knex";
import { StoreFailure } from "../main/ports/failure";
import type { RecordCodec, Row } from "./record-codec";
import { ask, insertInto } from "./rows";

interface RecordTable<T> {
  readonly table: string;
  readonly codec: RecordCodec<T>;
  readonly key: "id" | "service_id";
  /** What `list` sorts by; SQL. */
  readonly order: string;
  /** Columns that are read besides those of the table; SQL. */
  readonly joined?: string;
  /** Columns that follow from the record, such as folded text to search in. */
  readonly derive?: (record: T) => Row;
}

export interface RevisionedRecords<T> {
  find(key: string): Promise<T | undefined>;
  list(): Promise<readonly T[]>;
  add(record: T): Promise<T>;
  save(record: T): Promise<T>;
  remove(key: string): Promise<void>;
}

/** What every table of records with a revision has in common. */
export function createRevisionedRecords<T extends { readonly revision: number }>(
  database: Knex,
  { table, codec, key, order, joined, derive }: RecordTable<T>,
): RevisionedRecords<T> {
  // As text, because these are asked more often than all others together and a query builder makes them anew each time.
  const selected = `SELECT ${[`${table}.*`, ...(joined === undefined ? [] : [joined])].join(", ")} FROM ${table}`;
  const byKey = `${selected} WHERE ${table}.${key} = ? LIMIT 1`;
  const inOrder = `${selected} ORDER BY ${order}`;

  function rowFor(record: T, revision: number): Row {
    return { ...codec.toRow(record), ...derive?.(record), revision };
  }

  async function find(id: unknown): Promise<T | undefined> {
    const [row] = await ask(database, byKey, [id]);
    return row && codec.fromRow(row);
  }

  async function get(id: unknown): Promise<T> {
    const record = await find(id);
    if (record === undefined) throw new StoreFailure("stale", `${table} has no row ${String(id)}`);
    return record;
  }

  /** What was just written, as it was answered; asked for again where a record has columns of other tables. */
  async function stored(id: unknown, row: Row | undefined): Promise<T> {
    return row && joined === undefined ? codec.fromRow(row) : get(id);
  }

  return {
    find,
    async list() {
      const rows = await ask(database, inOrder);
      return rows.map(codec.fromRow);
    },
    async add(record) {
      const row = rowFor(record, 1);
      const [added] = await ask(database, `${insertInto(table, row)} RETURNING *`, Object.values(row));
      return stored(row[key], added);
    },
    async save(record) {
      // Without the key, which SQLite would otherwise take out of its indexes and put back.
      const { [key]: id, ...row } = rowFor(record, record.revision + 1);
      const changes = Object.keys(row).map((column) => `${column} = ?`);
      const update = `UPDATE ${table} SET ${changes.join(", ")} WHERE ${key} = ? AND revision = ? RETURNING *`;
      const [changed] = await ask(database, update, [...Object.values(row), id, record.revision]);
      if (changed) return stored(id, changed);
      throw new StoreFailure("stale", `${table} ${String(id)} was changed in the meantime`, {
        currentRevision: (await get(id)).revision,
      });
    },
    async remove(id) {
      await database(table)
        .where({ [key]: id })
        .delete();
    },
  };
}
