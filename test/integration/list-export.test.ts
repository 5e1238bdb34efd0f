import { afterEach, beforeEach, expect, it } from "vitest";
import type { CallInput } from "../../main/contract/calls";
import { openTestConsole } from "../builders/console";
import type { TestConsole } from "../builders/console";
import { createFakePanel } from "../builders/fake-panel";
import { action, addSite, card, customer, journalEntry, service, task } from "../db/records";

let console: TestConsole;

beforeEach(async () => {
  console = await openTestConsole({ panels: createFakePanel() });
  await console.store.write(addSite);
});

afterEach(() => console.stop());

type List = CallInput<"list.export">["list"];

/** The whole file, and of how many rows each piece was. */
async function exported(list: List, between = () => Promise.resolve()) {
  let text = "";
  const pieces: number[] = [];
  for (let after: string | null = null; ;) {
    const piece: Awaited<ReturnType<typeof console.call<"list.export">>> = await console.call("list.export", {
      list,
      after,
    });
    text += piece.text;
    pieces.push(piece.rows);
    if (piece.next === null) return { text, lines: text.split("\r\n"), pieces, total: piece.total };
    after = piece.next;
    await between();
  }
}

it("writes tasks and services as the list has them, with a heading, times in ISO 8601 and amounts of money as numbers", async () => {
  await console.store.write(async ({ services, cards, tasks }) => {
    await services.add(
      service(12, { label: "node, left", state: "active", activatedAt: 86_400_000, note: 'say "hi"' }),
    );
    await cards.add(card({ serviceId: "service-12", rack: "A12" }));
    await tasks.add(
      task(7, { serviceId: "service-12", performer: "Anna", state: "done", createdAt: 0, endedAt: 60_000 }),
    );
    await tasks.add(task(8, { serviceId: "service-12" }));
  });
  const { lines } = await exported({ name: "tasks", filter: { state: "done" } });
  expect(lines).toEqual([
    "Task,Kind,State,Needs attention,Department,Performer,Created,Accepted,Ended,Service,Label,Customer,Tariff,Product,Module,Data centre,Rack,Server,Steps done,Steps",
    `T-7,set-up,done,no,Colocation,Anna,1970-01-01T00:00:00.000Z,,1970-01-01T00:01:00.000Z,C-12,"node, left",ООО Вектор,Colocation 1U,colocation,DCI North,North,A12,,0,0`,
    "",
  ]);
  const services = await exported({ name: "services", filter: { search: "node" } });
  expect(services.lines[1]).toBe(
    `C-12,active,no,"node, left",ООО Вектор,colocation,Colocation 1U,1,1,49.00,EUR,DCI North,North,,,1970-01-01T00:00:01.012Z,1970-01-02T00:00:00.000Z,,"say ""hi"""`,
  );
});

it("keeps a spreadsheet from taking what somebody typed for a formula", async () => {
  const typed = ["=1+1", "+371", "-2", "@cmd", "\t=3"];
  await console.store.write(async ({ customers }) => {
    for (const [index, name] of typed.entries())
      await customers.add({ ...customer, id: `typed-${String(index)}`, name, email: "a@b.example" });
  });
  const { lines } = await exported({ name: "customers", filter: {} });
  for (const name of typed) expect(lines).toContain(`'${name},a@b.example,`);
});

it("is steady while rows come and go, and says of how many it will be", async () => {
  const many = 1_100;
  const names = Array.from({ length: many }, (_, index) => `Customer ${String(index).padStart(5, "0")}`);
  await console.store.write(async ({ customers }) => {
    for (const name of names) await customers.add({ ...customer, id: name, name });
  });
  const file = await exported({ name: "customers", filter: { search: "" } }, () =>
    console.store.write(async ({ customers }) => {
      await customers.remove("Customer 00000").catch(() => undefined);
      const number = Math.random();
      await customers.add({ ...customer, id: `early-${String(number)}`, name: `Aaa ${String(number)}` });
    }),
  );
  expect(file.pieces).toEqual([500, 500, 101]);
  const exportedNames = file.lines.slice(1).flatMap((line) => /^Customer \d+/.exec(line) ?? []);
  expect(exportedNames).toEqual(names);
});

it("gives of an empty list its heading", async () => {
  const { text, total } = await exported({ name: "servers", filter: { search: "nowhere" } });
  expect(text).toMatch(/^Server,Name,.*\r\n$/);
  expect(total).toBe(0);
});

it("writes steps with why they are not done, and the journal for whoever may take it along", async () => {
  await console.store.write(async ({ actions, journal }) => {
    const trouble = { kind: "refused" as const, message: "No free address", differences: [] };
    await actions.add(action("1", { state: "needs-attention", trouble, attempts: 2 }));
    await actions.add(action("2", { state: "done", createdAt: 0, endedAt: 60_000, outcome: "Powered off" }));
    await journal.add(journalEntry("1", { at: 0 }));
  });
  const steps = await exported({ name: "steps", filter: { state: "needs-attention" } });
  expect(steps.lines).toEqual([
    "Step,State,Held by,Trouble,Reason,Outcome,Panel,Server,Service,Attempts,Entered,Entered by,Sent,Next try,Ended",
    "Power off,needs-attention,,refused,No free address,,DCI North,7,C-1,2,1970-01-01T00:00:03.000Z,Anna,,,",
    "",
  ]);
  const journal = { name: "journal", filter: { operator: "Anna", sort: { by: "when" } } } as const;
  const { lines } = await exported(journal);
  expect(lines[0]).toBe("Entry,When,Who,What,Workstation,Through,Call,Record,Record id,Service,Records changed");
  expect(lines).toContainEqual(expect.stringContaining(",1970-01-01T00:00:00.000Z,Anna,Task T-1 accepted,bench-1,"));

  console.actAs("Boris", "technician");
  expect((await exported({ name: "steps", filter: { state: "all" } })).total).toBe(2);
  expect(await console.fault("list.export", { list: journal })).toMatchObject({ kind: "not-allowed", rule: "role" });
});
