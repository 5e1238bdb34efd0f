import type { ActionTrouble } from "../contract/shapes/action";
import type { Entity } from "../contract/events";
import { touchOwners } from "../app/actions";
import type { Change } from "../app/app";
import { fallBack, giveBack } from "../app/fallback";
import { addMessage } from "../app/messages";
import { takenServers } from "../app/panel-servers";
import { settle } from "../app/settle";
import type { Findings } from "../app/settle";
import { withoutSecret } from "../domain/action-request";
import type { ActionRecord, Repositories } from "../ports/store";
import { courierAuthor, isOvertaken } from "./records";
import type { RecordParts } from "./records";

/** Stops an action until a person decides, and tells the department of its module why, in the same transaction. */
export async function stopForPerson(
  parts: RecordParts,
  action: ActionRecord,
  trouble: ActionTrouble,
  patch: Partial<ActionRecord> = {},
): Promise<void> {
  await record(parts, async (unit) => {
    const current = await unit.repositories.actions.find(action.id);
    if (!current || isOvertaken(action, current)) return;
    const stopped = await unit.repositories.actions.save({
      ...current,
      ...patch,
      state: "needs-attention",
      trouble,
      heldBy: null,
      nextAttemptAt: null,
      operationId: null,
      percent: null,
    });
    unit.touch("action", stopped.id);
    touchOwners(unit.touch, stopped);
    if (current.state !== "needs-attention") await tellDepartment(parts, unit, stopped, trouble.message);
  });
}

async function tellDepartment(parts: RecordParts, unit: Unit, action: ActionRecord, reason: string): Promise<void> {
  const { modules, services } = unit.repositories;
  const module = await modules.find(action.moduleId);
  const service = action.serviceId === null ? undefined : await services.find(action.serviceId);
  if (!module) return;
  const subject = service ? `C-${String(service.number)}` : `${module.name}, server ${String(action.serverId)}`;
  await addMessage(unit, parts.makeId, {
    departmentId: module.departmentId,
    serviceId: action.serviceId,
    taskId: action.taskId,
    actionId: action.id,
    subject: `${subject}: ${action.summary}`,
    reason,
  });
}

/**
 * Ends an action and draws the consequences in the same transaction. Secrets leave the row with its end. False when the server that was
 * found for a service has been kept for another one since: then nothing is stored and another one is to be looked for.
 */
export async function finish(
  parts: RecordParts,
  action: ActionRecord,
  outcome: string,
  findings: Findings,
): Promise<boolean> {
  return record(parts, async (unit) => {
    const current = await unit.repositories.actions.find(action.id);
    if (!current || isOvertaken(action, current)) return true;
    if (await isTaken(unit.repositories, current, findings)) return false;
    const ended = await unit.repositories.actions.save({
      ...current,
      state: "done",
      endedAt: unit.at,
      nextAttemptAt: null,
      trouble: null,
      heldBy: null,
      percent: null,
      operationId: null,
      outcome,
      request: withoutSecret(current.request),
    });
    unit.touch("action", ended.id);
    await settle(unit, ended, findings);
    say(unit, ended, outcome === "" ? ended.summary : `${ended.summary}: ${outcome}`);
    return true;
  });
}

async function isTaken(repositories: Repositories, action: ActionRecord, { serverId }: Findings): Promise<boolean> {
  if (action.kind !== "take-server" || action.serviceId === null || serverId === undefined) return false;
  const service = await repositories.services.find(action.serviceId);
  return service?.serverId !== serverId && (await takenServers(repositories, action.moduleId)).has(serverId);
}

/** Moves the service of a step that found no free server on to the next module. */
export async function moveToNextModule(
  parts: RecordParts,
  action: ActionRecord,
  reason: string,
  next: Parameters<typeof fallBack>[3],
): Promise<void> {
  await record(parts, async (unit) => {
    const current = await unit.repositories.actions.find(action.id);
    if (!current || isOvertaken(action, current)) return;
    await fallBack(unit, current, reason, next);
    say(unit, current, `${reason}. ${next.module.name} takes over`);
  });
}

/** Gives a server that somebody else got in the panel back, so that another one is taken. */
export async function takeAnotherServer(parts: RecordParts, action: ActionRecord, reason: string): Promise<void> {
  await record(parts, async (unit) => {
    const current = await unit.repositories.actions.find(action.id);
    if (!current || isOvertaken(action, current)) return;
    await giveBack(unit, current);
    say(unit, current, `${reason}. Another one is taken`);
  });
}

type Unit = Pick<Change, "repositories" | "at" | "touch" | "journal">;

/** One transaction of the courier; what it touched is told after the commit. */
async function record<T>(parts: RecordParts, work: (unit: Unit) => Promise<T>): Promise<T> {
  const changes = new Map<string, { entity: Entity; id: string }>();
  const value = await parts.store.write(async (repositories, note) => {
    changes.clear();
    const touch = (entity: Entity, id: string) => changes.set(`${entity} ${id}`, { entity, id });
    const journal: Unit["journal"] = (entry) => {
      note(entry);
      touch("journal", entry.entityId);
    };
    return work({ repositories, at: parts.clock.now(), touch, journal });
  }, courierAuthor);
  if (changes.size > 0) parts.publish({ name: "records.changed", changes: [...changes.values()] });
  return value;
}

function say(unit: Unit, action: ActionRecord, summary: string): void {
  unit.journal({ entity: "action", entityId: action.id, serviceId: action.serviceId, summary });
}
