import type { Knex } from "knex";
import { StoreFailure } from "../main/ports/failure";
import { backUp, type BackupPlace } from "./backup";
import type { Migration } from "./migrations/migration";
import { initial } from "./migrations/0001-initial";
import { holdsAndFormDrafts } from "./migrations/0002-holds-and-form-drafts";
import { tariffVersionsAndMessages } from "./migrations/0003-tariff-versions-and-messages";
import { journalChain } from "./migrations/0004-journal-chain";
import { operators } from "./migrations/0005-operators";
import { labels } from "./migrations/0006-labels";
import { mirror } from "./migrations/0007-mirror";
import { racks } from "./migrations/0008-racks";
import { listsAndSearch } from "./migrations/0009-lists-and-search";
import { statistics } from "./migrations/0010-statistics";
import { searchInOnePiece } from "./migrations/0011-search-in-one-piece";
import { checkReferences } from "./check";

/** Named one by one, because the program is bundled into one file and there is no directory to scan. */
export const migrations: readonly Migration[] = [
  initial,
  holdsAndFormDrafts,
  tariffVersionsAndMessages,
  journalChain,
  operators,
  labels,
  mirror,
  racks,
  listsAndSearch,
  statistics,
  searchInOnePiece,
];

/**
 * Brings the file to this version's schema, after a backup when it holds anything and there is a place for one.
 * Throws StoreFailure `newer-file` for a file that knows migrations unknown here, and whatever a failed migration threw:
 * the file is then as it was before. Foreign keys rest meanwhile and are checked before a migration counts as done.
 */
export async function migrate(
  database: Knex,
  backups: BackupPlace | null,
  known: readonly Migration[] = migrations,
): Promise<void> {
  const applied = await appliedMigrations(database);
  const unknown = applied.filter((name) => !known.some((migration) => migration.name === name));
  if (unknown.length > 0) {
    throw new StoreFailure("newer-file", `The database was written by a newer version: it has ${unknown.join(", ")}`);
  }
  if (applied.length === known.length) return;
  if (applied.length > 0 && backups) await backUp(database, backups);

  const config = { migrationSource: sourceOf(known) };
  // The profile lock keeps other programs out, so a lock found here is left over from a program that was killed.
  await database.migrate.forceFreeMigrationsLock(config);
  // A rebuilt table is dropped on the way, and enforced keys would take along what hangs on it. Inside a transaction the pragma does nothing.
  await database.raw("PRAGMA foreign_keys = OFF");
  try {
    await database.migrate.latest(config);
  } finally {
    await database.raw("PRAGMA foreign_keys = ON");
  }
}

async function appliedMigrations(database: Knex): Promise<readonly string[]> {
  if (!(await database.schema.hasTable("knex_migrations"))) return [];
  return (await database("knex_migrations").orderBy("id").pluck("name")) as readonly string[];
}

function sourceOf(known: readonly Migration[]): Knex.MigrationSource<Migration> {
  return {
    getMigrations: () => Promise.resolve([...known]),
    getMigrationName: (migration) => migration.name,
    getMigration: (migration) =>
      Promise.resolve({
        async up(database: Knex) {
          await migration.up(database);
          await checkReferences(database, migration.name);
        },
        down: () => Promise.reject(new Error("Migrations go forward only")),
      }),
  };
}
