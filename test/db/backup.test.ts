import { readdir, stat } from "node:fs/promises";
import { expect, onTestFinished, test } from "vitest";
import { listBackups, selectExpired } from "../../db/backup";
import { openWriter } from "../../db/open";
import { openStore } from "../../db/store";
import type { FileStore } from "../../db/store";
import { storeOptions, temporaryDirectory } from "./temporary-store";

const dayMs = 86_400_000;
const start = Date.UTC(2026, 10, 22, 9);

async function storeAt(now: () => number): Promise<{ readonly store: FileStore; readonly directory: string }> {
  const options = { ...storeOptions(await temporaryDirectory()), now };
  const store = await openStore(options);
  onTestFinished(() => store.close());
  return { store, directory: options.backupDirectory };
}

const nameOf = (instant: number) => `rackside-${new Date(instant).toISOString().replace(/[:.]/g, "-")}.sqlite`;

test("the last ten backups of a day are kept and only their owner may read them", async () => {
  let now = start;
  const { store, directory } = await storeAt(() => now);
  for (; now < start + 12_000; now += 1_000) await store.backUp();
  const backups = await listBackups(directory);
  expect(backups).toHaveLength(10);
  expect(backups[0]).toMatchObject({ name: "rackside-2026-11-22T09-00-11-000Z.sqlite", madeAt: start + 11_000 });
  expect((await stat(backups[0]?.file ?? "")).mode & 0o077).toBe(0);
});

test("beyond the last ten, the last one of each of the latest 14 days is kept", () => {
  const instants = Array.from({ length: 20 }, (_, day) =>
    [0, 1, 2].map((hour) => start - day * dayMs - hour * 3_600_000),
  );
  const names = instants.flat().map(nameOf);
  const expired = new Set(selectExpired(names));
  const kept = names.filter((name) => !expired.has(name));
  const lastOfEachDay = instants.slice(4, 14).map(([last = 0]) => nameOf(last));
  expect(kept).toEqual([...names.slice(0, 10), ...lastOfEachDay]);
});

test("a backup holds what was committed and does not wait for the write under way", async () => {
  const { store } = await storeAt(() => start);
  await store.write(({ settings }) => settings.put("committed", "yes"));
  const backup = await store.write(async ({ settings }) => {
    await settings.put("under way", "yes");
    return store.backUp();
  });
  const copy = await openWriter(backup.file);
  onTestFinished(() => copy.destroy());
  const names: unknown = await copy("settings").orderBy("name").pluck("name");
  expect(names).toEqual(["committed", "profile.id"]);
});

test("two backups of one millisecond are two files", async () => {
  const { store, directory } = await storeAt(() => start);
  const [first, second] = await Promise.all([store.backUp(), store.backUp()]);
  expect([first.madeAt, second.madeAt]).toEqual([start, start + 1]);
  expect(await readdir(directory)).toHaveLength(2);
});

test("the change mark moves with a commit and only then", async () => {
  const { store } = await storeAt(() => start);
  const before = await store.changeMark();
  await store.read(({ departments }) => departments.list());
  await store.backUp();
  expect(await store.changeMark()).toBe(before);
  await store.write(({ settings }) => settings.put("a", "b"));
  expect(await store.changeMark()).not.toBe(before);
});
