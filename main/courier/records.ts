import { z } from "zod";
import type { ActionTrouble } from "../contract/shapes/action";
import type { ConsoleEvent } from "../contract/events";
import { settle } from "../app/settle";
import type { Findings } from "../app/settle";
import { touchOwners } from "../app/actions";
import { parseRequest } from "../domain/action-request";
import type { Clock, MakeId } from "../ports/host";
import type { ActionRecord, Repositories, Store } from "../ports/store";
import type { Progress } from "./sender";

export interface RecordParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly makeId: MakeId;
  publish(event: ConsoleEvent): void;
}

const progressShape = z.object({
  lastKey: z.string().optional(),
  serverId: z.number().optional(),
  polls: z.number().optional(),
});
const seenShape = z.record(z.string(), z.string()).nullable();

export function readProgress(action: ActionRecord): Progress {
  const parsed = progressShape.safeParse(parseJson(action.progress ?? "{}"));
  if (!parsed.success) return {};
  const { lastKey, serverId, polls } = parsed.data;
  return {
    ...(lastKey !== undefined && { lastKey }),
    ...(serverId !== undefined && { serverId }),
    ...(polls !== undefined && { polls }),
  };
}

export function readSeen(action: ActionRecord): Readonly<Record<string, string>> | null {
  const parsed = seenShape.safeParse(parseJson(action.seen ?? "null"));
  return parsed.success ? parsed.data : null;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * Stores a step's progress. Undefined when a person has ended, changed or paused it since it was read: then what was found out about it is of the past,
 * and nothing may be sent on the strength of it.
 */
export async function saveProgress(
  parts: RecordParts,
  action: ActionRecord,
  patch: Partial<ActionRecord>,
): Promise<ActionRecord | undefined> {
  const saved = await parts.store.write(async (repositories) => {
    const current = await repositories.actions.find(action.id);
    if (!current || isOvertaken(action, current)) return undefined;
    if (patch.state === "sending" && (await isHeld(repositories, current))) return undefined;
    return repositories.actions.save({ ...current, ...patch });
  });
  if (saved) tell(parts, saved);
  return saved;
}

function isOvertaken(read: ActionRecord, current: ActionRecord): boolean {
  return current.state === "discarded" || current.state === "done" || current.request !== read.request;
}

async function isHeld({ modules }: Repositories, action: ActionRecord): Promise<boolean> {
  return action.heldBy !== null || (await modules.listHolds()).has(action.moduleId);
}

/** Stops an action until a person decides. */
export async function stopForPerson(
  parts: RecordParts,
  action: ActionRecord,
  trouble: ActionTrouble,
  patch: Partial<ActionRecord> = {},
): Promise<void> {
  await saveProgress(parts, action, {
    ...patch,
    state: "needs-attention",
    trouble,
    heldBy: null,
    nextAttemptAt: null,
    operationId: null,
    percent: null,
  });
}

/** Ends an action and draws the consequences in the same transaction. Secrets leave the row with its end. */
export async function finish(
  parts: RecordParts,
  action: ActionRecord,
  outcome: string,
  findings: Findings,
): Promise<void> {
  const changes = new Map<string, { entity: "task" | "service" | "action" | "journal" | "draft"; id: string }>();
  await parts.store.write(async (repositories) => {
    changes.clear();
    const current = await repositories.actions.find(action.id);
    if (!current || isOvertaken(action, current)) return;
    const at = parts.clock.now();
    const ended = await repositories.actions.save({
      ...current,
      state: "done",
      endedAt: at,
      nextAttemptAt: null,
      trouble: null,
      heldBy: null,
      percent: null,
      operationId: null,
      outcome,
      request: withoutSecret(current.request),
    });
    const touch = (entity: string, id: string) => changes.set(`${entity} ${id}`, { entity: entity as "task", id });
    touch("action", ended.id);
    await settle({ repositories, at, touch }, ended, findings);
    await repositories.journal.add({
      id: parts.makeId(),
      at,
      operator: "Rackside",
      call: "courier",
      entity: "action",
      entityId: ended.id,
      serviceId: ended.serviceId,
      summary: outcome === "" ? ended.summary : `${ended.summary}: ${outcome}`,
    });
  });
  if (changes.size > 0) parts.publish({ name: "records.changed", changes: [...changes.values()] });
}

function withoutSecret(request: string): string {
  const parsed = parseRequest(request);
  if (parsed?.kind !== "add-connection" || parsed.connection.to !== "ipmi") return request;
  return JSON.stringify({ ...parsed, connection: { ...parsed.connection, password: "-" } });
}

function tell(parts: RecordParts, action: ActionRecord): void {
  const changes: { entity: "action" | "task" | "service"; id: string }[] = [{ entity: "action", id: action.id }];
  touchOwners((entity, id) => changes.push({ entity, id }), action);
  parts.publish({ name: "records.changed", changes });
}
