import { isDeepStrictEqual } from "node:util";
import type { Module } from "../contract/shapes/module";
import type { ServerFacts } from "../contract/shapes/panel";
import type { Clock } from "../ports/host";
import type { Store } from "../ports/store";
import { toEntry } from "./entry";

/** A server that is asked about every few seconds is not stored as often while it stays as it is. */
const freshMs = 60_000;

interface NoticedParts {
  readonly store: Store;
  readonly clock: Clock;
  /** Something in a module's mirror is another than before. */
  readonly tell: (moduleId: string) => void;
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
  const waiting = new Map<string, { readonly moduleId: string; readonly facts: ServerFacts }>();
  let storing: Promise<void> | null = null;

  async function storeAll(): Promise<void> {
    while (waiting.size > 0) {
      const taken = [...waiting.values()];
      waiting.clear();
      const changed = new Set<string>();
      for (const { moduleId, facts } of taken) if (await keep(moduleId, facts)) changed.add(moduleId);
      for (const moduleId of changed) tell(moduleId);
    }
  }

  async function keep(moduleId: string, facts: ServerFacts): Promise<boolean> {
    const takenAt = clock.now();
    const known = await store.read(({ mirror }) => mirror.find(moduleId, facts.serverId));
    if (known && takenAt - known.takenAt < freshMs && isDeepStrictEqual(known.facts, facts)) return false;
    return store.write(async ({ mirror, modules }) => {
      if (!(await modules.find(moduleId))) return false;
      const reading = (await mirror.findReading(moduleId))?.reading ?? 0;
      return (await mirror.putServers(moduleId, [toEntry(facts)], { takenAt, reading, hasDetails: true })) > 0;
    });
  }

  return {
    take(module, facts) {
      if (module.locationId !== null && facts.locationId !== module.locationId) return;
      waiting.set(`${module.id} ${String(facts.serverId)}`, { moduleId: module.id, facts });
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
