import type { ParsedInput } from "../contract/calls";
import type { Reservation } from "../contract/shapes/rack";
import { nameUnits, refusalsOf } from "../domain/rack-units";
import type { App, Change } from "./app";
import { existing, invalidInput, notAllowed } from "./app";
import { change } from "./change";
import { readRackContent } from "./rack-contents";
import { getKnownRack, moduleIdsOf } from "./rack-survey";
import { todayAt } from "./site-day";

/** Keeps units free for a purpose or marks them as the site's own; what takes one of them is named in the refusal. */
export async function reserveUnits(app: App, input: ParsedInput<"rack.reserve">): Promise<Reservation> {
  const today = todayAt(app);
  if (input.until !== null && input.until < today) {
    throw invalidInput([{ path: "until", message: "This day is over already" }]);
  }
  return change(app, "rack.reserve", async (unit) => {
    const rack = await getKnownRack(unit.repositories, input.moduleId, input.rackId);
    const { blocks } = await readRackContent(unit.repositories, rack, today);
    const refusals = refusalsOf(rack.facts, { ...input.units, faces: input.faces }, blocks);
    if (refusals.length > 0) throw notAllowed("units-taken", refusals.join(". "));
    const reservation = await unit.repositories.rackReservations.add({
      ...input,
      id: app.makeId(),
      revision: 1,
      operator: unit.operator,
      createdAt: unit.at,
    });
    const where = `${nameUnits(input.units)} of ${rack.facts.name}`;
    const end = input.until === null ? "" : ` until ${input.until}`;
    const what = input.kind === "reserved" ? `${where} reserved${end}` : `${where} marked as the site's own`;
    noteRack(unit, rack.facts.rackId, input.moduleId, `${what}: ${input.reason}`);
    return reservation;
  });
}

/** Gives reserved or service units back. */
export async function releaseUnits(app: App, { id }: ParsedInput<"rack.release">): Promise<Record<string, never>> {
  return change(app, "rack.release", async (unit) => {
    const reservation = existing(await unit.repositories.rackReservations.find(id), "reservation", id);
    const { moduleId, rackId, units, reason } = reservation;
    await unit.repositories.rackReservations.remove(id);
    noteRack(unit, rackId, moduleId, `${nameUnits(units)} given back: ${reason}`);
    return {};
  });
}

/** Says how much of a rack may be sold, whichever module of its panel it was said through before. */
export async function setRackCapacity(
  app: App,
  { moduleId, rackId, capacity }: ParsedInput<"rack.set-capacity">,
): Promise<Record<string, never>> {
  return change(app, "rack.set-capacity", async (unit) => {
    const { rackCapacities } = unit.repositories;
    const rack = await getKnownRack(unit.repositories, moduleId, rackId);
    const known = (await rackCapacities.listByModules(moduleIdsOf(rack))).find((one) => one.rackId === rackId);
    await rackCapacities.put({ moduleId: known?.moduleId ?? moduleId, rackId, ...capacity });
    const power = capacity.powerWatts === null ? "any power" : `${String(capacity.powerWatts)} W`;
    const bandwidth = capacity.bandwidthMbit === null ? "any bandwidth" : `${String(capacity.bandwidthMbit)} Mbit/s`;
    noteRack(unit, rackId, moduleId, `${power} and ${bandwidth} may be sold in ${rack.facts.name}`);
    return {};
  });
}

/** Tells of a change to a rack: to the journal, and to whoever shows it. */
export function noteRack(
  unit: Pick<Change, "journal" | "touch">,
  rackId: number,
  moduleId: string,
  summary: string,
  serviceId: string | null = null,
): void {
  const entityId = `${moduleId}/${String(rackId)}`;
  unit.touch("rack", entityId);
  unit.journal({ entity: "rack", entityId, serviceId, summary });
}
