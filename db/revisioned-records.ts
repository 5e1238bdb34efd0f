import type { Knex } from "knex";
import { StoreFailure } from "../main/ports/failure";
import type { RecordCodec, Row } from "./record-codec";
import { firstRow, rowsOf } from "./rows";

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
  function select(): Knex.QueryBuilder {
    const query = database(table).select(`${table}.*`);
    return joined === undefined ? query : query.select(database.raw(joined));
  }

  function rowFor(record: T, revision: number): Row {
    return { ...codec.toRow(record), ...derive?.(record), revision };
  }

  async function find(id: unknown): Promise<T | undefined> {
    const row = await firstRow(select().where({ [`${table}.${key}`]: id }));
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
      const rows = await rowsOf(select().orderByRaw(order));
      return rows.map(codec.fromRow);
    },
    async add(record) {
      const row = rowFor(record, 1);
      const [added] = await rowsOf(database(table).insert(row).returning("*"));
      return stored(row[key], added);
    },
    async save(record) {
      const row = rowFor(record, record.revision + 1);
      const id = row[key];
      const [changed] = await rowsOf(
        database(table)
          .where({ [key]: id, revision: record.revision })
          .update(row)
          .returning("*"),
      );
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
