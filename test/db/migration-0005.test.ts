import { expect, onTestFinished, test } from "vitest";
import { migrate, migrations } from "../../db/migrate";
import { openWriter } from "../../db/open";
import { openStore } from "../../db/store";
import { operatorRecord } from "../builders/operators";
import { storeOptions, temporaryDirectory } from "./temporary-store";

/** What the release before wrote; text, so that no later code has a hand in it. */
const before = [
  `INSERT INTO settings VALUES ('operators', '["Anna","Борис"]'), ('preferences', '{"theme":"dark"}')`,
  `INSERT INTO departments VALUES ('department-1', 1, 'Floor', '["Anna"]')`,
  `INSERT INTO form_drafts VALUES ('order', 'Anna', '{"label":"edge-9"}', 7)`,
];

async function migrated() {
  const options = storeOptions(await temporaryDirectory());
  const database = await openWriter(options.file);
  await migrate(database, options, migrations.slice(0, 4));
  for (const statement of before) await database.raw(statement);
  await database.destroy();
  const store = await openStore(options);
  onTestFinished(() => store.close());
  return store;
}

test("0005 makes no operator of a name that was used without a secret", async () => {
  const store = await migrated();
  expect(await store.read(({ operators }) => operators.list())).toEqual([]);
  expect(await store.read(({ settings }) => settings.find("operators"))).toBeUndefined();
});

test("0005 leaves everything else as it was: other settings, members and what somebody was typing", async () => {
  const store = await migrated();
  expect(await store.read(({ settings }) => settings.find("preferences"))).toBe('{"theme":"dark"}');
  expect(await store.read(({ departments }) => departments.list())).toMatchObject([{ members: ["Anna"] }]);
  const draft = await store.read(({ formDrafts }) => formDrafts.find("order", "Anna"));
  expect(draft).toMatchObject({ body: '{"label":"edge-9"}', savedAt: 7 });
});

test("after 0005 whoever worked here before can be made an operator under the same name", async () => {
  const store = await migrated();
  const added = await store.write(({ operators }) => operators.add(operatorRecord({ name: "Anna" })));
  expect(added).toMatchObject({ name: "Anna", revision: 1 });
});
