import { randomUUID } from "node:crypto";
import { copyFile, rename } from "node:fs/promises";
import { hostname } from "node:os";
import { dirname } from "node:path";
import type { Knex } from "knex";
import type { JournalVia } from "../main/contract/shapes/journal";
import type { StoreNotice } from "../main/contract/shapes/store";
import { BackupRefused, noticeSetting } from "../main/ports/backups";
import { StoreFailure } from "../main/ports/failure";
import { backUpFile } from "./backup";
import type { BackupFile } from "./backup";
import { asStoreFailure } from "./errors";
import { createPrivateFile, moveDatabase, removeDatabase, syncDirectory, syncFile } from "./files";
import { migrate } from "./migrate";
import { openWriter } from "./open";
import { findProfileId } from "./profile-id";
import { createRepositories } from "./repositories";
import type { StoreOptions } from "./store";

export interface Restoring {
  /** The profile's database. */
  readonly file: string;
  /** Milliseconds UTC. */
  readonly at: number;
  /** Who has it restored; it stands in the journal. */
  readonly operator: string;
  readonly call: string;
  readonly via?: JournalVia | undefined;
  readonly notice: StoreNotice | null;
}

/** Where a database is prepared before it takes the place of `file`. */
export function preparedFileOf(file: string): string {
  return `${file}.restoring`;
}

/**
 * Makes a copy of a backup ready to take the place of the database: checked, brought to this version's schema, and with every unfinished action
 * `uncertain`. Throws BackupRefused, also for a backup of a profile other than `profileId`; undefined takes any profile's.
 */
export async function prepareBackup(
  backup: BackupFile,
  profileId: string | undefined,
  restoring: Restoring,
): Promise<string> {
  const taken = new Date(backup.madeAt).toISOString();
  try {
    return await prepare(restoring.file, backup.file, async (database) => {
      const owner = await findProfileId(database);
      if (owner === undefined || (profileId !== undefined && owner !== profileId))
        throw new BackupRefused("other-profile", `${backup.name} is a backup of another profile`);
      await doubtUnfinishedActions(database);
      await leaveNote(database, restoring, `Restored from the backup of ${taken}`);
    });
  } catch (error) {
    throw asRefusal(error, backup.name);
  }
}

/** Makes an empty database ready to take the place of one that is lost. */
export function prepareEmpty(restoring: Restoring): Promise<string> {
  return prepare(restoring.file, undefined, (database) =>
    leaveNote(database, restoring, "Started empty: no backup could be restored"),
  );
}

/** Puts a prepared database in the place of `file`, which nobody has open; what was there is then called `aside`. */
export async function exchange(file: string, prepared: string, aside: string): Promise<void> {
  await moveDatabase(file, aside);
  await rename(prepared, file);
  await syncDirectory(dirname(file));
}

/** Backs up what is in the database's place, then puts a prepared one there. Nobody has the database open. Answers the backup. */
export async function replaceByPrepared(options: StoreOptions, prepared: string): Promise<BackupFile> {
  const { file } = options;
  const aside = `${file}.replaced`;
  try {
    const present = await backUpFile(file, options);
    await exchange(file, prepared, aside);
    await removeDatabase(aside);
    return present;
  } catch (error) {
    await removeDatabase(prepared);
    throw asStoreFailure(error);
  }
}

async function prepare(
  file: string,
  source: string | undefined,
  fill: (database: Knex) => Promise<void>,
): Promise<string> {
  const prepared = preparedFileOf(file);
  await removeDatabase(prepared);
  try {
    await createPrivateFile(prepared);
    if (source !== undefined) await copyFile(source, prepared);
    const database = await openWriter(prepared);
    try {
      await migrate(database, null);
      await fill(database);
    } finally {
      await database.destroy();
    }
    await syncFile(prepared);
    return prepared;
  } catch (error) {
    await removeDatabase(prepared);
    throw asStoreFailure(error);
  }
}

/** What was carried out after the backup was taken is not known any more, so every unfinished action has to look first. */
async function doubtUnfinishedActions(database: Knex): Promise<void> {
  await database("actions")
    .whereIn("state", ["waiting", "sending", "confirming", "uncertain"])
    .update({
      state: "uncertain",
      revision: database.raw("revision + 1"),
      next_attempt_at: null,
      operation_id: null,
      deadline_at: null,
      percent: null,
    });
}

async function leaveNote(database: Knex, restoring: Restoring, summary: string): Promise<void> {
  const { at, call, notice, operator, via = null } = restoring;
  const { journal, settings } = createRepositories(database);
  await settings.put(noticeSetting, JSON.stringify(notice));
  await journal.add({
    id: randomUUID(),
    at,
    operator,
    workstation: hostname(),
    via,
    call,
    entity: "console",
    entityId: "console",
    serviceId: null,
    summary,
    changes: [],
  });
}

function asRefusal(error: unknown, name: string): unknown {
  if (!(error instanceof StoreFailure)) return error;
  if (error.kind === "corrupt") return new BackupRefused("damaged", `${name} is damaged`, error);
  if (error.kind !== "newer-file") return error;
  return new BackupRefused("newer-version", `${name} was written by a newer version of Rackside`, error);
}
