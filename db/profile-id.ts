import { randomUUID } from "node:crypto";
import type { Knex } from "knex";
import { firstRow } from "./rows";

export const profileIdSetting = "profile.id";

/** The profile's id, given to it now unless it has one. The id tells its backups from those of other profiles. */
export async function ensureProfileId(database: Knex): Promise<string> {
  const known = await findProfileId(database);
  if (known !== undefined) return known;
  const value = randomUUID();
  await database("settings").insert({ name: profileIdSetting, value });
  return value;
}

export async function findProfileId(database: Knex): Promise<string | undefined> {
  const row = await firstRow(database("settings").where({ name: profileIdSetting }));
  return row && String(row["value"]);
}
