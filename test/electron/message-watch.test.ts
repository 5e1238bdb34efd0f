import { expect, test } from "vitest";
import type { ConsoleEvent } from "../../main/contract/events";
import type { MessageRow } from "../../main/contract/shapes/message";
import { phrasesIn, textsIn } from "../../electron/text/texts";
import { createMessageWatch, type MessageNotice } from "../../electron/message-watch";

function buildMessage(id: string, change: Partial<MessageRow> = {}): MessageRow {
  return {
    id,
    at: 1,
    departmentId: "floor",
    serviceId: null,
    taskId: `task of ${id}`,
    actionId: null,
    subject: `Install ${id}`,
    reason: "No boot device",
    departmentName: "Floor",
    serviceNumber: null,
    taskNumber: null,
    isRead: false,
    ...change,
  };
}

function watchInbox(unread: readonly MessageRow[], isLookedAt = false) {
  const notices: MessageNotice[] = [];
  const watch = createMessageWatch({
    listUnread: () => Promise.resolve(unread),
    isLookedAt: () => isLookedAt,
    notify: (notice) => void notices.push(notice),
    readTexts: () => textsIn("en"),
    loadPhrases: () => phrasesIn("en"),
  });
  return { notices, watch };
}

const told = (...ids: readonly string[]): ConsoleEvent => ({
  name: "records.changed",
  changes: ids.map((id) => ({ entity: "message", id })),
});

test("a new message is told with its reason, and a click is to show its task", async () => {
  const { notices, watch } = watchInbox([buildMessage("m-1")]);
  await watch(told("m-1"));
  expect(notices).toEqual([
    {
      title: "Failed: Install m-1",
      body: "No boot device",
      chosen: { name: "record.chosen", entity: "task", id: "task of m-1" },
    },
  ]);
});

test("a message is told once, and one of another department not at all", async () => {
  const { notices, watch } = watchInbox([buildMessage("m-1")]);
  await watch(told("m-1"));
  await watch(told("m-1", "m-2"));
  expect(notices).toHaveLength(1);
});

test("nothing is told while somebody looks at the window, nor later", async () => {
  const { notices, watch } = watchInbox([buildMessage("m-1")], true);
  await watch(told("m-1"));
  expect(notices).toEqual([]);
});

test("several at once are one notification that opens the inbox", async () => {
  const { notices, watch } = watchInbox([buildMessage("m-2"), buildMessage("m-1")]);
  await watch(told("m-1", "m-2"));
  expect(notices).toMatchObject([{ title: "2 messages", chosen: { entity: "message" } }]);
});

test("a message without a task opens the inbox", async () => {
  const { notices, watch } = watchInbox([buildMessage("m-1", { taskId: null })]);
  await watch(told("m-1"));
  expect(notices).toMatchObject([{ chosen: { entity: "message", id: "m-1" } }]);
});

test("changes of other records ask nothing", async () => {
  let asked = 0;
  const watch = createMessageWatch({
    listUnread: () => {
      asked += 1;
      return Promise.resolve([]);
    },
    isLookedAt: () => false,
    notify: () => undefined,
    readTexts: () => textsIn("en"),
    loadPhrases: () => phrasesIn("en"),
  });
  await watch({ name: "records.changed", changes: [{ entity: "action", id: "a-1" }] });
  await watch({ name: "profile.opened" });
  expect(asked).toBe(0);
});

test("the notification speaks the language of the window", async () => {
  const notices: MessageNotice[] = [];
  const watch = createMessageWatch({
    listUnread: () =>
      Promise.resolve([buildMessage("m-1", { subject: "C-4: Power off", reason: "The panel is out of reach" })]),
    isLookedAt: () => false,
    notify: (notice) => void notices.push(notice),
    readTexts: () => textsIn("ru"),
    loadPhrases: () => phrasesIn("ru"),
  });
  await watch(told("m-1"));
  expect(notices).toMatchObject([{ title: "Не удалось: C-4: Выключить питание", body: "Нет связи с панелью" }]);
});
