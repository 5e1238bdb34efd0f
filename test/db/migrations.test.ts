import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Knex } from "knex";
import { expect, onTestFinished, test } from "vitest";
import { migrate, migrations } from "../../db/migrate";
import type { Migration } from "../../db/migrations/migration";
import { openWriter } from "../../db/open";
import { openStore } from "../../db/store";
import { failureOf } from "./failure-of";
import { addSite, department } from "./records";
import { storeOptions, temporaryDirectory } from "./temporary-store";

function frozenSchema(release: string): Promise<string> {
  return readFile(new URL(`../fixtures/schema/${release}.sql`, import.meta.url), "utf8");
}

const addShelves: Migration = {
  name: "9001-shelves",
  async up(database) {
    await database.raw("CREATE TABLE shelves (id TEXT PRIMARY KEY NOT NULL) STRICT");
  },
};
const failing: Migration = {
  name: "9002-failing",
  async up(database) {
    await database.raw("DROP TABLE settings");
    throw new Error("migration failed half way");
  },
};

/** Rows as the first release wrote them; text, so that no later code has a hand in them. */
const firstReleaseData = [
  `INSERT INTO departments VALUES ('department-1', 1, 'Floor')`,
  `INSERT INTO data_centres VALUES ('data-centre-1', 1, 'Riga')`,
  `INSERT INTO modules VALUES ('module-1', 1, 'dcimanager6-colocation', 'dc-1', 'https://dci.example.net',
    'dc@example.net', NULL, 'data-centre-1', 'department-1', 3, 10, 1, '{}', NULL)`,
  `INSERT INTO actions (id, revision, lane, kind, summary, state, module_id, server_id, request, seen, attempts,
    created_at, outcome, created_by) VALUES ('action-1', 4, 'server:module-1:101', 'set-owner', 'Remove the owner',
    'uncertain', 'module-1', 101, '{"kind":"set-owner","ownerEmail":null}', '{"owner":""}', 2, 1000, '', 'Anna')`,
];

async function openFile(file: string): Promise<Knex> {
  const database = await openWriter(file);
  onTestFinished(() => database.destroy());
  return database;
}

async function schemaOf(database: Knex): Promise<string> {
  const rows: unknown = await database("sqlite_schema")
    .whereNotNull("sql")
    .whereNot("name", "like", "sqlite_%")
    .whereNot("tbl_name", "like", "knex_%")
    .orderBy(["type", "name"])
    .pluck("sql");
  return (rows as string[]).map((sql) => `${sql};\n`).join("\n");
}

/** Every migration up to the one with this number. */
function upTo(release: string): readonly Migration[] {
  return migrations.slice(0, migrations.findIndex(({ name }) => name.startsWith(release)) + 1);
}

test.each(["0001", "0002", "0003", "0004", "0005", "0006", "0007", "0008", "0009", "0010", "0011"])(
  "an empty file gets the schema that was frozen with migration %s",
  async (release) => {
    const { file, ...backups } = storeOptions(await temporaryDirectory());
    const database = await openFile(file);
    await migrate(database, backups, upTo(release));
    expect(await schemaOf(database)).toBe(await frozenSchema(release));
  },
);

test("0002 keeps every step of the first release, none of them held", async () => {
  const options = storeOptions(await temporaryDirectory());
  const database = await openWriter(options.file);
  await migrate(database, options, migrations.slice(0, 1));
  for (const statement of firstReleaseData) await database.raw(statement);
  await database.destroy();
  const store = await openStore(options);
  onTestFinished(() => store.close());
  const found = await store.read(async ({ actions, modules, formDrafts }) => ({
    heads: await actions.listHeads(),
    holds: await modules.listHolds(),
    draft: await formDrafts.find("order", "Anna"),
  }));
  expect(found.heads).toMatchObject([{ id: "action-1", state: "uncertain", seen: '{"owner":""}', heldBy: null }]);
  expect(found.holds.size).toBe(0);
  expect(found.draft).toBeUndefined();
});

test("every table of ours is strict", async () => {
  const { file, ...backups } = storeOptions(await temporaryDirectory());
  const database = await openFile(file);
  await migrate(database, backups);
  const lax: unknown = await database
    .from(database.raw("pragma_table_list"))
    .where({ schema: "main", type: "table", strict: 0 })
    .whereNot("name", "like", "sqlite_%")
    .whereNot("name", "like", "knex_%")
    .pluck("name");
  expect(lax).toEqual([]);
});

test("an existing file is backed up before it is migrated, a new one is not", async () => {
  const { file, ...backups } = storeOptions(await temporaryDirectory());
  const database = await openFile(file);
  await migrate(database, backups);
  await expect(readdir(backups.backupDirectory)).rejects.toThrow("ENOENT");
  await migrate(database, backups, [...migrations, addShelves]);
  const names = await readdir(backups.backupDirectory);
  expect(names).toEqual(["rackside-2026-11-22T00-00-00-000Z.sqlite"]);
  const backup = await openFile(join(backups.backupDirectory, names[0] ?? ""));
  expect(await backup.schema.hasTable("departments")).toBe(true);
  expect(await backup.schema.hasTable("shelves")).toBe(false);
});

test("a failed migration leaves the file as it was and is not passed over", async () => {
  const { file, ...backups } = storeOptions(await temporaryDirectory());
  const database = await openFile(file);
  await migrate(database, backups);
  const before = await schemaOf(database);
  const later = [...migrations, failing, addShelves];
  await expect(migrate(database, backups, later)).rejects.toThrow("half way");
  expect(await schemaOf(database)).toBe(before);
  await expect(migrate(database, backups, later)).rejects.toThrow("half way");
});

test("a migration that was killed under way is taken up at the next start", async () => {
  const { file, ...backups } = storeOptions(await temporaryDirectory());
  const database = await openFile(file);
  await migrate(database, backups);
  await database("knex_migrations_lock").update({ is_locked: 1 });
  await migrate(database, backups, [...migrations, addShelves]);
  expect(await database.schema.hasTable("shelves")).toBe(true);
});

test("a file from a newer version is refused and not touched", async () => {
  const options = storeOptions(await temporaryDirectory());
  const newer = await openWriter(options.file);
  await migrate(newer, options, [...migrations, addShelves]);
  await newer.destroy();
  const before = await readFile(options.file);
  expect(await failureOf(openStore(options))).toMatchObject({ kind: "newer-file" });
  expect(await readFile(options.file)).toEqual(before);
});

test("what was stored is there when the file is opened again", async () => {
  const options = storeOptions(await temporaryDirectory());
  const first = await openStore(options);
  await first.write(addSite);
  await first.close();
  const second = await openStore(options);
  onTestFinished(() => second.close());
  expect(await second.read(({ departments }) => departments.list())).toEqual([{ ...department, revision: 1 }]);
});

test("a file that is no database is corrupt and left alone", async () => {
  const options = storeOptions(await temporaryDirectory());
  const content = "This is a shopping list, not a database. ".repeat(200);
  await writeFile(options.file, content);
  expect(await failureOf(openStore(options))).toMatchObject({ kind: "corrupt" });
  expect(await readFile(options.file, "utf8")).toBe(content);
});

test("a database with a damaged page is corrupt", async () => {
  const options = storeOptions(await temporaryDirectory());
  const store = await openStore(options);
  await store.write(addSite);
  await store.close();
  const content = await readFile(options.file);
  content.fill(0xa5, 3 * 4096, 6 * 4096);
  await writeFile(options.file, content);
  expect(await failureOf(openStore(options))).toMatchObject({ kind: "corrupt" });
});
