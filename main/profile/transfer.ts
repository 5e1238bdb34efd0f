import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { exportDatabase } from "../../db/export";
import { sizeOf } from "../../db/files";
import { importDatabase } from "../../db/import";
import { lockProfile } from "../../db/profile-lock";
import { openStore } from "../../db/store";

/** How many rows were carried over, and from how many tables. */
export interface Transferred {
  readonly tables: number;
  readonly rows: number;
}

/** Exports everything that a profile holds into an empty folder. Throws ProfileInUse while another program has the profile. */
export async function exportProfile(profile: string, target: string): Promise<Transferred> {
  if ((await sizeOf(databaseOf(profile))) === 0) throw new Error(`There is no profile in ${profile}`);
  return withDatabase(profile, (file) => exportDatabase(file, target));
}

/** Imports an export into a profile that nobody has worked in. Throws ProfileInUse, and ImportRefused with file and line. */
export function importProfile(profile: string, source: string): Promise<Transferred> {
  return withDatabase(profile, (file) => importDatabase(file, source));
}

/** The database of this version's schema, while no other program has it. */
async function withDatabase(
  profile: string,
  work: (file: string) => Promise<{ readonly tables: Readonly<Record<string, { readonly rows: number }>> }>,
): Promise<Transferred> {
  await mkdir(profile, { recursive: true });
  const lock = await lockProfile(profile);
  try {
    const file = databaseOf(profile);
    const store = await openStore({ file, backupDirectory: join(profile, "backups"), now: Date.now });
    await store.close();
    const tables = Object.values((await work(file)).tables);
    return { tables: tables.length, rows: tables.reduce((sum, table) => sum + table.rows, 0) };
  } finally {
    await lock.release();
  }
}

function databaseOf(profile: string): string {
  return join(profile, "rackside.sqlite");
}
