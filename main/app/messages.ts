import type { CallOutput, ParsedInput } from "../contract/calls";
import type { Message } from "../contract/shapes/message";
import type { MakeId } from "../ports/host";
import type { Repositories } from "../ports/store";
import type { App, Change } from "./app";
import { change } from "./change";
import { isMember } from "./directory";

/**
 * Tells a department what could not be done and why, in the transaction that found it out. Use cases and the courier alike: the courier's
 * transactions have no operator.
 */
export async function addMessage(
  unit: Pick<Change, "repositories" | "at" | "touch">,
  makeId: MakeId,
  message: Omit<Message, "id" | "at">,
): Promise<Message> {
  const added = { ...message, id: makeId(), at: unit.at };
  await unit.repositories.messages.add(added);
  unit.touch("message", added.id);
  return added;
}

/** Messages to the operator's departments, or to one of them, newest first. */
export function listMessages(app: App, input: ParsedInput<"message.list">): Promise<CallOutput<"message.list">> {
  const { departmentId, onlyUnread } = input;
  const { operator } = app.session;
  return app.store.read(async (repositories) => {
    const own = await departmentIdsOf(repositories, operator);
    const departmentIds = [...own].filter((id) => departmentId === null || id === departmentId);
    const { rows, total } = await repositories.messages.page({ operator, departmentIds, onlyUnread }, input);
    return { rows: [...rows], total };
  });
}

/** How many messages of each of the operator's departments the operator has not read. */
export function countUnread(app: App): Promise<CallOutput<"message.unread">> {
  const { operator } = app.session;
  return app.store.read(async (repositories) => {
    const own = await departmentIdsOf(repositories, operator);
    const counts = await repositories.messages.countUnread(operator);
    return counts.filter((one) => own.has(one.departmentId));
  });
}

/** Marks messages as read by the operator; for others they stay unread. */
export async function markRead(app: App, { ids }: ParsedInput<"message.mark-read">): Promise<Record<string, never>> {
  await change(app, "message.mark-read", async (unit) => {
    await unit.repositories.messages.markRead(ids, unit.operator, unit.at);
    for (const id of ids) unit.touch("message", id);
  });
  return {};
}

async function departmentIdsOf({ departments }: Repositories, operator: string): Promise<ReadonlySet<string>> {
  const own = (await departments.list()).filter((one) => isMember(operator, one));
  return new Set(own.map((one) => one.id));
}
