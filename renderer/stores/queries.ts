import type { StateCreator } from "zustand";
import type { CallName } from "../../main/contract/calls";
import type { Fault, Result } from "../../main/contract/faults";
import { dependsOn, type Cause } from "./dependencies";
import { absorb, freshen, type Records } from "./records";

export interface QueryEntry {
  readonly name: CallName;
  readonly ask: () => Promise<Result<unknown>>;
  /** The last good answer; undefined before the first one. */
  readonly value: unknown;
  readonly fault: Fault | null;
  readonly isLoading: boolean;
  /** Became out of date while it was being asked; it is asked again as soon as the answer is there. */
  readonly isOutdated: boolean;
  readonly observers: number;
}

export interface QueriesSlice {
  /** Filled in place; another object as soon as a record is known in a newer revision than before. */
  readonly records: Records;
  readonly queries: ReadonlyMap<string, QueryEntry>;
  /** Nobody is signed in: nothing is asked until somebody is. */
  readonly areQueriesSuspended: boolean;
  /** How often everything was forgotten: what is on the screen then asks anew. */
  readonly timesForgotten: number;
  /** Takes part in a query, asking when nothing is known yet. Returns the function that ends the interest. */
  observe(key: string, name: CallName, ask: QueryEntry["ask"]): () => void;
  reload(key: string): Promise<void>;
  /** Asks again what is on the screen and forgets what is not. */
  invalidate(changed: ReadonlySet<Cause>): void;
  /** Takes up the records of any answer, for example of a command, and shows them wherever they stand. */
  absorbAnswer(answer: unknown): void;
  forgetEverything(): void;
  suspendQueries(): void;
  /** Asks again everything that is on the screen. */
  resumeQueries(): void;
}

/** Unobserved answers that are kept so that going back shows something at once. */
const keptUnobserved = 40;

export const createQueriesSlice: StateCreator<QueriesSlice> = (set, get) => {
  const put = (key: string, entry: QueryEntry): void => {
    set((state) => ({ queries: new Map(state.queries).set(key, entry) }));
  };

  /** Takes up the records of an answer and answers it as it is to be shown. */
  const takeUp = (answer: unknown): unknown => {
    const { hasNewer, hasOlder } = absorb(get().records, answer);
    // Walking through every kept answer takes longer than a frame.
    if (hasNewer) {
      set((state) => ({
        records: new Map(state.records),
        queries: new Map(
          [...state.queries].map(([key, entry]) => {
            const value = freshen(entry.value, state.records);
            return [key, value === entry.value ? entry : { ...entry, value }];
          }),
        ),
      }));
    }
    return hasOlder ? freshen(answer, get().records) : answer;
  };

  const load = async (key: string): Promise<void> => {
    const before = get().queries.get(key);
    if (!before) return;
    if (before.isLoading || get().areQueriesSuspended) {
      put(key, { ...before, isOutdated: true });
      return;
    }
    put(key, { ...before, isLoading: true, isOutdated: false });
    const result = await before.ask();
    const now = get().queries.get(key);
    // Forgotten meanwhile, perhaps because another profile was opened: the answer is of the past.
    if (now?.ask !== before.ask) return;
    if (!result.ok && result.fault.kind === "signed-out") {
      put(key, { ...now, isLoading: false, isOutdated: true });
      get().suspendQueries();
      return;
    }
    const value = result.ok ? takeUp(result.value) : now.value;
    put(key, {
      ...now,
      isLoading: false,
      isOutdated: false,
      value,
      fault: result.ok ? null : result.fault,
    });
    if (now.isOutdated) await load(key);
  };

  return {
    records: new Map(),
    queries: new Map(),
    areQueriesSuspended: false,
    timesForgotten: 0,

    observe: (key, name, ask) => {
      const held = get().queries.get(key);
      put(
        key,
        held
          ? { ...held, observers: held.observers + 1 }
          : { name, ask, value: undefined, fault: null, isLoading: false, isOutdated: false, observers: 1 },
      );
      if (!held || held.fault) void load(key);
      return () => {
        const entry = get().queries.get(key);
        if (!entry) return;
        const queries = new Map(get().queries).set(key, { ...entry, observers: Math.max(0, entry.observers - 1) });
        set({ queries: withoutSurplus(queries) });
      };
    },

    reload: load,

    invalidate: (changed) => {
      const affected = [...get().queries].filter(([, entry]) => dependsOn(entry.name, changed));
      const unseen = new Set(affected.filter(([, entry]) => entry.observers === 0).map(([key]) => key));
      set((state) => ({ queries: new Map([...state.queries].filter(([key]) => !unseen.has(key))) }));
      for (const [key] of affected) void load(key);
    },

    absorbAnswer: (answer) => {
      takeUp(answer);
    },

    forgetEverything: () => {
      set(({ timesForgotten }) => ({ records: new Map(), queries: new Map(), timesForgotten: timesForgotten + 1 }));
    },

    suspendQueries: () => {
      set({ areQueriesSuspended: true });
    },

    resumeQueries: () => {
      if (!get().areQueriesSuspended) return;
      const seen = [...get().queries].filter(([, entry]) => entry.observers > 0);
      set({ areQueriesSuspended: false, queries: new Map(seen) });
      for (const [key] of seen) void load(key);
    },
  };
};

function withoutSurplus(queries: ReadonlyMap<string, QueryEntry>): ReadonlyMap<string, QueryEntry> {
  const unobserved = [...queries].filter(([, entry]) => entry.observers === 0);
  const surplus = new Set(unobserved.slice(0, Math.max(0, unobserved.length - keptUnobserved)).map(([key]) => key));
  return surplus.size === 0 ? queries : new Map([...queries].filter(([key]) => !surplus.has(key)));
}
