import type { CallOutput, ParsedInput } from "../contract/calls";
import type { Labelled } from "../contract/shapes/label";
import type { App, Change } from "./app";
import { invalidInput, notFound } from "./app";
import { change } from "./change";
import { createFactReader } from "./label-facts";
import { findLabel, isKept, keepLabels, labelOf, markLabel, readThings } from "./label-records";
import type { LabelledThing } from "./label-records";
import { refreshFacts } from "./label-refresh";
import { readLabelSettings } from "./label-settings";
import { valuesOf } from "./label-values";

/** A label as it leaves the program: without its key. */
function publicLabel(thing: LabelledThing): Labelled {
  const { key: _key, ...label } = labelOf(thing);
  return label;
}

/** What needs a label comes first. What the store knows of the listed things by now is kept with them. */
export async function listLabels(app: App, input: ParsedInput<"label.list">): Promise<CallOutput<"label.list">> {
  const page = () => app.store.read(({ labels }) => labels.page(input, input));
  const listed = await page();
  const isChanged = await catchUp(
    app,
    listed.rows.map((row) => row.shortId),
  );
  const { rows, total } = isChanged ? await page() : listed;
  return {
    rows: rows.map(({ key: _key, ...label }) => label),
    total,
    needing: await app.store.read(({ labels }) => labels.countNeeding()),
  };
}

/** Whether anything was renamed or moved since it was last looked at. */
async function catchUp(app: App, shortIds: readonly string[]): Promise<boolean> {
  const changed = await app.store.read(async (repositories) => {
    const reader = createFactReader(repositories);
    const found: Labelled["subject"][] = [];
    for (const shortId of shortIds) {
      const label = await repositories.labels.find(shortId);
      const facts = label && (await reader.factsOf(label.subject));
      if (facts && !isKept({ facts, label: await findLabel(repositories, facts) })) found.push(label.subject);
    }
    return found;
  });
  if (changed.length > 0) await keepLabels(app, "label.list", changed);
  return changed.length > 0;
}

/** One thing's label, asked from its panel where that can be reached. */
export async function getLabel(app: App, { subject }: ParsedInput<"label.get">): Promise<CallOutput<"label.get">> {
  await refreshFacts(app, [subject]);
  const [thing] = await keepLabels(app, "label.get", [subject]);
  if (!thing) throw notFound(subject.kind, "");
  const settings = await app.store.read(readLabelSettings);
  return { ...publicLabel(thing), subject, values: valuesOf(thing, settings, app.clock.now()) };
}

const atOnce = 250;

export async function markLabels(
  app: App,
  { subjects, needsLabel }: ParsedInput<"label.mark">,
): Promise<Record<string, never>> {
  if (subjects.some(({ kind }) => kind === "text"))
    throw invalidInput([{ path: "subjects", message: "Text needs no mark: it belongs to nothing" }]);
  const things = await readThings(app, subjects);
  for (let start = 0; start < things.length; start += atOnce) {
    await change(app, "label.mark", (unit) => markSome(unit, things.slice(start, start + atOnce), needsLabel));
  }
  return {};
}

async function markSome(unit: Change, things: readonly LabelledThing[], needsLabel: boolean): Promise<void> {
  const titles: string[] = [];
  let first = "";
  for (const { facts } of things) {
    if (facts.subject === null) continue;
    const label = await markLabel(
      unit,
      { ...facts, subject: facts.subject },
      needsLabel,
      `Asked for by ${unit.operator}`,
    );
    titles.push(label.title);
    first ||= label.shortId;
  }
  const [title = ""] = titles;
  const what = titles.length === 1 ? title : `${title} and ${String(titles.length - 1)} more`;
  const summary = needsLabel ? `Label needed: ${what}` : `No label needed: ${what}`;
  unit.journal({ entity: "label", entityId: first, serviceId: null, summary });
}
