import { calls } from "../contract/calls";
import type { CallOutput, ParsedInput } from "../contract/calls";
import type { ServerFacts } from "../contract/shapes/panel";
import type { Scan } from "../contract/shapes/scan";
import { readScanned } from "../domain/scan";
import type { ScannedText } from "../domain/scan";
import type { LabelRecord } from "../ports/label-store";
import type { Repositories } from "../ports/store";
import type { App } from "./app";
import { createFactReader } from "./label-facts";
import type { SubjectFacts } from "./label-facts";
import { readLabelSettings } from "./label-settings";
import { findHolder } from "./panel-servers";

/** What a scanner read: a label of ours, one like it, or something else that may be found here all the same. */
export function readScan(app: App, { text }: ParsedInput<"scan.read">): Promise<CallOutput<"scan.read">> {
  return app.store.read((repositories) => identify(repositories, readScanned(text)));
}

async function identify(repositories: Repositories, scanned: ScannedText): Promise<Scan> {
  const found = await findScanned(repositories, scanned);
  if (found) return ours(repositories, found);
  const matches = await search(repositories, scanned);
  const [id] = scanned.ids;
  if (matches.length > 0 || id === undefined) return { is: "foreign", text: scanned.text, matches };
  const { prefix } = await readLabelSettings(repositories);
  const message =
    id.prefix === prefix
      ? "Nothing here has this id. It may have been given in another profile, or after the backup that this one went back to"
      : `A label of another site${id.prefix === "" ? ", which has no prefix" : `: its prefix is ${id.prefix}`}. Nothing here has this id`;
  return { is: "unknown", text: scanned.text, message };
}

export interface FoundLabel {
  readonly label: LabelRecord;
  /** Undefined when the thing is gone from its panel. */
  readonly facts: SubjectFacts | undefined;
}

/** The thing whose label was scanned; undefined when it is no label of a thing here. */
export async function findScanned(
  repositories: Repositories,
  { ids, hidden }: ScannedText,
): Promise<FoundLabel | undefined> {
  for (const shortId of [...ids.map((id) => id.shortId), ...hidden]) {
    const label = await repositories.labels.find(shortId);
    if (label) return { label, facts: await createFactReader(repositories).factsOf(label.subject) };
  }
  return undefined;
}

async function ours(repositories: Repositories, { label, facts }: FoundLabel): Promise<Scan> {
  const serviceId = facts?.serviceId ?? null;
  const tasks = serviceId === null ? [] : await repositories.tasks.listByService(serviceId);
  return {
    is: "ours",
    shortId: label.shortId,
    subject: label.subject,
    title: facts?.values.name ?? label.title,
    place: facts?.values.place ?? label.place,
    serviceId,
    taskId: tasks.find((task) => task.endedAt === null)?.id ?? null,
  };
}

/** A fragment of one or two characters would match almost everything. */
const shortestFragment = 3;
const mostMatches = 10;

type Matches = Extract<Scan, { is: "foreign" }>["matches"];

/** Services by what their cards and panels say; the text as it is first, then as another keyboard layout would have it. */
async function search(repositories: Repositories, { readings }: ScannedText): Promise<Matches> {
  for (const reading of readings.filter((one) => one.length >= shortestFragment)) {
    const matches = [...(await bySerial(repositories, reading)), ...(await byText(repositories, reading))];
    const once = new Map(matches.map((match) => [match.serviceId, match]));
    if (once.size > 0) return [...once.values()].slice(0, mostMatches);
  }
  return [];
}

async function byText({ services }: Repositories, text: string): Promise<Matches> {
  const filter = calls["service.list"].input.parse({ search: text });
  const { rows } = await services.page(filter, { after: null, offset: 0, limit: mostMatches });
  return rows.map(({ id, number, label }) => ({ serviceId: id, title: titleOf(number, label) }));
}

/** Servers whose serial number, inventory code or hardware address is the text, as their panels last said: in the local copies, or when they were looked at. */
async function bySerial(repositories: Repositories, text: string): Promise<Matches> {
  const { found } = await repositories.search.find(text, ["server"], mostMatches);
  const copies = found.filter(({ texts }) => texts.some((one) => one.toLowerCase() === text.toLowerCase()));
  const matches: Matches = [];
  for (const { moduleId, serverId } of copies) {
    const service = moduleId && serverId !== null && (await findHolder(repositories, moduleId, serverId));
    if (service) matches.push({ serviceId: service.id, title: titleOf(service.number, service.label) });
  }
  if (copies.length > 0) return matches;
  for (const { moduleId, body } of await repositories.observations.listContaining("server ", text, mostMatches)) {
    // Written by `observe` under the subject of a server.
    const { serverId, serial, barcode, mac } = JSON.parse(body) as ServerFacts;
    if (![serial, barcode, mac].some((one) => one.toLowerCase() === text.toLowerCase())) continue;
    const service = await findHolder(repositories, moduleId, serverId);
    if (service) matches.push({ serviceId: service.id, title: titleOf(service.number, service.label) });
  }
  return matches;
}

function titleOf(number: number, label: string): string {
  return `C-${String(number)} ${label}`.trim();
}
