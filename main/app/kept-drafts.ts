import type { ConsoleEvent } from "../contract/events";
import type { FormDraft } from "../contract/shapes/form-draft";
import type { Draft } from "../contract/shapes/task";
import { StoreFailure } from "../ports/failure";
import type { StoreFailureKind } from "../ports/failure";
import type { Clock, Log } from "../ports/host";
import type { Repositories, Store } from "../ports/store";

interface Kept<T> {
  /** Keeps the draft and tries to store it every few seconds. */
  keep(draft: T): void;
  /** `subject` is the task or the form. */
  find(subject: string, operator: string): T | undefined;
  /** A later draft was stored, or nobody wants this one any more. */
  forget(subject: string, operator: string): void;
}

/** Drafts that the store could not take, in memory until it can: the latest of each card or form and operator. */
export interface KeptDrafts {
  /** With their password sealed. */
  readonly cards: Kept<Draft>;
  readonly forms: Kept<FormDraft>;
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

interface Entry {
  readonly draft: Draft | FormDraft;
  /** Stores it unless it is out of date by now. */
  readonly store: (repositories: Repositories) => Promise<void>;
}

const retryMs = 3_000;
const unwritable: ReadonlySet<StoreFailureKind> = new Set(["full", "disk-error", "read-only", "busy", "corrupt"]);

/** Whether the store cannot take anything just now, whatever it is. */
export function isUnwritable(error: unknown): boolean {
  return error instanceof StoreFailure && unwritable.has(error.kind);
}

export function createKeptDrafts({ store, clock, log, publish }: KeptDraftParts): KeptDrafts {
  const kept = new Map<string, Entry>();
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
    for (const [key, entry] of [...kept]) {
      const subject = subjectOf(entry.draft);
      try {
        await store.write(entry.store);
      } catch (error) {
        log.warn("draft stays in memory", { subject, error });
        return;
      }
      // What was typed in the meantime is kept for the next round.
      if (kept.get(key) === entry) kept.delete(key);
      publish({ name: "records.changed", changes: [{ entity: "draft", id: subject }] });
    }
  }

  function keptOf<T extends Draft | FormDraft>(storing: (draft: T) => Entry["store"]): Kept<T> {
    return {
      keep(draft) {
        kept.set(keyOf(subjectOf(draft), draft.operator), { draft, store: storing(draft) });
        scheduleRetry();
      },
      // Cards and forms never share a subject: a task's id is no form's name.
      find: (subject, operator) => kept.get(keyOf(subject, operator))?.draft as T | undefined,
      forget: (subject, operator) => void kept.delete(keyOf(subject, operator)),
    };
  }

  const cards = keptOf<Draft>(storeCardDraft);
  return {
    cards: {
      ...cards,
      keep: (draft) => {
        cards.keep({ ...draft, isKeptInMemory: true });
      },
    },
    forms: keptOf<FormDraft>(storeFormDraft),
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
function storeCardDraft({ isKeptInMemory: _, ...draft }: Draft): Entry["store"] {
  return async ({ drafts, tasks }) => {
    const task = await tasks.find(draft.taskId);
    const stored = await drafts.find(draft.taskId, draft.operator);
    if (task?.endedAt !== null || (stored && stored.savedAt > draft.savedAt)) return;
    await drafts.put(draft);
  };
}

function storeFormDraft(draft: FormDraft): Entry["store"] {
  return async ({ formDrafts }) => {
    const stored = await formDrafts.find(draft.form, draft.operator);
    if (!stored || stored.savedAt <= draft.savedAt) await formDrafts.put(draft);
  };
}

function subjectOf(draft: Draft | FormDraft): string {
  return "taskId" in draft ? draft.taskId : draft.form;
}

function keyOf(subject: string, operator: string): string {
  return `${subject} ${operator}`;
}
