import { existsSync } from "node:fs";
import { readFile, readdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Random } from "../../simulator/site/random";
import { parseRecords } from "./disk-records";
import { createDiskCache } from "./disk-cache";

export interface Disk {
  /** Remembers the files as they are; answers the environment under which a child's writes are recorded. */
  begin(): Promise<Readonly<Record<string, string>>>;
  /** Puts the files into a state that a power cut could have left. The child is dead. */
  losePower(): Promise<void>;
}

/** The disk under a profile folder, with a cache that forgets. `recorder` is the compiled `disk-recorder.c`. */
export function createDisk(directory: string, recorder: string, random: Random): Disk {
  const log = `${directory}.disk-log`;
  let before = new Map<string, Buffer>();
  return {
    async begin() {
      await rm(log, { force: true });
      before = await readDatabases(directory);
      return { LD_PRELOAD: recorder, RACKSIDE_DISK_LOG: log, RACKSIDE_DISK_ROOT: directory };
    },
    async losePower() {
      if (!existsSync(log)) return;
      const cache = createDiskCache(before);
      for (const record of parseRecords(await readFile(log))) cache.apply(record);
      for (const [file, bytes] of cache.losePower(random)) {
        if (bytes === null) await rm(file, { force: true });
        else await writeFile(file, bytes);
      }
      // Shared memory does not outlive the machine.
      for (const name of await readdir(directory)) if (name.endsWith("-shm")) await rm(join(directory, name));
      await rm(log, { force: true });
    },
  };
}

async function readDatabases(directory: string): Promise<Map<string, Buffer>> {
  const names = await readdir(directory, { recursive: true });
  const files = names.filter((name) => name.includes(".sqlite") && !name.endsWith("-shm") && !name.startsWith("lock."));
  return new Map(
    await Promise.all(
      files.map(async (name) => [join(directory, name), await readFile(join(directory, name))] as const),
    ),
  );
}
