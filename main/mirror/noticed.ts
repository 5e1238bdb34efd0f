import { isDeepStrictEqual } from "node:util";
import type { Module } from "../contract/shapes/module";
import type { ServerFacts } from "../contract/shapes/panel";
import { keeperOf } from "../domain/same-panel";
import type { Clock } from "../ports/host";
import type { Store } from "../ports/store";
import { toEntry } from "./entry";

/** A server that is asked about every few seconds is not stored as often while it stays as it is. */
const freshMs = 60_000;

interface NoticedParts {
  readonly store: Store;
  readonly clock: Clock;
  /** Something of what is kept under a module is another than before. */
  readonly tell: (keeperId: string) => void;
  readonly fail: (error: unknown) => void;
}

/** Takes servers into the mirror that somebody has read anyway. */
export interface Noticed {
  take(module: Module, facts: ServerFacts): void;
  /** Resolves when everything that was taken is stored. */
  settle(): Promise<void>;
}

/** What comes while a transaction is under way goes into the next one together. */
export function createNoticed({ store, clock, tell, fail }: NoticedParts): Noticed {
  const waiting = new Map<string, { readonly module: Module; readonly facts: ServerFacts }>();
  let storing: Promise<void> | null = null;

  async function storeAll(): Promise<void> {
    while (waiting.size > 0) {
      const taken = [...waiting.values()];
      waiting.clear();
      const changed = new Set<string>();
      for (const { module, facts } of taken) {
        const keeper = await keep(module, facts);
        if (keeper !== null) changed.add(keeper);
      }
      for (const keeperId of changed) tell(keeperId);
    }
  }

  /** Answers under which module something has changed; null when everything is as it was. */
  async function keep(module: Module, facts: ServerFacts): Promise<string | null> {
    const takenAt = clock.now();
    const keeperId = await store.read(async ({ modules }) => keeperOf(await modules.list(), module).id);
    const known = await store.read(({ mirror }) => mirror.find(keeperId, facts.serverId));
    if (known && takenAt - known.takenAt < freshMs && isDeepStrictEqual(known.facts, facts)) return null;
    return store.write(async ({ mirror, modules }) => {
      if (!(await modules.find(keeperId))) return null;
      const reading = (await mirror.findReading(keeperId))?.reading ?? 0;
      const changed = await mirror.putServers(keeperId, [toEntry(facts)], { takenAt, reading, hasDetails: true });
      return changed > 0 ? keeperId : null;
    });
  }

  return {
    take(module, facts) {
      if (module.locationId !== null && facts.locationId !== module.locationId) return;
      waiting.set(`${module.id} ${String(facts.serverId)}`, { module, facts });
      storing ??= storeAll()
        .catch(fail)
        .finally(() => {
          storing = null;
        });
    },
    async settle() {
      await storing;
    },
  };
}
