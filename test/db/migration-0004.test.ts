import { expect, onTestFinished, test } from "vitest";
import { migrate, migrations } from "../../db/migrate";
import { connect, openWriter } from "../../db/open";
import { openStore } from "../../db/store";
import { firstPreviousHash } from "../../main/domain/journal-chain";
import { journalEntry } from "./records";
import { storeOptions, temporaryDirectory } from "./temporary-store";

/** A profile of the release before, with as many entries. */
async function oldProfile(count: number) {
  const options = storeOptions(await temporaryDirectory());
  const database = await openWriter(options.file);
  await migrate(database, options, migrations.slice(0, 3));
  for (let index = 1; index <= count; index += 1) {
    await database.raw(`INSERT INTO journal_entries (id, at, operator, call, entity, entity_id, service_id, summary)
      VALUES ('j${String(index)}', ${String(60 + index)}, 'Борис', 'tariff.add', 'tariff', 'tariff-1', NULL, 'Вектор ${String(index)}')`);
  }
  await database.destroy();
  return {
    ...options,
    async open() {
      const store = await openStore(options);
      onTestFinished(() => store.close());
      return store;
    },
  };
}

test("0004 keeps every entry as it was, its place and changes unknown, and chains them", async () => {
  const profile = await oldProfile(3);
  const store = await profile.open();
  const { rows } = await store.read(({ journal }) => journal.page({}, { offset: 0, limit: 10 }));
  expect(rows).toMatchObject([{ id: "j3" }, { id: "j2" }, { id: "j1" }]);
  expect(rows[2]).toMatchObject({
    sequence: 1,
    at: 61,
    operator: "Борис",
    call: "tariff.add",
    entity: "tariff",
    entityId: "tariff-1",
    serviceId: null,
    summary: "Вектор 1",
    workstation: "",
    via: null,
    changes: [],
    previousHash: firstPreviousHash,
  });
  expect(rows.map((row) => row.previousHash)).toEqual([rows[1]?.hash, rows[2]?.hash, firstPreviousHash]);
});

test("0004 chains more entries than it reads at once, and the next one goes on behind them", async () => {
  const store = await (await oldProfile(1_203)).open();
  await store.write(({ journal }) => journal.add(journalEntry("next")));
  const { rows, total } = await store.read(({ journal }) => journal.page({}, { offset: 0, limit: 2 }));
  expect(total).toBe(1_204);
  expect(rows[0]).toMatchObject({ id: "next", sequence: 1_204, previousHash: rows[1]?.hash });
});

test("0004 makes old entries searchable whatever their case", async () => {
  const store = await (await oldProfile(2)).open();
  const { rows } = await store.read(({ journal }) => journal.page({ text: "ВЕКТОР 2" }, { offset: 0, limit: 10 }));
  expect(rows.map((row) => row.id)).toEqual(["j2"]);
});

test.each(["UPDATE journal_entries SET summary = 'nothing'", "DELETE FROM journal_entries"])(
  "after 0004 the journal still refuses: %s",
  async (statement) => {
    const profile = await oldProfile(1);
    await profile.open();
    const database = connect(profile.file, []);
    onTestFinished(() => database.destroy());
    await expect(database.raw(statement)).rejects.toThrow("append-only");
  },
);
