import { mkdir, open, readdir, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import type { Knex } from "knex";

const keptBackups = 10;
const namePattern = /^rackside-[\d-]+T[\d-]+Z\.sqlite$/;

export interface BackupPlace {
  readonly backupDirectory: string;
  /** Milliseconds since the epoch, UTC. */
  readonly now: () => number;
}

/** Copies the whole database into a new file named for the instant, keeps the last ten, answers the file's path. */
export async function backUp(database: Knex, { backupDirectory, now }: BackupPlace): Promise<string> {
  await mkdir(backupDirectory, { recursive: true, mode: 0o700 });
  const stamp = new Date(now()).toISOString().replace(/[:.]/g, "-");
  const file = join(backupDirectory, `rackside-${stamp}.sqlite`);
  const partial = `${file}.partial`;
  await rm(partial, { force: true });
  await createPrivateFile(partial);
  await database.raw("VACUUM INTO ?", [partial]);
  await rename(partial, file);
  await removeOldBackups(backupDirectory);
  return file;
}

/** Creates an empty file that only its owner may read, unless it is there; SQLite takes it for an empty database. */
export async function createPrivateFile(file: string): Promise<void> {
  const handle = await open(file, "a", 0o600);
  await handle.close();
}

async function removeOldBackups(directory: string): Promise<void> {
  const names = (await readdir(directory)).filter((name) => namePattern.test(name)).sort();
  await Promise.all(names.slice(0, -keptBackups).map((name) => rm(join(directory, name))));
}
