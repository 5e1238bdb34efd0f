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
  const current = new AsyncLocalStorage<Transaction>();
  const isInside = (): boolean => current.getStore()?.isOpen === true;
  const repositories = usableInside(() => current.getStore(), createRepositories(writer));
  let last: Promise<unknown> = Promise.resolve();

  async function run<T>(work: (repositories: Repositories) => Promise<T>): Promise<T> {
    const transaction: Transaction = { isOpen: true, underWay: new Set() };
    try {
      await writer.raw("BEGIN");
      const value = await current.run(transaction, () => work(repositories));
      await end(transaction);
      await writer.raw("COMMIT");
      return value;
    } catch (error) {
      await end(transaction);
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

interface Transaction {
  isOpen: boolean;
  readonly underWay: Set<Promise<unknown>>;
}

/** What was begun and not waited for, such as the others of several writes of which one has failed, ends inside the transaction and not behind it. */
async function end(transaction: Transaction): Promise<void> {
  transaction.isOpen = false;
  await Promise.allSettled(transaction.underWay);
}

/** Repositories whose methods refuse to run outside of an open transaction: they would write without one. */
function usableInside(current: () => Transaction | undefined, repositories: Repositories): Repositories {
  const guarded = Object.entries(repositories).map(([name, repository]: [string, object]) => [
    name,
    withEveryMethod(repository, (method) => async (...values) => {
      const transaction = current();
      if (transaction?.isOpen !== true) throw new Error("Repositories of store.write outside of their transaction");
      const running = method(...values);
      transaction.underWay.add(running);
      try {
        return await running;
      } finally {
        transaction.underWay.delete(running);
      }
    }),
  ]);
  return Object.fromEntries(guarded) as Repositories;
}
