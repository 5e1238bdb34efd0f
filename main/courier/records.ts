import { z } from "zod";
import { actionRequestShape } from "../contract/shapes/action";
import type { ActionRequest, ActionTrouble } from "../contract/shapes/action";
import type { ConsoleEvent } from "../contract/events";
import { settle } from "../app/settle";
import type { Findings } from "../app/settle";
import { touchOwners } from "../app/actions";
import type { Clock, MakeId } from "../ports/host";
import type { ActionRecord, Store } from "../ports/store";
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

/** The request of an outbox row, or undefined when the row does not parse: it is kept as it is and put to a person. */
export function readRequest(action: ActionRecord): ActionRequest | undefined {
  const parsed = actionRequestShape.safeParse(parseJson(action.request));
  return parsed.success ? parsed.data : undefined;
}

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

/** Stores a step's progress. Undefined when a person has ended the action in the meantime. */
export async function saveProgress(
  parts: RecordParts,
  id: string,
  patch: Partial<ActionRecord>,
): Promise<ActionRecord | undefined> {
  const saved = await parts.store.write(async (repositories) => {
    const current = await repositories.actions.find(id);
    if (!current || current.state === "discarded" || current.state === "done") return undefined;
    return repositories.actions.save({ ...current, ...patch });
  });
  if (saved) tell(parts, saved);
  return saved;
}

/** Stops an action until a person decides. */
export async function stopForPerson(parts: RecordParts, action: ActionRecord, trouble: ActionTrouble): Promise<void> {
  await saveProgress(parts, action.id, {
    state: "needs-attention",
    trouble,
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
    if (!current || current.state === "discarded" || current.state === "done") return;
    const at = parts.clock.now();
    const ended = await repositories.actions.save({
      ...current,
      state: "done",
      endedAt: at,
      nextAttemptAt: null,
      trouble: null,
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
  const parsed = actionRequestShape.safeParse(parseJson(request));
  if (!parsed.success || parsed.data.kind !== "add-connection" || parsed.data.connection.to !== "ipmi") return request;
  return JSON.stringify({ ...parsed.data, connection: { ...parsed.data.connection, password: "-" } });
}

function tell(parts: RecordParts, action: ActionRecord): void {
  const changes: { entity: "action" | "task" | "service"; id: string }[] = [{ entity: "action", id: action.id }];
  touchOwners((entity, id) => changes.push({ entity, id }), action);
  parts.publish({ name: "records.changed", changes });
}
