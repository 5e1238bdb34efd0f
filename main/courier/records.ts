import { z } from "zod";
import type { ConsoleEvent } from "../contract/events";
import { touchOwners } from "../app/actions";
import type { Author, JournalledStore } from "../app/journalled-store";
import { automaticPerformer } from "../app/open-task";
import { withoutSecret } from "../domain/action-request";
import type { Clock, MakeId } from "../ports/host";
import type { ActionRecord, Repositories } from "../ports/store";
import type { Progress } from "./sender";

export interface RecordParts {
  readonly store: JournalledStore;
  readonly clock: Clock;
  readonly makeId: MakeId;
  publish(event: ConsoleEvent): void;
}

/** The courier works by itself. */
export const courierAuthor: Author = { operator: automaticPerformer, call: "courier" };

const progressShape = z.object({
  lastKey: z.string().optional(),
  noted: z.string().optional(),
  serverId: z.number().optional(),
  polls: z.number().optional(),
});
const seenShape = z.record(z.string(), z.string()).nullable();

export function readProgress(action: ActionRecord): Progress {
  const parsed = progressShape.safeParse(parseJson(action.progress ?? "{}"));
  if (!parsed.success) return {};
  const { lastKey, noted, serverId, polls } = parsed.data;
  return {
    ...(lastKey !== undefined && { lastKey }),
    ...(noted !== undefined && { noted }),
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
  }, courierAuthor);
  if (saved) tell(parts, saved);
  return saved;
}

/** Whether somebody has ended, changed or moved a step since it was read. */
export function isOvertaken(read: ActionRecord, current: ActionRecord): boolean {
  return (
    current.state === "discarded" ||
    current.state === "done" ||
    // A secret that was sealed with another key meanwhile is the same secret.
    withoutSecret(current.request) !== withoutSecret(read.request) ||
    current.moduleId !== read.moduleId
  );
}

async function isHeld({ modules }: Repositories, action: ActionRecord): Promise<boolean> {
  return action.heldBy !== null || (await modules.listHolds()).has(action.moduleId);
}

function tell(parts: RecordParts, action: ActionRecord): void {
  const changes: { entity: "action" | "task" | "service"; id: string }[] = [{ entity: "action", id: action.id }];
  touchOwners((entity, id) => changes.push({ entity, id }), action);
  parts.publish({ name: "records.changed", changes });
}
