import type { Knex } from "knex";
import { StoreFailure } from "../main/ports/failure";

/** Reads the whole file once. Throws StoreFailure `corrupt` when pages, indexes or references do not fit together. */
export async function checkFile(database: Knex, file: string): Promise<void> {
  const [answer] = await database.raw<readonly { readonly quick_check: string }[]>("PRAGMA quick_check(1)");
  if (answer?.quick_check !== "ok")
    throw new StoreFailure("corrupt", `${file} is damaged: ${answer?.quick_check ?? "no answer"}`);
  await checkReferences(database, file);
}

/** Reads the schema only. Throws what the driver says of a file that is no database. */
export async function checkSchema(database: Knex): Promise<void> {
  await database.raw("SELECT count(*) FROM sqlite_schema");
}

/** Throws StoreFailure `corrupt` when a row points at one that is not there. */
export async function checkReferences(database: Knex, place: string): Promise<void> {
  const [orphan] =
    await database.raw<readonly { readonly table: string; readonly parent: string }[]>("PRAGMA foreign_key_check");
  if (orphan)
    throw new StoreFailure("corrupt", `${place} is damaged: ${orphan.table} points at lost rows of ${orphan.parent}`);
}
