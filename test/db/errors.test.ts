import type { Knex } from "knex";
import { expect, onTestFinished, test } from "vitest";
import { asStoreFailure } from "../../db/errors";
import { connect, openReader, openWriter } from "../../db/open";
import type { StoreFailureKind } from "../../main/ports/failure";
import { temporaryDirectory } from "./temporary-store";

async function shelves(): Promise<{ readonly file: string; readonly database: Knex }> {
  const file = `${await temporaryDirectory()}/errors.sqlite`;
  const database = await openWriter(file);
  onTestFinished(() => database.destroy());
  await database.raw("CREATE TABLE racks (id TEXT PRIMARY KEY NOT NULL, name TEXT UNIQUE CHECK (name <> '')) STRICT");
  await database.raw("CREATE TABLE units (rack_id TEXT REFERENCES racks (id), body BLOB) STRICT");
  await database.raw("INSERT INTO racks VALUES ('r1', 'Rack 1')");
  await database.raw("INSERT INTO units VALUES ('r1', NULL)");
  return { file, database };
}

async function failureFrom(query: PromiseLike<unknown>): Promise<unknown> {
  try {
    await query;
    return undefined;
  } catch (error) {
    return asStoreFailure(error);
  }
}

const statements: readonly [string, StoreFailureKind][] = [
  ["INSERT INTO racks VALUES ('r1', 'Other')", "duplicate"],
  ["INSERT INTO racks VALUES ('r2', 'Rack 1')", "duplicate"],
  ["INSERT INTO units VALUES ('r9', NULL)", "broken-reference"],
  ["DELETE FROM racks", "broken-reference"],
];
test.each(statements)("%s fails as %s", async (statement, kind) => {
  const { database } = await shelves();
  expect(await failureFrom(database.raw(statement))).toMatchObject({ name: "StoreFailure", kind });
});

test("a full file fails as full", async () => {
  const { database } = await shelves();
  await database.raw("PRAGMA max_page_count = 5");
  expect(await failureFrom(database.raw("INSERT INTO units VALUES ('r1', zeroblob(100000))"))).toMatchObject({
    kind: "full",
  });
});

test("a connection that may only read fails as read-only", async () => {
  const { file } = await shelves();
  const reader = openReader(file);
  onTestFinished(() => reader.destroy());
  expect(await failureFrom(reader.raw("DELETE FROM units"))).toMatchObject({ kind: "read-only" });
});

test("a file that another connection writes to fails as busy", async () => {
  const { file, database } = await shelves();
  await database.raw("BEGIN IMMEDIATE");
  const second = connect(file, ["busy_timeout=0"]);
  onTestFinished(() => second.destroy());
  expect(await failureFrom(second.raw("DELETE FROM units"))).toMatchObject({ kind: "busy" });
});

test.each([
  ["EROFS", "read-only"],
  ["EACCES", "read-only"],
  ["ENOSPC", "full"],
])("the file system's %s fails as %s", (code, kind) => {
  expect(asStoreFailure(Object.assign(new Error(code), { code, errno: -30 }))).toMatchObject({ kind });
});

test("a broken check and any other error stay what they are", async () => {
  const { database } = await shelves();
  expect(await failureFrom(database.raw("INSERT INTO racks VALUES ('r3', '')"))).toMatchObject({ errno: 275 });
  const other = Object.assign(new Error("no such file"), { code: "ENOENT", errno: -2 });
  expect(asStoreFailure(other)).toBe(other);
});
