import { open, rename, rm, stat } from "node:fs/promises";
import { dirname } from "node:path";

/** A database and the files that SQLite keeps beside it. */
const companions = ["", "-wal", "-shm"];

/** Creates an empty file that only its owner may read, unless it is there; SQLite takes it for an empty database. */
export async function createPrivateFile(file: string): Promise<void> {
  const handle = await open(file, "a", 0o600);
  await handle.close();
}

/** Size in bytes; 0 for a file that is not there. */
export async function sizeOf(file: string): Promise<number> {
  const facts = await stat(file).catch(ignoreMissing);
  return facts?.size ?? 0;
}

/** Renames a database with what SQLite keeps beside it; what is not there is passed over. */
export async function moveDatabase(from: string, to: string): Promise<void> {
  for (const companion of companions) await rename(`${from}${companion}`, `${to}${companion}`).catch(ignoreMissing);
  await syncDirectory(dirname(to));
}

export async function removeDatabase(file: string): Promise<void> {
  for (const companion of companions) await rm(`${file}${companion}`, { force: true });
}

/** Waits until the file's content is on the disk. */
export async function syncFile(file: string): Promise<void> {
  const handle = await open(file, "r+");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Waits until the names in a directory are on the disk. Windows neither needs nor allows it. */
export async function syncDirectory(directory: string): Promise<void> {
  if (process.platform === "win32") return;
  const handle = await open(directory, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** For `catch`: a file or folder that is not there is no failure. */
export function ignoreMissing(error: unknown): undefined {
  if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
  throw error;
}
