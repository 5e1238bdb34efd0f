import { v7 } from "uuid";
import { afterEach, beforeEach, expect, it } from "vitest";
import { addMessage } from "../../main/app/messages";
import type { Entity } from "../../main/contract/events";
import { openTestConsole, removeDirectory } from "../builders/console";
import type { TestConsole } from "../builders/console";
import { createFakePanel } from "../builders/fake-panel";

let console: TestConsole;
let touched: string[];

beforeEach(async () => {
  console = await openTestConsole({ panels: createFakePanel() });
  touched = [];
});

afterEach(async () => {
  await console.stop();
  await removeDirectory(console.directory);
});

/** As a use case or the courier does it, in a transaction of its own. */
async function tell(departmentId: string, subject: string): Promise<string> {
  const message = await console.store.write((repositories) =>
    addMessage(
      { repositories, at: 1_000, touch: (entity: Entity, id) => touched.push(`${entity} ${id}`) },
      () => v7(),
      { departmentId, serviceId: null, taskId: null, actionId: null, subject, reason: "Server is blocked" },
    ),
  );
  return message.id;
}

async function threeDepartments() {
  const add = (name: string, members: string[]) => console.call("department.add", { name, members });
  const everybody = await add("Floor", []);
  const annas = await add("Network", ["anna", "Clara"]);
  const boriss = await add("Night shift", ["Boris"]);
  for (const { id, name } of [everybody, annas, boriss]) await tell(id, `To ${name}`);
  return { everybody, annas, boriss };
}

const subjects = async (input: { departmentId?: string; onlyUnread?: boolean } = {}) =>
  (await console.call("message.list", input)).rows.map((row) => row.subject);

it("an operator sees the messages of the departments that have the operator or nobody as member", async () => {
  const { annas, boriss } = await threeDepartments();
  expect(await subjects()).toEqual(["To Network", "To Floor"]);
  expect(await subjects({ departmentId: annas.id })).toEqual(["To Network"]);
  expect(await subjects({ departmentId: boriss.id })).toEqual([]);
  console.actAs("Boris");
  expect(await subjects()).toEqual(["To Night shift", "To Floor"]);
});

it("a message is announced and tells the reason", async () => {
  const { everybody } = await threeDepartments();
  const id = await tell(everybody.id, "Power off failed");
  expect(touched.at(-1)).toBe(`message ${id}`);
  expect((await console.call("message.list", {})).rows[0]).toMatchObject({
    id,
    at: 1_000,
    reason: "Server is blocked",
    departmentName: "Floor",
    isRead: false,
  });
});

it("what an operator has read is read for that operator only, and the counts follow", async () => {
  await threeDepartments();
  const unread = async () => (await console.call("message.unread", {})).map((one) => [one.departmentName, one.unread]);
  const events: unknown[] = [];
  const [newest] = (await console.call("message.list", {})).rows;
  const stop = console.subscribe((event) => events.push(event));
  await console.call("message.mark-read", { ids: [newest?.id ?? ""] });
  stop();
  expect(events).toContainEqual({
    name: "records.changed",
    changes: [{ entity: "message", id: newest?.id }],
  });
  expect(await subjects({ onlyUnread: true })).toEqual(["To Floor"]);
  expect(await unread()).toEqual([
    ["Floor", 1],
    ["Network", 0],
  ]);
  console.actAs("Clara");
  expect(await unread()).toEqual([
    ["Floor", 1],
    ["Network", 1],
  ]);
});

it("a department is renamed without losing its members, and the journal tells who they are", async () => {
  const { annas } = await threeDepartments();
  const { id, revision } = annas;
  const renamed = await console.call("department.save", { id, revision, name: "NOC", members: undefined });
  expect(renamed.members).toEqual(["anna", "Clara"]);
  await console.call("department.save", { ...renamed, members: [] });
  const lines = (await console.call("journal.list", {})).rows.map((row) => row.summary);
  expect(lines.slice(0, 2)).toEqual(["NOC changed; its members are everybody", "Network renamed to NOC"]);
  console.actAs("Boris");
  expect(await subjects()).toContain("To Network");
});

it("a department does not take the name of another one", async () => {
  const { annas } = await threeDepartments();
  expect(await console.fault("department.save", { ...annas, name: "floor" })).toMatchObject({ rule: "duplicate" });
  expect(await console.call("department.save", { ...annas, name: "NETWORK" })).toMatchObject({ name: "NETWORK" });
});

it("a department that nothing but messages points at is removed with them", async () => {
  const { everybody } = await threeDepartments();
  await console.call("department.remove", { id: everybody.id });
  expect(await subjects()).toEqual(["To Network"]);
});
