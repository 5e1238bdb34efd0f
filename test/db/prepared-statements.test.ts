import type { Knex } from "knex";
import { expect, onTestFinished, test } from "vitest";
import { connect } from "../../db/open";
import { temporaryDirectory } from "./temporary-store";

/** A database with racks, and the statements that its connection was told to prepare. */
async function shelves(): Promise<{ readonly database: Knex; readonly prepared: string[] }> {
  const prepared: string[] = [];
  const database = connect(`${await temporaryDirectory()}/shelves.sqlite`, ["foreign_keys=ON"], (connection) => {
    const prepare = connection.prepare.bind(connection);
    connection.prepare = (...given: Parameters<typeof prepare>) => {
      prepared.push(given[0]);
      return prepare(...given);
    };
  });
  onTestFinished(() => database.destroy());
  await database.raw("CREATE TABLE racks (id TEXT PRIMARY KEY NOT NULL) STRICT");
  return { database, prepared };
}

const add = "INSERT INTO racks (id) VALUES (?) RETURNING *";

test("a statement is prepared once, however often it is asked", async () => {
  const { database, prepared } = await shelves();
  for (const id of ["r1", "r2", "r3"]) expect(await database.raw(add, [id])).toEqual([{ id }]);
  expect(prepared.filter((sql) => sql === add)).toHaveLength(1);
});

test("a statement that was refused goes on working", async () => {
  const { database } = await shelves();
  await database.raw(add, ["r1"]);
  await expect(database.raw(add, ["r1"])).rejects.toMatchObject({ errno: 1555 });
  expect(await database.raw(add, ["r2"])).toEqual([{ id: "r2" }]);
});

test("a statement that cannot be prepared fails each time, and works once it can", async () => {
  const { database } = await shelves();
  const count = "SELECT count(*) AS count FROM rooms";
  const asked = await Promise.allSettled([database.raw(count), database.raw(count)]);
  expect(asked.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
  await database.raw("CREATE TABLE rooms (id INTEGER) STRICT");
  expect(await database.raw(count)).toEqual([{ count: 0 }]);
});

test("a kept statement sees a column that was added since", async () => {
  const { database } = await shelves();
  const all = "SELECT * FROM racks";
  await database.raw(add, ["r1"]);
  expect(await database.raw(all)).toEqual([{ id: "r1" }]);
  await database.raw("ALTER TABLE racks ADD COLUMN units INTEGER NOT NULL DEFAULT 47");
  expect(await database.raw(all)).toEqual([{ id: "r1", units: 47 }]);
});

test("a pragma acts every time that it is asked", async () => {
  const { database } = await shelves();
  for (const value of [0, 1, 0, 1]) {
    await database.raw(`PRAGMA foreign_keys = ${String(value)}`);
    expect(await database.raw("PRAGMA foreign_keys")).toEqual([{ foreign_keys: value }]);
  }
});

test("a connection that was asked more statements than it keeps can be closed", async () => {
  const { database, prepared } = await shelves();
  const texts = Array.from({ length: 300 }, (_, number) => `SELECT ${String(number)} AS number`);
  await Promise.all(texts.map((sql) => database.raw(sql)));
  await database.raw(texts[0] ?? "");
  await database.raw(texts[299] ?? "");
  expect(prepared.filter((sql) => sql === texts[0])).toHaveLength(2);
  expect(prepared.filter((sql) => sql === texts[299])).toHaveLength(1);
  await expect(database.destroy()).resolves.toBeUndefined();
});
