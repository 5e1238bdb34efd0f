import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { openStore, type StoreOptions } from "../../db/store";
import type { Store } from "../../main/ports/store";
import { addSite } from "./records";

/** A directory that is gone when the test has ended. */
export async function temporaryDirectory(): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), "rackside-db-"));
  onTestFinished(() => rm(directory, { recursive: true, force: true }));
  return directory;
}

export function storeOptions(directory: string): StoreOptions {
  return {
    file: join(directory, "rackside.sqlite"),
    backupDirectory: join(directory, "backups"),
    now: () => Date.UTC(2026, 10, 22),
  };
}

/** A store on a real file in a directory of its own, closed when the test has ended. */
export async function temporaryStore(directory?: string): Promise<Store> {
  const store = await openStore(storeOptions(directory ?? (await temporaryDirectory())));
  onTestFinished(() => store.close());
  return store;
}

/** A store that holds one site: everything a task needs. */
export async function siteStore(): Promise<Store> {
  const store = await temporaryStore();
  await store.write(addSite);
  return store;
}
