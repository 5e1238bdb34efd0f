import { readFile, writeFile } from "node:fs/promises";
import { expect, onTestFinished, test } from "vitest";
import { isRecentEnough, openWriter } from "../../db/open";
import { temporaryDirectory } from "./temporary-store";

test.each([
  ["journal_mode", "wal"],
  ["synchronous", 2],
  ["foreign_keys", 1],
])("the connection that writes has %s = %s", async (pragma, value) => {
  const database = await openWriter(`${await temporaryDirectory()}/open.sqlite`);
  onTestFinished(() => database.destroy());
  expect(await database.raw(`PRAGMA ${pragma}`)).toEqual([{ [pragma]: value }]);
});

test.each([
  ["3.9.9", false],
  ["3.51.2", false],
  ["3.51.3", true],
  ["3.52.0", true],
  ["4.0.0", true],
  ["", false],
])("SQLite %s is recent enough: %s", (version, expected) => {
  expect(isRecentEnough(version)).toBe(expected);
});

test("a file of a format that SQLite does not read is damaged", async () => {
  const file = `${await temporaryDirectory()}/strange.sqlite`;
  const database = await openWriter(file);
  await database.raw("CREATE TABLE things (id INTEGER)");
  await database.destroy();
  const bytes = await readFile(file);
  const schemaFormat = 44;
  bytes.writeUInt32BE(99, schemaFormat);
  await writeFile(file, bytes);
  await expect(openWriter(file)).rejects.toMatchObject({ name: "StoreFailure", kind: "corrupt" });
});
