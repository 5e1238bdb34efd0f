import { isDeepStrictEqual } from "node:util";
import type { LabelSubject } from "../contract/shapes/label";
import { marked, relabelled } from "../domain/label-changes";
import { keyOf, labelKindOf } from "../domain/label-subject";
import type { LabelledSubject } from "../domain/label-subject";
import { shortIdFor } from "../domain/short-id";
import type { LabelRecord } from "../ports/label-store";
import type { Repositories } from "../ports/store";
import type { App, Change } from "./app";
import { notFound } from "./app";
import { change } from "./change";
import { createFactReader } from "./label-facts";
import type { SubjectFacts } from "./label-facts";

/** A thing with what is known of it and the label that it has. */
export interface LabelledThing {
  readonly facts: SubjectFacts;
  /** Undefined for text, and while no short id was given. */
  readonly label: LabelRecord | undefined;
}

/** Facts of something that can have a short id. */
export type KeyedFacts = SubjectFacts & { readonly subject: LabelledSubject };

type Labels = Pick<Repositories, "labels">;

/** What stands in place of a label until a thing has one. */
export function labelOf({ facts, label }: LabelledThing): LabelRecord {
  return label ?? newLabel(facts, facts.subject ? shortIdFor(labelKindOf(facts.subject), facts.keys[0] ?? "") : "");
}

function newLabel({ kind, subject, keys, values }: SubjectFacts, shortId: string): LabelRecord {
  return {
    shortId,
    key: keys[0] ?? "",
    subject: subject ?? { kind: "text", lines: [values.name ?? ""] },
    kind,
    title: values.name ?? "",
    place: values.place ?? "",
    needsLabel: false,
    reason: "",
    printedAt: null,
    printedCount: 0,
  };
}

/** The label of a thing by any of its keys. Of several, from before a service was tied to its server, the one that was printed last counts. */
export async function findLabel({ labels }: Labels, { keys }: SubjectFacts): Promise<LabelRecord | undefined> {
  let best: LabelRecord | undefined;
  for (const key of keys) {
    const found = await labels.findByKey(key);
    if (found && (best === undefined || (found.printedAt ?? -1) > (best.printedAt ?? -1))) best = found;
  }
  return best;
}

/** Everything about these things in their order, from the store alone. Throws `not-found` for one of which nothing is known. */
export function readThings(app: App, subjects: readonly LabelSubject[]): Promise<LabelledThing[]> {
  return app.store.read(async (repositories) => {
    const reader = createFactReader(repositories);
    const things: LabelledThing[] = [];
    for (const subject of subjects) {
      const facts = await reader.factsOf(subject);
      if (!facts) throw notFound(subject.kind.replace("-", " "), subject.kind === "text" ? "" : keyOf(subject));
      things.push({ facts, label: await findLabel(repositories, facts) });
    }
    return things;
  });
}

/** Gives the thing its short id if it has none, ties all of its keys to it, and keeps what it is called and where it stands. */
export async function keepLabel(unit: Pick<Change, "repositories" | "touch">, facts: KeyedFacts): Promise<LabelRecord> {
  const { labels } = unit.repositories;
  const found = await findLabel(unit.repositories, facts);
  const kept = found ? textOf(found, facts) : await addLabel(unit.repositories, facts);
  if (found && !isDeepStrictEqual(kept, found)) await labels.save(kept);
  for (const key of facts.keys) if (!(await labels.findByKey(key))) await labels.addKey(key, kept.shortId);
  if (kept !== found) unit.touch("label", kept.shortId);
  return kept;
}

function textOf(label: LabelRecord, { values }: SubjectFacts): LabelRecord {
  return relabelled(label, { title: values.name ?? "", place: values.place ?? "" });
}

async function addLabel({ labels }: Labels, facts: KeyedFacts): Promise<LabelRecord> {
  for (let attempt = 0; ; attempt += 1) {
    const shortId = shortIdFor(labelKindOf(facts.subject), facts.keys[0] ?? "", attempt);
    if (await labels.find(shortId)) continue;
    const label = newLabel(facts, shortId);
    await labels.add(label);
    return label;
  }
}

/** Whether keeping the label would change anything. */
export function isKept({ facts, label }: LabelledThing): boolean {
  return facts.subject === null || (label !== undefined && textOf(label, facts) === label);
}

const atOnce = 250;

/** Keeps the labels of things, some at a time so that nobody else's writing waits for thousands, and answers the things as they are then. */
export async function keepLabels(
  app: App,
  call: string,
  subjects: readonly LabelSubject[],
): Promise<readonly LabelledThing[]> {
  const things = await readThings(app, subjects);
  const left = things.flatMap((thing, index) => (isKept(thing) ? [] : [{ thing, index }]));
  for (let start = 0; start < left.length; start += atOnce) {
    await change(app, call, async (unit) => {
      for (const { thing, index } of left.slice(start, start + atOnce)) {
        const { facts } = thing;
        if (facts.subject === null) continue;
        const label = await keepLabel(unit, { ...facts, subject: facts.subject });
        things[index] = { facts, label };
        tell(unit, label, thing.label);
      }
    });
  }
  return things;
}

/** Giving a short id is told without a line of its own. */
function tell(unit: Change, label: LabelRecord, before: LabelRecord | undefined): void {
  if (before === undefined || !label.needsLabel || before.reason === label.reason) return;
  const summary = `The label of ${label.title} is out of date: ${label.reason}`;
  unit.journal({ entity: "label", entityId: label.shortId, serviceId: null, summary });
}

/** Says of a thing that it needs a label or not; gives it a short id if it has none. */
export async function markLabel(
  unit: Pick<Change, "repositories" | "touch">,
  facts: KeyedFacts,
  needsLabel: boolean,
  reason: string,
): Promise<LabelRecord> {
  const kept = await keepLabel(unit, facts);
  const after = marked(kept, needsLabel, reason);
  if (isDeepStrictEqual(after, kept)) return kept;
  await unit.repositories.labels.save(after);
  unit.touch("label", after.shortId);
  return after;
}
