import { AsyncLocalStorage } from "node:async_hooks";
import type { Knex } from "knex";
import type { Repositories, Store } from "../main/ports/store";
import { asStoreFailure } from "./errors";
import { withEveryMethod } from "./methods";
import { createRepositories } from "./repositories";

/**
 * Runs transactions one behind the other on the one connection that writes. A transaction inside another would wait for itself, so that is refused at
 * once; so are the repositories outside of their transaction.
 */
export function createWriteQueue(writer: Knex): Store["write"] {
  const current = new AsyncLocalStorage<{ isOpen: boolean }>();
  const isInside = (): boolean => current.getStore()?.isOpen === true;
  const repositories = usableWhile(isInside, createRepositories(writer));
  let last: Promise<unknown> = Promise.resolve();

  async function run<T>(work: (repositories: Repositories) => Promise<T>): Promise<T> {
    const transaction = { isOpen: true };
    try {
      await writer.raw("BEGIN");
      const value = await current.run(transaction, () => work(repositories));
      transaction.isOpen = false;
      await writer.raw("COMMIT");
      return value;
    } catch (error) {
      transaction.isOpen = false;
      // A full disk can end the transaction under way, and a COMMIT that fails leaves it open: either way the next one starts clean.
      await writer.raw("ROLLBACK").catch(() => undefined);
      throw asStoreFailure(error);
    }
  }

  return (work) => {
    if (isInside()) {
      return Promise.reject(new Error("store.write inside store.write: pass the repositories on instead"));
    }
    const result = last.then(() => run(work));
    last = result.catch(() => undefined);
    return result;
  };
}

/** Repositories whose methods refuse to run while `isUsable` says no: outside of a transaction they would write without one. */
function usableWhile(isUsable: () => boolean, repositories: Repositories): Repositories {
  const guarded = Object.entries(repositories).map(([name, repository]: [string, object]) => [
    name,
    withEveryMethod(repository, (method) => async (...values) => {
      if (!isUsable()) throw new Error("Repositories of store.write outside of their transaction");
      return method(...values);
    }),
  ]);
  return Object.fromEntries(guarded) as Repositories;
}
