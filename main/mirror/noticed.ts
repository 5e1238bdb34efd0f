import { isDeepStrictEqual } from "node:util";
import type { Module } from "../contract/shapes/module";
import type { ServerFacts } from "../contract/shapes/panel";
import { keeperOf } from "../domain/same-panel";
import type { Clock } from "../ports/host";
import type { Repositories, Store } from "../ports/store";
import { toEntry } from "./entry";

/** The courier reads servers several times a second; what it saw is stored together. */
const gatheringMs = 1_000;
/** A server that is asked about every few seconds is not stored as often while it stays as it is. */
const freshMs = 60_000;

interface NoticedParts {
  readonly store: Store;
  readonly clock: Clock;
  /** Something of what is kept under a module is another than before. */
  readonly tell: (keeperId: string) => void;
  readonly fail: (error: unknown) => void;
}

interface Sighting {
  readonly module: Module;
  readonly facts: ServerFacts;
  readonly takenAt: number;
}

/** Takes servers into the mirror that somebody has read anyway. */
export interface Noticed {
  take(module: Module, facts: ServerFacts): void;
  /** Resolves when everything that was taken is stored. */
  settle(): Promise<void>;
}

export function createNoticed({ store, clock, tell, fail }: NoticedParts): Noticed {
  const gathered = new Map<string, Sighting>();
  let callOff: (() => void) | null = null;
  let storing: Promise<void> = Promise.resolve();

  function storeGathered(): void {
    callOff?.();
    callOff = null;
    const sightings = [...gathered.values()];
    gathered.clear();
    if (sightings.length > 0) storing = storing.then(() => storeAll(sightings)).catch(fail);
  }

  async function storeAll(sightings: readonly Sighting[]): Promise<void> {
    const news = await store.read((repositories) => onlyNews(repositories, sightings));
    if (news.length === 0) return;
    const changed = await store.write(async ({ mirror, modules }) => {
      const keepers = new Set<string>();
      for (const { keeperId, facts, takenAt } of news) {
        if (!(await modules.find(keeperId))) continue;
        const reading = (await mirror.findReading(keeperId))?.reading ?? 0;
        const stamp = { takenAt, reading, hasDetails: true };
        if ((await mirror.putServers(keeperId, [toEntry(facts)], stamp)) > 0) keepers.add(keeperId);
      }
      return keepers;
    });
    for (const keeperId of changed) tell(keeperId);
  }

  return {
    take(module, facts) {
      if (module.locationId !== null && facts.locationId !== module.locationId) return;
      gathered.set(`${module.id} ${String(facts.serverId)}`, { module, facts, takenAt: clock.now() });
      callOff ??= clock.schedule(gatheringMs, storeGathered);
    },
    async settle() {
      storeGathered();
      await storing;
    },
  };
}

/** What is another than before, or has not been stored for a while. */
async function onlyNews({ mirror, modules }: Repositories, sightings: readonly Sighting[]) {
  const all = await modules.list();
  const news: { readonly keeperId: string; readonly facts: ServerFacts; readonly takenAt: number }[] = [];
  for (const { module, facts, takenAt } of sightings) {
    const keeperId = keeperOf(all, module).id;
    const known = await mirror.find(keeperId, facts.serverId);
    const isOld = !known || takenAt - known.takenAt >= freshMs || !isDeepStrictEqual(known.facts, facts);
    if (isOld) news.push({ keeperId, facts, takenAt });
  }
  return news;
}
