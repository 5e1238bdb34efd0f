import { expect, onTestFinished, test } from "vitest";
import { migrate, migrations } from "../../db/migrate";
import { openWriter } from "../../db/open";
import { openStore } from "../../db/store";
import { storeOptions, temporaryDirectory } from "./temporary-store";

/** What the release before wrote, each in a piece of the index of its own. */
const before = ["Вектор", "Northwind", "Globex"].map(
  (name, index) =>
    `INSERT INTO customers VALUES ('customer-${String(index)}', 1, '${name}', '', '', '${name.toLowerCase()}')`,
);

test("0011 puts the search index together and finds what was found before", async () => {
  const options = storeOptions(await temporaryDirectory());
  const database = await openWriter(options.file);
  onTestFinished(() => database.destroy());
  const pieces = () => database("search_fragments_idx").countDistinct({ count: "segid" }).first();
  const place = migrations.findIndex(({ name }) => name === "0011-search-in-one-piece");
  await migrate(database, options, migrations.slice(0, place));
  for (const statement of before) await database.raw(statement);
  expect(await pieces()).toEqual({ count: before.length });
  await migrate(database, options);
  expect(await pieces()).toEqual({ count: 1 });
  const store = await openStore(options);
  onTestFinished(() => store.close());
  for (const text of ["ект", "northwind", "glo"]) {
    const { found } = await store.read(({ search }) => search.find(text, ["customer"], 7));
    expect(found).toHaveLength(1);
  }
});
