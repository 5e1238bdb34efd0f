import type { Knex } from "knex";

/** Rows of a table as columns by name; the same columns in each. */
type BulkRow = Readonly<Record<string, string | number | null>>;

const rowsAtOnce = 10_000;

/** Writes rows as fast as the driver takes them: one statement for thousands, which arrive as one text. */
export async function insertRows(
  database: Knex,
  table: string,
  count: number,
  rowAt: (index: number) => BulkRow,
): Promise<void> {
  for (let first = 0; first < count; first += rowsAtOnce) {
    const rows = Array.from({ length: Math.min(rowsAtOnce, count - first) }, (_, step) => rowAt(first + step));
    const columns = Object.keys(rows[0] ?? {});
    const values = columns.map((_, place) => `value ->> ${place}`).join(", ");
    await database.raw(`INSERT INTO ${table} (${columns.join(", ")}) SELECT ${values} FROM json_each(?)`, [
      JSON.stringify(rows.map((row) => Object.values(row))),
    ]);
  }
}
