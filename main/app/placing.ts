import type { ParsedInput } from "../contract/calls";
import type { LabelSubject } from "../contract/shapes/label";
import type { Placement } from "../contract/shapes/scan";
import { findRack } from "../domain/card";
import { rackIdentifier } from "../domain/label-values";
import { readScanned } from "../domain/scan";
import type { Repositories } from "../ports/store";
import type { App } from "./app";
import { invalidInput } from "./app";
import { change } from "./change";
import { createFactReader } from "./label-facts";
import type { PanelRack, SubjectFacts } from "./label-facts";
import { keepLabel } from "./label-records";
import { refreshFacts } from "./label-refresh";
import { findScanned, readScan } from "./scanning";

interface ScannedRack {
  readonly name: string;
  /** Null for a rack that is known by its name alone. */
  readonly rack: PanelRack | null;
}

/** Keeps that a thing was seen in a rack, and says whether panel or card agree. Neither of them is changed. */
export async function placeScanned(app: App, input: ParsedInput<"scan.place">): Promise<Placement> {
  const { rack, subject } = await app.store.read(async (repositories) => ({
    rack: await rackOf(repositories, input.rack),
    subject: await thingOf(repositories, input.thing),
  }));
  const thing = subject ?? (await foreignThing(app, input.thing));
  await refreshFacts(app, [thing]);
  return change(app, "scan.place", async (unit) => {
    const facts = await createFactReader(unit.repositories).factsOf(thing);
    if (!facts?.subject) throw noThing("Nothing is known of this any more");
    const label = await keepLabel(unit, { ...facts, subject: facts.subject });
    const expectedRack = facts.values.rack ?? "";
    const placement: Placement = {
      shortId: label.shortId,
      title: label.title,
      rack: rack.name,
      at: unit.at,
      operator: unit.operator,
      expectedRack,
      isExpected: expectedRack === "" || isSameRack(rack, facts),
    };
    await unit.repositories.placements.add({ ...placement, id: app.makeId() });
    const against = placement.isExpected ? "" : `, expected in ${expectedRack}`;
    unit.touch("label", label.shortId);
    unit.journal({
      entity: "label",
      entityId: label.shortId,
      serviceId: facts.serviceId,
      summary: `${label.title} seen in rack ${rack.name}${against}`,
    });
    return placement;
  });
}

/** By name; a panel may have two racks of one name, so inside one panel the id counts as well. */
function isSameRack(scanned: ScannedRack, { values, rack }: SubjectFacts): boolean {
  if (values.rack !== scanned.name) return false;
  if (!rack || !scanned.rack) return true;
  const isSamePanel = rack.moduleIds.some((id) => scanned.rack?.moduleIds.includes(id));
  return !isSamePanel || rack.rackId === scanned.rack.rackId;
}

/** A rack's label, or its name as a label that was there before may have it. */
async function rackOf(repositories: Repositories, text: string): Promise<ScannedRack> {
  const scanned = readScanned(text);
  const found = await findScanned(repositories, scanned);
  if (found?.label.subject.kind === "rack") {
    return { name: found.facts?.values.rack ?? found.label.title, rack: found.facts?.rack ?? null };
  }
  if (found) throw noRack(`This is the label of ${found.label.title}. Scan the rack first`);
  for (const module of await repositories.modules.list()) {
    const racks = (await repositories.modules.findConfiguration(module.id))?.configuration.racks ?? [];
    const rack = scanned.readings.map((reading) => findRack(racks, reading, module.locationId)).find(Boolean);
    if (rack) return { name: rackIdentifier(rack.name), rack: null };
  }
  throw noRack("No rack has this label or name");
}

/** Undefined for what is no label of ours. */
async function thingOf(repositories: Repositories, text: string): Promise<LabelSubject | undefined> {
  const found = await findScanned(repositories, readScanned(text));
  if (!found) return undefined;
  if (found.label.kind !== "server") throw noThing(`This is the label of ${found.label.title}. Scan a server`);
  return found.label.subject;
}

/** A maker's code says which server it is where exactly one service fits. */
async function foreignThing(app: App, text: string): Promise<LabelSubject> {
  const scan = await readScan(app, { text });
  const matches = scan.is === "foreign" ? scan.matches : [];
  const [match] = matches;
  if (match === undefined) throw noThing("No server has this label, serial number or name");
  if (matches.length > 1) throw noThing("Several services fit this. Scan the label of the server");
  return { kind: "service", serviceId: match.serviceId };
}

function noRack(message: string) {
  return invalidInput([{ path: "rack", message }]);
}

function noThing(message: string) {
  return invalidInput([{ path: "thing", message }]);
}
