import { readdir, stat } from "node:fs/promises";
import { expect, onTestFinished, test } from "vitest";
import { backUp } from "../../db/backup";
import { openWriter } from "../../db/open";
import { storeOptions, temporaryDirectory } from "./temporary-store";

test("the last ten backups are kept and only their owner may read them", async () => {
  const { file, backupDirectory } = storeOptions(await temporaryDirectory());
  const database = await openWriter(file);
  onTestFinished(() => database.destroy());
  await database.raw("CREATE TABLE notes (text TEXT) STRICT");
  let latest = "";
  for (let second = 0; second < 12; second += 1) {
    latest = await backUp(database, { backupDirectory, now: () => Date.UTC(2026, 10, 22, 9, 0, second) });
  }
  const names = (await readdir(backupDirectory)).sort();
  expect(names).toHaveLength(10);
  expect(names[0]).toBe("rackside-2026-11-22T09-00-02-000Z.sqlite");
  expect((await stat(latest)).mode & 0o077).toBe(0);
  const copy = await openWriter(latest);
  onTestFinished(() => copy.destroy());
  expect(await copy.schema.hasTable("notes")).toBe(true);
});
