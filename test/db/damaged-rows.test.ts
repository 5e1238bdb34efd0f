import { expect, test } from "vitest";
import { connect } from "../../db/open";
import type { Store } from "../../main/ports/store";
import { failureOf } from "./failure-of";
import { action, addSite, journalEntry } from "./records";
import { storeOptions, temporaryDirectory, temporaryStore } from "./temporary-store";

/** A store whose file is changed behind its back. */
async function tamperedStore(...statements: readonly string[]): Promise<Store> {
  const directory = await temporaryDirectory();
  const store = await temporaryStore(directory);
  await store.write(async (repositories) => {
    await addSite(repositories);
    await repositories.actions.add(action("a1"));
    await repositories.journal.add(journalEntry("1"));
  });
  const outside = connect(storeOptions(directory).file, []);
  try {
    for (const statement of statements) await outside.raw(statement);
  } finally {
    await outside.destroy();
  }
  return store;
}

test.each(["{not json", '[{"months":"one"}]'])("a tariff with the periods %s is corrupt and named", async (periods) => {
  const store = await tamperedStore(`UPDATE tariffs SET periods = '${periods}'`);
  const failure = await failureOf(store.read(({ tariffs }) => tariffs.list()));
  expect(failure.kind).toBe("corrupt");
  expect(failure.message).toMatch(/^Row tariff-1 of tariffs cannot be read: periods/);
});

test("an action whose stored trouble cannot be read is kept and says so", async () => {
  const store = await tamperedStore("UPDATE actions SET trouble = '{not json'");
  const [head] = await store.read(({ actions }) => actions.listHeads());
  expect(head).toMatchObject({ id: "a1", state: "waiting", trouble: { kind: "unreadable" } });
});

test.each(["UPDATE journal_entries SET summary = 'nothing happened'", "DELETE FROM journal_entries"])(
  "the journal refuses: %s",
  async (statement) => {
    await expect(tamperedStore(statement)).rejects.toThrow("append-only");
  },
);

test("a state that does not exist is refused by the table", async () => {
  await expect(tamperedStore("UPDATE tasks SET state = 'lost'", "UPDATE services SET state = 'lost'")).rejects.toThrow(
    "CHECK",
  );
});
