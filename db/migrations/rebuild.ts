import type { Knex } from "knex";

interface Rebuilding {
  readonly table: string;
  /** Columns and constraints of the new table. */
  readonly definition: string;
  /** Column → SQL over the old row; left out when `fill` brings the rows. */
  readonly values?: Readonly<Record<string, string>>;
  readonly fill?: (newTable: string) => Promise<void>;
  readonly indexes?: readonly string[];
}

/**
 * Gives a table another definition, because SQLite alters no CHECK. Steps 4 to 8 of sqlite.org/lang_altertable.html#otheralter: whoever calls
 * has foreign keys off, or dropping the old table would take along what hangs on it.
 */
export async function rebuildTable(
  database: Knex,
  { table, definition, values, fill, indexes = [] }: Rebuilding,
): Promise<void> {
  const newTable = `new_${table}`;
  await database.raw(`CREATE TABLE ${newTable} (${definition}) STRICT`);
  if (values !== undefined) {
    const columns = Object.keys(values).join(", ");
    await database.raw(`INSERT INTO ${newTable} (${columns}) SELECT ${Object.values(values).join(", ")} FROM ${table}`);
  }
  await fill?.(newTable);
  await database.raw(`DROP TABLE ${table}`);
  await database.raw(`ALTER TABLE ${newTable} RENAME TO ${table}`);
  for (const index of indexes) await database.raw(index);
}

/** For `values`: columns that are taken over as they are. */
export function unchanged(...columns: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(columns.map((column) => [column, column]));
}
