import { readdir } from "node:fs/promises";
import { dirname } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { connect } from "../../db/open";
import { openSoundStore } from "../../db/recover";
import type { StoreOptions } from "../../db/store";
import { createFakeClock } from "../builders/fake-clock";
import { silentLog } from "../builders/console";
import { watchSoundness } from "../../main/profile/soundness-watch";
import { addSite } from "./records";
import { storeOptions, temporaryDirectory } from "./temporary-store";

/** Every file counts as large. */
async function largeProfile(): Promise<StoreOptions> {
  const options = { ...storeOptions(await temporaryDirectory()), wholeCheckBytes: 0 };
  const store = await openSoundStore(options);
  await store.write(addSite);
  await store.backUp();
  await store.close();
  return options;
}

async function open(options: StoreOptions) {
  const store = await openSoundStore(options);
  onTestFinished(() => store.close());
  return store;
}

/** The file can be read, but services in it point at nothing. */
async function orphanServices({ file }: StoreOptions): Promise<void> {
  const careless = connect(file, ["foreign_keys=OFF"]);
  await careless.raw("DELETE FROM customers");
  await careless.destroy();
}

test("a large file is opened without being read whole, and found sound afterwards", async () => {
  const store = await open(await largeProfile());
  expect(store.isChecked).toBe(false);
  expect(await store.check()).toBe("sound");
});

test("damage in a large file is found while work goes on, and mended at the next opening", async () => {
  const options = await largeProfile();
  await orphanServices(options);
  const store = await open(options);
  expect(await store.check()).toBe("damaged");
  await store.write(({ settings }) => settings.put("still", "working"));
  await store.close();

  const restored = await open(options);
  expect(await restored.read(({ customers }) => customers.list())).not.toEqual([]);
  const names = await readdir(dirname(options.file));
  expect(names.filter((name) => name.includes("corrupt-"))).toHaveLength(1);
  expect(names.filter((name) => name.endsWith(".damaged"))).toEqual([]);
});

test("closing a store ends its check", async () => {
  const store = await open(await largeProfile());
  const checking = store.check();
  await store.close();
  expect(["sound", "ended"]).toContain(await checking);
  expect(await store.check()).not.toBe("damaged");
});

test("damage is told on every screen, and no backup may follow it", async () => {
  const options = await largeProfile();
  await orphanServices(options);
  const store = await open(options);
  const clock = createFakeClock();
  let told = 0;
  const watch = watchSoundness({ store, clock, log: silentLog, tell: () => (told += 1) });
  clock.advance(10_000);
  expect(await watch.isSound).toBe(false);
  expect(told).toBe(1);
  const notice = await store.read(({ settings }) => settings.find("store.notice"));
  expect(JSON.parse(notice ?? "null")).toMatchObject({ kind: "damage-found" });
});

test("a watch that ends before its time says so", async () => {
  const watch = watchSoundness({
    store: await open(await largeProfile()),
    clock: createFakeClock(),
    log: silentLog,
    tell: () => undefined,
  });
  watch.end();
  expect(await watch.isSound).toBe(false);
});
