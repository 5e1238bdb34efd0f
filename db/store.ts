import { AsyncLocalStorage } from "node:async_hooks";
import { mkdir } from "node:fs/promises";
import { dirname } from "node:path";
import type { Knex } from "knex";
import type { Store } from "../main/ports/store";
import { createPrivateFile, type BackupPlace } from "./backup";
import { asStoreFailure } from "./errors";
import { migrate } from "./migrate";
import { openReader, openWriter } from "./open";
import { createRepositories } from "./repositories";

export interface StoreOptions extends BackupPlace {
  readonly file: string;
}

/**
 * Opens the profile's database, creating or migrating it. The caller holds the profile lock.
 * Throws StoreFailure `corrupt`, `newer-file`, `read-only`, `busy` or `full`.
 */
export async function openStore(options: StoreOptions): Promise<Store> {
  const writer = await openMigrated(options);
  const reader = openReader(options.file);
  const readRepositories = createRepositories(reader);
  const inTransaction = createWriteQueue(writer);

  async function close(): Promise<void> {
    await inTransaction(() => Promise.resolve());
    await Promise.all([reader.destroy(), writer.destroy()]);
  }

  let closed: Promise<void> | undefined;
  return {
    read: (work) => work(readRepositories),
    write: (work) => inTransaction((transaction) => work(createRepositories(transaction))),
    close: () => (closed ??= close()),
  };
}

async function openMigrated(options: StoreOptions): Promise<Knex> {
  try {
    await mkdir(dirname(options.file), { recursive: true, mode: 0o700 });
    await createPrivateFile(options.file);
    const writer = await openWriter(options.file);
    try {
      await migrate(writer, options);
      return writer;
    } catch (error) {
      await writer.destroy();
      throw error;
    }
  } catch (error) {
    throw asStoreFailure(error);
  }
}

type InTransaction = <T>(work: (transaction: Knex) => Promise<T>) => Promise<T>;

/** Runs transactions one behind the other. One inside another would wait for itself, so that is refused at once. */
function createWriteQueue(writer: Knex): InTransaction {
  const current = new AsyncLocalStorage<{ isOpen: boolean }>();
  let last: Promise<unknown> = Promise.resolve();

  async function run<T>(work: (transaction: Knex) => Promise<T>): Promise<T> {
    const marker = { isOpen: true };
    let failure: unknown;
    try {
      return await writer.transaction((transaction) =>
        current
          .run(marker, () => work(transaction))
          .catch((error: unknown) => {
            failure = error;
            throw error;
          }),
      );
    } catch (error) {
      // A full disk can end the transaction under way, and a COMMIT that fails leaves it open: either way the next one starts clean.
      await writer.raw("ROLLBACK").catch(() => undefined);
      throw asStoreFailure(failure ?? error);
    } finally {
      marker.isOpen = false;
    }
  }

  return (work) => {
    if (current.getStore()?.isOpen === true) {
      return Promise.reject(new Error("store.write inside store.write: pass the repositories on instead"));
    }
    const result = last.then(() => run(work));
    last = result.catch(() => undefined);
    return result;
  };
}
