import { expect, onTestFinished, test } from "vitest";
import { migrate, migrations } from "../../db/migrate";
import { openWriter } from "../../db/open";
import { openStore } from "../../db/store";
import { fakeServer } from "../builders/fake-panel";
import { storeOptions, temporaryDirectory } from "./temporary-store";

/** Rows as the release before wrote them; text, so that no later code has a hand in them. */
const data = [
  `INSERT INTO departments (id, revision, name, members) VALUES ('department-1', 1, 'Floor', '[]')`,
  `INSERT INTO data_centres VALUES ('data-centre-1', 1, 'Riga')`,
  `INSERT INTO modules (id, revision, type, product_type, name, url, username, data_centre_id, department_id,
    location_id, sort, is_active, route_overrides) VALUES ('module-1', 1, 'manual', 'colocation',
    'm', 'https://m', 'u', 'data-centre-1', 'department-1', 3, 10, 1, '{}')`,
  `INSERT INTO observations VALUES ('module-1', 'server 101', '{"name":"as last seen"}', 5)`,
];

test("0007 begins with no copies, keeps the last answers, and lets a module go with its copies", async () => {
  const options = storeOptions(await temporaryDirectory());
  const database = await openWriter(options.file);
  const before = migrations.findIndex(({ name }) => name === "0007-mirror");
  await migrate(database, options, migrations.slice(0, before));
  for (const statement of data) await database.raw(statement);
  await database.destroy();

  const store = await openStore(options);
  onTestFinished(() => store.close());
  const stamp = { takenAt: 9, reading: 1, hasDetails: true };
  await store.write(async ({ mirror, observations }) => {
    expect(await mirror.listReadings()).toEqual([]);
    expect(await observations.find("module-1", "server 101")).toMatchObject({ takenAt: 5 });
    await mirror.putServers("module-1", [{ facts: fakeServer(101), searchText: "" }], stamp);
  });
  await store.write(({ modules }) => modules.remove("module-1"));
  expect(await store.read(({ mirror }) => mirror.find("module-1", 101))).toBeUndefined();
});
