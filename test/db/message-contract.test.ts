import { expect, test } from "vitest";
import type { Message } from "../../main/contract/shapes/message";
import type { Store } from "../../main/ports/store";
import { action, department, task } from "./records";
import { siteStore } from "./temporary-store";

const firstPage = { offset: 0, limit: 100 };
const night = { ...department, id: "department-2", name: "Alarm desk" };

function message(id: string, fields: Partial<Message> = {}): Message {
  return {
    id,
    at: 100,
    departmentId: department.id,
    serviceId: null,
    taskId: null,
    actionId: null,
    subject: "Power off failed",
    reason: "Server is blocked",
    ...fields,
  };
}

/** Three messages: two of the department, the later with an earlier time, and one of another. */
async function inboxStore(): Promise<Store> {
  const store = await siteStore();
  await store.write(async ({ departments, tasks, actions, messages }) => {
    await departments.add(night);
    await tasks.add(task(7));
    await actions.add(action("a"));
    await messages.add(message("m1", { serviceId: "service-1", taskId: "task-7", actionId: "a" }));
    await messages.add(message("m2", { at: 50 }));
    await messages.add(message("m3", { departmentId: night.id }));
  });
  return store;
}

function page(store: Store, operator: string, fields: { departmentIds?: string[]; onlyUnread?: boolean } = {}) {
  const filter = { operator, departmentIds: [department.id, night.id], onlyUnread: false, ...fields };
  return store.read(({ messages }) => messages.page(filter, firstPage));
}

const idsOf = ({ rows }: Awaited<ReturnType<typeof page>>) => rows.map((row) => row.id);

test("messages come newest first, in the order they were entered, with the names of what they are about", async () => {
  const store = await inboxStore();
  const { rows, total } = await page(store, "Anna");
  expect(total).toBe(3);
  expect(rows.map((row) => row.id)).toEqual(["m3", "m2", "m1"]);
  expect(rows[2]).toEqual({
    ...message("m1", { serviceId: "service-1", taskId: "task-7", actionId: "a" }),
    departmentName: department.name,
    serviceNumber: 1,
    taskNumber: 7,
    isRead: false,
  });
  expect(rows[1]).toMatchObject({ at: 50, serviceNumber: null, taskNumber: null });
});

test("only messages of the departments that are asked for come", async () => {
  const store = await inboxStore();
  expect(idsOf(await page(store, "Anna", { departmentIds: [night.id] }))).toEqual(["m3"]);
  expect(await page(store, "Anna", { departmentIds: [] })).toEqual({ rows: [], total: 0 });
});

test("pages do not overlap", async () => {
  const store = await inboxStore();
  const filter = { operator: "Anna", departmentIds: [department.id, night.id], onlyUnread: false };
  const second = await store.read(({ messages }) => messages.page(filter, { offset: 1, limit: 1 }));
  expect(second).toMatchObject({ total: 3, rows: [{ id: "m2" }] });
});

test("what one operator has read stays unread for another", async () => {
  const store = await inboxStore();
  await store.write(({ messages }) => messages.markRead(["m1", "m3", "gone"], "Anna", 200));
  await store.write(({ messages }) => messages.markRead(["m1"], "Anna", 300));
  expect(idsOf(await page(store, "Anna", { onlyUnread: true }))).toEqual(["m2"]);
  expect((await page(store, "Anna")).rows.map((row) => row.isRead)).toEqual([true, false, true]);
  expect(idsOf(await page(store, "Boris", { onlyUnread: true }))).toEqual(["m3", "m2", "m1"]);
  const unread = (operator: string) => store.read(({ messages }) => messages.countUnread(operator));
  expect(await unread("Anna")).toEqual([
    { departmentId: night.id, departmentName: "Alarm desk", unread: 0 },
    { departmentId: department.id, departmentName: department.name, unread: 1 },
  ]);
  expect((await unread("Boris")).map((one) => one.unread)).toEqual([1, 2]);
});

test("a department that is removed takes its messages along", async () => {
  const store = await inboxStore();
  await store.write(({ messages }) => messages.markRead(["m3"], "Anna", 200));
  await store.write(({ departments }) => departments.remove(night.id));
  expect(idsOf(await page(store, "Anna"))).toEqual(["m2", "m1"]);
});
