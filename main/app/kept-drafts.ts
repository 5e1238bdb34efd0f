import type { ConsoleEvent } from "../contract/events";
import type { Draft } from "../contract/shapes/task";
import { StoreFailure } from "../ports/failure";
import type { StoreFailureKind } from "../ports/failure";
import type { Clock, Log } from "../ports/host";
import type { Store } from "../ports/store";

/** Drafts that the store could not take, in memory until it can: the latest of each task and operator. */
export interface KeptDrafts {
  /** Keeps the draft, its password sealed, and tries to store it every few seconds. */
  keep(draft: Draft): void;
  find(taskId: string, operator: string): Draft | undefined;
  /** A later draft was stored, or nobody wants this one any more. */
  forget(taskId: string, operator: string): void;
  count(): number;
  /** Tries once more to store what is left and ends. */
  stop(): Promise<void>;
}

interface KeptDraftParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  publish(event: ConsoleEvent): void;
}

const retryMs = 3_000;
const unwritable: ReadonlySet<StoreFailureKind> = new Set(["full", "disk-error", "read-only", "busy", "corrupt"]);

/** Whether the store cannot take anything just now, whatever it is. */
export function isUnwritable(error: unknown): boolean {
  return error instanceof StoreFailure && unwritable.has(error.kind);
}

export function createKeptDrafts({ store, clock, log, publish }: KeptDraftParts): KeptDrafts {
  const kept = new Map<string, Draft>();
  let cancelRetry: (() => void) | undefined;
  let retrying: Promise<void> = Promise.resolve();

  function scheduleRetry(): void {
    if (kept.size === 0) return;
    cancelRetry ??= clock.schedule(retryMs, () => {
      cancelRetry = undefined;
      retrying = storeAll().then(scheduleRetry);
    });
  }

  async function storeAll(): Promise<void> {
    for (const [key, draft] of [...kept]) {
      try {
        await putUnlessOutdated(store, draft);
      } catch (error) {
        log.warn("draft stays in memory", { taskId: draft.taskId, error });
        return;
      }
      // What was typed in the meantime is kept for the next round.
      if (kept.get(key) === draft) kept.delete(key);
      publish({ name: "records.changed", changes: [{ entity: "draft", id: draft.taskId }] });
    }
  }

  return {
    keep(draft) {
      kept.set(keyOf(draft.taskId, draft.operator), { ...draft, isKeptInMemory: true });
      scheduleRetry();
    },
    find: (taskId, operator) => kept.get(keyOf(taskId, operator)),
    forget: (taskId, operator) => void kept.delete(keyOf(taskId, operator)),
    count: () => kept.size,
    async stop() {
      cancelRetry?.();
      await retrying;
      cancelRetry?.();
      await storeAll();
    },
  };
}

/** A draft that was stored later wins, and an ended task has none. */
async function putUnlessOutdated(store: Store, { isKeptInMemory: _, ...draft }: Draft): Promise<void> {
  await store.write(async ({ drafts, tasks }) => {
    const task = await tasks.find(draft.taskId);
    const stored = await drafts.find(draft.taskId, draft.operator);
    if (task?.endedAt !== null || (stored && stored.savedAt > draft.savedAt)) return;
    await drafts.put(draft);
  });
}

function keyOf(taskId: string, operator: string): string {
  return `${taskId} ${operator}`;
}
