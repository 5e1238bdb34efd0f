/** Anything with an id and a revision, wherever it stands inside an answer. Ids are unique across entities. */
export interface Versioned {
  readonly id: string;
  readonly revision: number;
}

export type Records = ReadonlyMap<string, Versioned>;

/** Adds the records of an answer. An older revision never replaces a newer one. */
export function absorb(records: Records, answer: unknown): Records {
  const next = new Map(records);
  visit(answer, (found) => {
    const held = next.get(found.id);
    if (held && held.revision > found.revision) return;
    next.set(found.id, { ...held, ...found });
  });
  return next;
}

/** The same answer with every record replaced that is known in a newer revision; the same object when none is. */
export function freshen<Value>(value: Value, records: Records): Value {
  return freshenNode(value, records) as Value;
}

function freshenNode(node: unknown, records: Records): unknown {
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
