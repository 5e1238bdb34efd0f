import { mkdir, readdir, rename, rm } from "node:fs/promises";
import { basename, join } from "node:path";
import type { Knex } from "knex";
import { asStoreFailure } from "./errors";
import { createPrivateFile, ignoreMissing, sizeOf, syncDirectory, syncFile } from "./files";
import { connect } from "./open";

const keptLatest = 10;
const keptDays = 14;
const namePattern = /^rackside-(\d{4}-\d\d-\d\d)T(\d\d)-(\d\d)-(\d\d)-(\d{3})Z\.sqlite$/;

export interface BackupPlace {
  readonly backupDirectory: string;
  /** Milliseconds since the epoch, UTC. */
  readonly now: () => number;
}

/** One backup; its name tells the instant, so that names sort by time. */
export interface BackupFile {
  readonly name: string;
  readonly file: string;
  /** Milliseconds UTC. */
  readonly madeAt: number;
  readonly sizeBytes: number;
}

/**
 * Copies the whole database into a new file named for the instant and removes what is kept no longer. The copy is one consistent state and is on the
 * disk before it gets its name, so a file with a backup's name is a whole backup.
 */
export async function backUp(database: Knex, place: BackupPlace): Promise<BackupFile> {
  const { backupDirectory } = place;
  await mkdir(backupDirectory, { recursive: true, mode: 0o700 });
  const file = await freeName(place);
  const partial = `${file}.partial`;
  try {
    await rm(partial, { force: true });
    await createPrivateFile(partial);
    await database.raw("VACUUM INTO ?", [partial]);
    await syncFile(partial);
    await rename(partial, file);
  } catch (error) {
    await rm(partial, { force: true });
    throw error;
  }
  await syncDirectory(backupDirectory);
  await removeExpired(backupDirectory);
  return describe(file);
}

/** Backs a database up that may be open: on a connection of its own, because a copy only reads and keeps nobody waiting. */
export async function backUpFile(file: string, place: BackupPlace): Promise<BackupFile> {
  const connection = connect(file, []);
  try {
    return await backUp(connection, place);
  } catch (error) {
    throw asStoreFailure(error);
  } finally {
    await connection.destroy();
  }
}

/** All backups, newest first. */
export async function listBackups(backupDirectory: string): Promise<readonly BackupFile[]> {
  const names = await namesIn(backupDirectory);
  return Promise.all(names.map((name) => describe(join(backupDirectory, name))));
}

/** Of backups, newest first, those to remove: neither among the last ten nor the last of one of the latest 14 days that have any. */
export function selectExpired(names: readonly string[]): readonly string[] {
  const lastOfDay = new Map<string, string>();
  for (const name of names) {
    const day = dayOf(name);
    if (!lastOfDay.has(day)) lastOfDay.set(day, name);
  }
  const kept = new Set([...names.slice(0, keptLatest), ...[...lastOfDay.values()].slice(0, keptDays)]);
  return names.filter((name) => !kept.has(name));
}

async function removeExpired(directory: string): Promise<void> {
  for (const name of selectExpired(await namesIn(directory))) await rm(join(directory, name), { force: true });
}

async function namesIn(directory: string): Promise<readonly string[]> {
  const names = await readdir(directory).catch(ignoreMissing);
  return (names ?? [])
    .filter((name) => namePattern.test(name))
    .sort()
    .reverse();
}

/** Two backups of one millisecond must not share a file. */
async function freeName({ backupDirectory, now }: BackupPlace): Promise<string> {
  for (let instant = now(); ; instant += 1) {
    const stamp = new Date(instant).toISOString().replace(/[:.]/g, "-");
    const file = join(backupDirectory, `rackside-${stamp}.sqlite`);
    if ((await sizeOf(file)) === 0) return file;
  }
}

async function describe(file: string): Promise<BackupFile> {
  const name = basename(file);
  return { name, file, madeAt: instantOf(name), sizeBytes: await sizeOf(file) };
}

function dayOf(name: string): string {
  return namePattern.exec(name)?.[1] ?? "";
}

function instantOf(name: string): number {
  return Date.parse(name.replace(namePattern, "$1T$2:$3:$4.$5Z"));
}
