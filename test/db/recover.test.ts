import { copyFile, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { connect } from "../../db/open";
import { openSoundStore } from "../../db/recover";
import { openStore } from "../../db/store";
import type { FileStore, StoreOptions } from "../../db/store";
import type { Store } from "../../main/ports/store";
import { failureOf } from "./failure-of";
import { action, addSite } from "./records";
import { storeOptions, temporaryDirectory } from "./temporary-store";

const hour = 3_600_000;
const start = Date.UTC(2026, 10, 22, 9);

interface Profile {
  readonly options: StoreOptions;
  at(instant: number): void;
  /** Opens the profile, works, backs it up when told so, closes it. */
  during(work: (store: FileStore) => Promise<unknown>): Promise<void>;
  recovered(): Promise<FileStore>;
}

async function profile(): Promise<Profile> {
  let now = start;
  const options: StoreOptions = { ...storeOptions(await temporaryDirectory()), now: () => now };
  return {
    options,
    at: (instant) => (now = instant),
    async during(work) {
      const store = await openStore(options);
      await work(store);
      await store.close();
    },
    async recovered() {
      const store = await openSoundStore(options);
      onTestFinished(() => store.close());
      return store;
    },
  };
}

async function damage(file: string): Promise<void> {
  const content = await readFile(file);
  content.fill(0xa5, 4096, content.length);
  await writeFile(file, content);
}

/** Leaves the file readable, but with services that point at nothing. */
async function orphanServices(file: string): Promise<void> {
  const careless = connect(file, ["foreign_keys=OFF"]);
  await careless.raw("DELETE FROM customers");
  await careless.destroy();
}

const put = (store: Store, name: string) => store.write(({ settings }) => settings.put(name, "yes"));
const find = (store: Store, name: string) => store.read(({ settings }) => settings.find(name));
const noticeOf = async (store: Store): Promise<unknown> => JSON.parse((await find(store, "store.notice")) ?? "null");

test("a sound profile is opened as it is, with nothing to tell", async () => {
  const { during, recovered } = await profile();
  await during((store) => put(store, "kept"));
  const store = await recovered();
  expect(await find(store, "kept")).toBe("yes");
  expect(await noticeOf(store)).toBeNull();
});

test("a damaged file is set aside and the newest sound backup restored", async () => {
  const { options, at, during, recovered } = await profile();
  await during(async (store) => {
    await put(store, "first");
    await store.backUp();
    at(start + hour);
    await put(store, "second");
    await store.backUp();
    at(start + 2 * hour);
    await damage((await store.backUp()).file);
    await put(store, "third");
  });
  await damage(options.file);
  const damaged = await readFile(options.file);
  const store = await recovered();
  expect(await find(store, "second")).toBe("yes");
  expect(await find(store, "third")).toBeUndefined();
  const setAside = "rackside.sqlite.corrupt-2026-11-22T11-00-00-000Z";
  expect(await noticeOf(store)).toEqual({ kind: "restored-from-backup", setAside, backupAt: start + hour });
  expect(await readFile(join(options.file, "..", setAside))).toEqual(damaged);
  const { rows } = await store.read(({ journal }) => journal.page({}, { offset: 0, limit: 10 }));
  expect(rows).toMatchObject([
    { operator: "Rackside", call: "store.recover", summary: "Restored from the backup of 2026-11-22T10:00:00.000Z" },
  ]);
});

test("after a restore every unfinished action is uncertain, because the panel may be ahead", async () => {
  const { options, during, recovered } = await profile();
  const states = ["waiting", "sending", "confirming", "needs-attention", "done"] as const;
  await during(async (store) => {
    await store.write(async (repositories) => {
      await addSite(repositories);
      for (const state of states)
        await repositories.actions.add(action(state, { state, operationId: 5, nextAttemptAt: 9, deadlineAt: 9 }));
    });
    await store.backUp();
  });
  await damage(options.file);
  const store = await recovered();
  const actions = await store.read(({ actions: all }) => all.listByService("service-1"));
  expect(actions.map(({ id, state }) => [id, state])).toEqual([
    ["waiting", "uncertain"],
    ["sending", "uncertain"],
    ["confirming", "uncertain"],
    ["needs-attention", "needs-attention"],
    ["done", "done"],
  ]);
  expect(actions[2]).toMatchObject({ revision: 2, operationId: null, nextAttemptAt: null, deadlineAt: null });
});

test("a file whose references point at nothing is damaged", async () => {
  const { options, during, recovered } = await profile();
  await during(async (store) => {
    await store.write(addSite);
    await store.backUp();
  });
  await orphanServices(options.file);
  expect(await failureOf(openStore(options))).toMatchObject({ kind: "corrupt" });
  const store = await recovered();
  expect(await store.read(({ customers }) => customers.list())).toHaveLength(1);
});

test("a database that is gone is restored too, so that a crash between setting aside and restoring loses nothing", async () => {
  const { options, during, recovered } = await profile();
  await during(async (store) => {
    await put(store, "kept");
    await store.backUp();
  });
  await rm(options.file);
  const store = await recovered();
  expect(await find(store, "kept")).toBe("yes");
  expect(await noticeOf(store)).toEqual({ kind: "restored-from-backup", setAside: null, backupAt: start });
});

test("without a sound backup the profile starts empty and says so", async () => {
  const { options, during, recovered } = await profile();
  await during((store) => put(store, "lost"));
  await damage(options.file);
  const store = await recovered();
  expect(await find(store, "lost")).toBeUndefined();
  expect(await noticeOf(store)).toMatchObject({ kind: "started-empty", backupAt: null });
  expect(await readdir(join(options.file, ".."))).toContain("rackside.sqlite.corrupt-2026-11-22T09-00-00-000Z");
});

test("a backup of another profile is passed over", async () => {
  const own = await profile();
  const other = await profile();
  await own.during(async (store) => {
    await store.write(addSite);
    await put(store, "own");
    await store.backUp();
  });
  other.at(start + hour);
  await other.during(async (store) => {
    const { file, name } = await store.backUp();
    await copyFile(file, join(own.options.backupDirectory, name));
  });
  await orphanServices(own.options.file);
  const store = await own.recovered();
  expect(await find(store, "own")).toBe("yes");
});

test("what a killed restore had prepared is cleared away", async () => {
  const { options, recovered } = await profile();
  const prepared = `${options.file}.restoring`;
  await writeFile(prepared, "half a copy");
  await recovered();
  expect(await readdir(join(options.file, ".."))).not.toContain("rackside.sqlite.restoring");
});
