import { expect, test } from "vitest";
import { allActions, firstPage } from "./list-filters";
import { action, journalEntry, module, task } from "./records";
import { siteStore, temporaryStore } from "./temporary-store";

test("a draft is replaced, kept apart by operator and removed", async () => {
  const store = await siteStore();
  const fields = { url: "", identifier: "", username: "", password: "", rack: "R-1", label: "" };
  const draft = { taskId: "task-1", operator: "Anna", fields, savedAt: 1 };
  await store.write(async ({ tasks, drafts }) => {
    await tasks.add(task(1));
    await drafts.put(draft);
    await drafts.put({ ...draft, operator: "Boris" });
    await drafts.put({ ...draft, fields: { ...fields, rack: "R-2" }, savedAt: 2 });
    await drafts.remove("task-1", "Boris");
  });
  const find = (operator: string) => store.read(({ drafts }) => drafts.find("task-1", operator));
  expect(await find("Anna")).toEqual({ ...draft, fields: { ...fields, rack: "R-2" }, savedAt: 2 });
  expect(await find("Boris")).toBeUndefined();
  await store.write(({ drafts }) => drafts.removeAll("task-1"));
  expect(await find("Anna")).toBeUndefined();
});

test("an action whose inner text cannot be read is kept as it is", async () => {
  const store = await siteStore();
  const unreadable = action("odd", { kind: "from-the-future", request: "{not json", seen: "[", progress: "?" });
  await store.write(({ actions }) => actions.add(unreadable));
  const [head] = await store.read(({ actions }) => actions.listHeads());
  expect(head).toEqual({ ...unreadable, revision: 1, sequence: 1 });
});

test("a lane's head is its oldest unfinished action", async () => {
  const store = await siteStore();
  await store.write(async ({ actions }) => {
    await actions.add(action("a1", { lane: "a", state: "done" }));
    await actions.add(action("b1", { lane: "b", state: "needs-attention" }));
    await actions.add(action("a2", { lane: "a" }));
    await actions.add(action("b2", { lane: "b" }));
    await actions.add(action("a3", { lane: "a" }));
  });
  const found = await store.read(async ({ actions }) => ({
    heads: await actions.listHeads(),
    unfinished: await actions.page({ ...allActions, state: "unfinished" }, { ...firstPage, limit: 2 }),
    ended: await actions.page({ ...allActions, state: "done" }, firstPage),
    counts: await actions.countUnfinished(module.id),
    elsewhere: await actions.countUnfinished("another module"),
  }));
  expect(found.heads.map((one) => one.id)).toEqual(["b1", "a2"]);
  expect(found.unfinished.rows.map((one) => one.id)).toEqual(["b1", "a2"]);
  expect(found.unfinished.total).toBe(4);
  expect(found.ended.rows.map((one) => one.id)).toEqual(["a1"]);
  expect(found.counts).toEqual({ waiting: 4, needsAttention: 1 });
  expect(found.elsewhere).toEqual({ waiting: 0, needsAttention: 0 });
});

test("a save of an action does not move it in its lane", async () => {
  const store = await siteStore();
  const stored = await store.write(({ actions }) => actions.add(action("a1")));
  const saved = await store.write(({ actions }) => actions.save({ ...stored, sequence: 99, state: "sending" }));
  expect(saved).toEqual({ ...stored, revision: 2, state: "sending" });
});

test("the journal is read newest first, of one service or of all", async () => {
  const store = await temporaryStore();
  await store.write(async ({ journal }) => {
    await journal.add(journalEntry("1"));
    await journal.add(journalEntry("2", { serviceId: null }));
    await journal.add(journalEntry("3"));
  });
  const all = await store.read(({ journal }) => journal.page({}, firstPage));
  const one = await store.read(({ journal }) => journal.page({ serviceId: "service-1" }, firstPage));
  expect(all.rows.map((entry) => entry.id)).toEqual(["3", "2", "1"]);
  expect(one).toMatchObject({ rows: [journalEntry("3"), journalEntry("1")], total: 2 });
});

test("settings and observations are replaced", async () => {
  const store = await siteStore();
  await store.write(async ({ settings, observations }) => {
    await settings.put("operator", "Anna");
    await settings.put("operator", "Boris");
    await observations.put(module.id, "server:7", "old", 1);
    await observations.put(module.id, "server:7", "new", 2);
  });
  const found = await store.read(async ({ settings, observations }) => [
    await settings.find("operator"),
    await observations.find(module.id, "server:7"),
  ]);
  expect(found).toEqual(["Boris", { body: "new", takenAt: 2 }]);
});

test("a pause of a module is kept apart from the module and ends with it", async () => {
  const store = await siteStore();
  const holds = () => store.read(({ modules }) => modules.listHolds());
  await store.write(({ modules }) => modules.setHold(module.id, "Anna"));
  await store.write(({ modules }) => modules.setHold(module.id, "Boris"));
  expect(await holds()).toEqual(new Map([[module.id, "Boris"]]));
  expect((await store.read(({ modules }) => modules.find(module.id)))?.revision).toBe(1);
  await store.write(({ modules }) => modules.setHold(module.id, null));
  expect((await holds()).size).toBe(0);
});

test("a form's draft is replaced, kept apart by operator and removed", async () => {
  const store = await temporaryStore();
  const draft = { form: "order", operator: "Anna", body: '{"label":"a"}', savedAt: 1 };
  await store.write(async ({ formDrafts }) => {
    await formDrafts.put(draft);
    await formDrafts.put({ ...draft, operator: "Boris" });
    await formDrafts.put({ ...draft, body: '{"label":"ab"}', savedAt: 2 });
    await formDrafts.remove("order", "Boris");
  });
  const find = (operator: string) => store.read(({ formDrafts }) => formDrafts.find("order", operator));
  expect(await find("Anna")).toEqual({ ...draft, body: '{"label":"ab"}', savedAt: 2 });
  expect(await find("Boris")).toBeUndefined();
});
