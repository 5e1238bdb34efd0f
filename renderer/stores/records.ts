/** Anything with an id and a revision, wherever it stands inside an answer. Ids are unique across entities. */
export interface Versioned {
  readonly id: string;
  readonly revision: number;
}

export type Records = Map<string, Versioned>;

/** More than the answers that are kept hold together, so that what is forgotten stands nowhere. */
const mostRecords = 20_000;

/** What an answer taught. */
export interface Absorbed {
  /** A record was known in an older revision, so that other answers may show it as it was. */
  readonly hasNewer: boolean;
  /** A record was known in a newer revision than the answer's. */
  readonly hasOlder: boolean;
}

/**
 * Adds the records of an answer; an older revision never replaces a newer one. They are added in place: a copy of all records for every page that
 * is scrolled to takes longer than a frame.
 */
export function absorb(records: Records, answer: unknown): Absorbed {
  let hasNewer = false;
  let hasOlder = false;
  visit(answer, (found) => {
    const held = records.get(found.id);
    if (held && held.revision > found.revision) {
      hasOlder = true;
      return;
    }
    if (held && held.revision < found.revision) hasNewer = true;
    // Behind all others: the first ones are forgotten first.
    records.delete(found.id);
    records.set(found.id, held ? { ...held, ...found } : found);
  });
  for (const id of records.keys()) {
    if (records.size <= mostRecords) break;
    records.delete(id);
  }
  return { hasNewer, hasOlder };
}

/** The same answer with every record replaced that is known in a newer revision; the same object when none is. */
export function freshen<Value>(value: Value, records: ReadonlyMap<string, Versioned>): Value {
  return freshenNode(value, records) as Value;
}

function freshenNode(node: unknown, records: ReadonlyMap<string, Versioned>): unknown {
  if (Array.isArray(node)) {
    const next = node.map((item) => freshenNode(item, records));
    return next.every((item, index) => item === node[index]) ? node : next;
  }
  if (!isObject(node)) return node;
  const held = isVersioned(node) ? records.get(node.id) : undefined;
  if (isVersioned(node) && held && held.revision > node.revision) return { ...node, ...held };
  const entries = Object.entries(node).map(([key, item]) => [key, freshenNode(item, records)] as const);
  return entries.every(([key, item]) => item === node[key]) ? node : Object.fromEntries(entries);
}

function visit(node: unknown, meet: (found: Versioned) => void): void {
  if (Array.isArray(node)) {
    for (const item of node) visit(item, meet);
  } else if (isObject(node)) {
    if (isVersioned(node)) meet(node);
    for (const item of Object.values(node)) visit(item, meet);
  }
}

function isObject(node: unknown): node is Record<string, unknown> {
  return typeof node === "object" && node !== null;
}

function isVersioned(node: unknown): node is Versioned {
  return isObject(node) && typeof node["id"] === "string" && typeof node["revision"] === "number";
}
