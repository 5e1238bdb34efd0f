import type { Knex } from "knex";

/** Counts one up. Inside a write transaction nobody else can get the same number, and a rollback gives it back. */
export async function nextNumber(database: Knex, counter: "services" | "tasks"): Promise<number> {
  const [row] = await database.raw<readonly { readonly value: number }[]>(
    "UPDATE counters SET value = value + 1 WHERE name = ? RETURNING value",
    [counter],
  );
  if (row === undefined) throw new Error(`No counter ${counter}`);
  return row.value;
}
