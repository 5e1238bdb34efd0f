import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { storeOptions, temporaryDirectory, temporaryStore } from "./temporary-store";

test("what was entered goes into the database file in the next pause, while the store is open", async () => {
  const directory = await temporaryDirectory();
  const store = await temporaryStore(directory);
  const isInFile = async () => (await readFile(storeOptions(directory).file)).includes("entered-before-a-pause");
  await store.write(({ settings }) => settings.put("note", "entered-before-a-pause"));
  expect(await isInFile()).toBe(false);
  await expect.poll(isInFile, { timeout: 8_000 }).toBe(true);
  await store.write(({ settings }) => settings.put("note", "entered afterwards"));
  expect(await store.read(({ settings }) => settings.find("note"))).toBe("entered afterwards");
}, 10_000);
