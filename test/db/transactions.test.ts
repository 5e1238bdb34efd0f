import { expect, test } from "vitest";
import { connect } from "../../db/open";
import type { Repositories } from "../../main/ports/store";
import { failureOf } from "./failure-of";
import { customer, department, journalEntry, task } from "./records";
import { siteStore, storeOptions, temporaryDirectory, temporaryStore } from "./temporary-store";

const firstPage = { offset: 0, limit: 100 };

test("a write that throws leaves nothing behind, not even what came before the throw", async () => {
  const store = await siteStore();
  const failed = store.write(async ({ departments, journal, tasks }) => {
    await departments.add({ ...department, id: "another" });
    await journal.add(journalEntry("1"));
    await tasks.add(task(1));
    throw new Error("half way");
  });
  await expect(failed).rejects.toThrow("half way");
  const left = await store.read(async ({ departments, journal, tasks }) => ({
    departments: await departments.list(),
    journal: await journal.page({}, firstPage),
    task: await tasks.find("task-1"),
  }));
  expect(left).toEqual({
    departments: [{ ...department, revision: 1 }],
    journal: { rows: [], total: 0, next: null, isCapped: false },
    task: undefined,
  });
});

test("what was begun beside a failing statement leaves nothing behind either", async () => {
  const store = await siteStore();
  const failed = store.write(async ({ customers, journal }) =>
    // An entry is two statements; the second one has its turn after the customer was refused.
    Promise.all([customers.add(customer), journal.add(journalEntry("1"))]),
  );
  expect((await failureOf(failed)).kind).toBe("duplicate");
  await store.write(({ settings }) => settings.put("next", "yes"));
  expect((await store.read(({ journal }) => journal.page({}, firstPage))).total).toBe(0);
});

test("a refused statement can be caught inside the write and the rest is kept", async () => {
  const store = await siteStore();
  await store.write(async ({ customers, settings }) => {
    await failureOf(customers.add(customer));
    await settings.put("kept", "yes");
  });
  expect(await store.read(({ settings }) => settings.find("kept"))).toBe("yes");
});

test("a read during a write sees the committed rows and does not wait", async () => {
  const store = await siteStore();
  const during = await store.write(async ({ departments }) => {
    await departments.save({ ...department, revision: 1, name: "Not yet" });
    return store.read((outside) => outside.departments.find(department.id));
  });
  expect(during?.name).toBe(department.name);
  const after = await store.read(({ departments }) => departments.find(department.id));
  expect(after?.name).toBe("Not yet");
});

test("writes run one behind the other in the order they were asked for", async () => {
  const store = await temporaryStore();
  const steps: string[] = [];
  const write = (name: string) =>
    store.write(async ({ settings }) => {
      steps.push(`${name} begins`);
      await settings.put("last", name);
      steps.push(`${name} ends`);
    });
  await Promise.all([write("a"), write("b"), write("c")]);
  expect(steps).toEqual(["a begins", "a ends", "b begins", "b ends", "c begins", "c ends"]);
});

test("a write inside a write is refused at once instead of waiting for itself", async () => {
  const store = await temporaryStore();
  const nested = store.write(() => store.write(({ settings }) => settings.put("a", "b")));
  await expect(nested).rejects.toThrow("store.write inside store.write");
  await store.write(({ settings }) => settings.put("still", "works"));
});

test("repositories are of no use once their write has ended", async () => {
  const store = await temporaryStore();
  const kept = await store.write((repositories) => Promise.resolve(repositories));
  await expect(kept.settings.put("too", "late")).rejects.toThrow();
  expect(await store.read(({ settings }) => settings.find("too"))).toBeUndefined();
});

test("what a read gives cannot write", async () => {
  const store = await temporaryStore();
  const failure = await failureOf(store.read(({ settings }) => settings.put("a", "b")));
  expect(failure.kind).toBe("read-only");
});

test("closing waits for the writes that were asked for", async () => {
  const store = await temporaryStore();
  const written = store.write(({ settings }) => settings.put("a", "b"));
  await store.close();
  await expect(written).resolves.toBeUndefined();
});

test("a write whose commit fails leaves nothing behind and does not harm the next one", async () => {
  const directory = await temporaryDirectory();
  const store = await temporaryStore(directory);
  const outside = connect(storeOptions(directory).file, []);
  await outside.raw(
    "CREATE TABLE orphans (parent TEXT REFERENCES settings (name) DEFERRABLE INITIALLY DEFERRED) STRICT",
  );
  await outside.raw(`CREATE TRIGGER commit_fails AFTER INSERT ON settings WHEN new.name = 'doomed'
    BEGIN INSERT INTO orphans VALUES ('nobody'); END`);
  await outside.destroy();
  const failure = await failureOf(store.write(({ settings }) => settings.put("doomed", "yes")));
  expect(failure.kind).toBe("broken-reference");
  await store.write(({ settings }) => settings.put("next", "yes"));
  expect(await store.read(({ settings }) => settings.find("doomed"))).toBeUndefined();
  expect(await store.read(({ settings }) => settings.find("next"))).toBe("yes");
});

test("no error carries the values of its row", async () => {
  const store = await siteStore();
  const secret = (repositories: Repositories) => repositories.customers.add({ ...customer, note: "planted-secret" });
  const failure = await failureOf(store.write(secret));
  expect(`${failure.message} ${String(failure.cause)}`).not.toContain("planted-secret");
});
