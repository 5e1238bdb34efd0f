import type { JournalChange, JournalVia } from "../contract/shapes/journal";
import { differencesBetween } from "../domain/journal-differences";
import type { Clock, MakeId } from "../ports/host";
import type { NewJournalEntry, Repositories, Store } from "../ports/store";
import { recordChanges } from "./recorded-repositories";
import type { Tell } from "./recorded-writes";

/** Who writes, and by which call. */
export interface Author {
  readonly operator: string;
  readonly call: string;
}

/** What a transaction says about itself. */
export type Note = Pick<NewJournalEntry, "entity" | "entityId" | "serviceId" | "summary">;

/**
 * The store with its journal: whatever a transaction changes stands in the entry that it notes, before and after. One that changes something and notes
 * nothing gets an entry of its own, so that nothing can change without one.
 */
export interface JournalledStore extends Store {
  write<T>(work: (repositories: Repositories, note: (note: Note) => void) => Promise<T>, author?: Author): Promise<T>;
}

interface JournalParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly makeId: MakeId;
  readonly place: { readonly workstation: string; readonly via: JournalVia };
  /** Who writes where no author is named. */
  operator(): string;
}

export function createJournalledStore({ store, clock, makeId, place, operator }: JournalParts): JournalledStore {
  return {
    read: (work) => store.read(work),
    close: () => store.close(),
    write: (work, author) =>
      store.write(async (repositories) => {
        const at = clock.now();
        const notes: Note[] = [];
        const record = createRecord();
        const value = await work(recordChanges(repositories, record.tell), (note) => void notes.push(note));
        for (const entry of entriesOf(notes, record.changes())) {
          const { operator: who, call } = author ?? { operator: operator(), call: "console" };
          await repositories.journal.add({ id: makeId(), at, operator: who, ...place, call, ...entry });
        }
        return value;
      }),
  };
}

interface Recorded {
  readonly record: string;
  readonly id: string;
  readonly before: object | undefined;
  after: object | undefined;
}

/** A record that is written twice in one transaction changes once, from its first state to its last. */
function createRecord(): { readonly tell: Tell; changes(): readonly ToldChange[] } {
  const recorded = new Map<string, Recorded>();
  return {
    tell(record, id, before, after) {
      const known = recorded.get(`${record} ${id}`);
      if (known) known.after = after;
      else recorded.set(`${record} ${id}`, { record, id, before, after });
    },
    changes: () => [...recorded.values()].flatMap(toldChange),
  };
}

interface ToldChange {
  readonly change: JournalChange;
  readonly serviceId: string | null;
}

function toldChange({ record, id, before, after }: Recorded): ToldChange[] {
  const state = after ?? before;
  if (state === undefined) return [];
  const kind = before === undefined ? "added" : after === undefined ? "removed" : "changed";
  const { differences, omitted } = differencesBetween(before, after);
  if (kind === "changed" && differences.length === 0) return [];
  const serviceId = record === "service" ? id : "serviceId" in state ? state.serviceId : null;
  return [
    {
      change: { record, id, kind, differences, omitted },
      serviceId: typeof serviceId === "string" ? serviceId : null,
    },
  ];
}

type Told = Note & Pick<NewJournalEntry, "changes">;

/** Every change goes to the note about its record, or else to the first one. */
function entriesOf(notes: readonly Note[], told: readonly ToldChange[]): readonly Told[] {
  const [first] = told;
  if (notes.length === 0) return first ? [automaticEntry(first, told)] : [];
  const changes = notes.map((): JournalChange[] => []);
  for (const { change } of told) {
    const own = notes.findIndex(({ entityId }) => change.id === entityId || change.id.startsWith(`${entityId}/`));
    changes[Math.max(0, own)]?.push(change);
  }
  return notes.map((note, index) => ({ ...note, changes: withinSize(changes[index] ?? []) }));
}

function automaticEntry({ change, serviceId }: ToldChange, told: readonly ToldChange[]): Told {
  const words = told.map((one) => `${one.change.record} ${one.change.kind}`.replaceAll("-", " "));
  return {
    entity: change.record,
    entityId: change.id,
    serviceId,
    summary: [...new Set(words)].join(", "),
    changes: withinSize(told.map((one) => one.change)),
  };
}

const longestEntry = 32_000;

/** A transaction that changes very much names every record but tells the differences of the first ones only. */
function withinSize(changes: readonly JournalChange[]): JournalChange[] {
  let size = 0;
  return changes.map((change) => {
    size += JSON.stringify(change.differences).length;
    if (size <= longestEntry) return change;
    return { ...change, differences: [], omitted: change.omitted + change.differences.length };
  });
}
