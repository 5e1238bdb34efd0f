import type { ConsoleEvent } from "../main/contract/events";
import type { Translate } from "../main/contract/phrases/phrase-book";
import type { MessageRow } from "../main/contract/shapes/message";
import type { HostTexts, ReadTexts } from "./text/texts";

/** What a desktop notification says, and what is shown when it is clicked. */
export interface MessageNotice {
  readonly title: string;
  readonly body: string;
  readonly chosen: Extract<ConsoleEvent, { readonly name: "record.chosen" }>;
}

export interface MessageWatchParts {
  /** Unread messages of the operator's departments, newest first. */
  listUnread(): Promise<readonly MessageRow[]>;
  isLookedAt(): boolean;
  notify(notice: MessageNotice): void;
  readonly readTexts: ReadTexts;
  /** Puts what the program said into the language of the window. */
  loadPhrases(): Promise<Translate>;
}

/** Listens for messages that are new; each is told once, and none while somebody looks at the window. */
export function createMessageWatch({ listUnread, isLookedAt, notify, readTexts, loadPhrases }: MessageWatchParts) {
  const told = new Set<string>();
  return async (event: ConsoleEvent): Promise<void> => {
    const changed = changedMessages(event);
    if (changed.size === 0) return;
    const fresh = (await listUnread()).filter((message) => changed.has(message.id) && !told.has(message.id));
    for (const message of fresh) told.add(message.id);
    const [newest] = fresh;
    if (newest === undefined || isLookedAt()) return;
    const phrase = await loadPhrases();
    const spoken = { ...newest, subject: phrase(newest.subject), reason: phrase(newest.reason) };
    notify(noticeOf(spoken, fresh.length, readTexts()));
  };
}

/** Whether the event tells of messages, which say better what has stopped than a count does. */
export function tellsOfMessages(event: ConsoleEvent): boolean {
  return changedMessages(event).size > 0;
}

function changedMessages(event: ConsoleEvent): ReadonlySet<string> {
  if (event.name !== "records.changed") return new Set();
  return new Set(event.changes.filter((change) => change.entity === "message").map((change) => change.id));
}

function noticeOf(newest: MessageRow, count: number, { notice }: HostTexts): MessageNotice {
  if (count > 1) {
    const body = notice.failedAndMore(newest.subject, count - 1);
    const chosen = { name: "record.chosen", entity: "message", id: newest.id } as const;
    return { title: notice.messages(count), body, chosen };
  }
  const { taskId, id } = newest;
  const record = taskId === null ? ({ entity: "message", id } as const) : ({ entity: "task", id: taskId } as const);
  return { title: notice.failed(newest.subject), body: newest.reason, chosen: { name: "record.chosen", ...record } };
}
