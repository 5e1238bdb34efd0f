import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { lockProfile } from "../../db/profile-lock";
import { openStore } from "../../db/store";
import { ProfileInUse } from "../../main/ports/failure";
import { buildChildProgram, startChild } from "./child";
import { storeOptions, temporaryDirectory } from "./temporary-store";

let program: Awaited<ReturnType<typeof buildChildProgram>>;
beforeAll(async () => {
  program = await buildChildProgram(new URL("child-program.ts", import.meta.url));
});
afterAll(() => program.remove());

test("a profile that another process holds is in use, until that process is killed", async () => {
  const directory = await temporaryDirectory();
  const holder = startChild(program.file, "hold", directory);
  expect(await holder.next()).toBe("locked");
  const refusal = await lockProfile(directory).catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(ProfileInUse);
  expect(refusal).toMatchObject({ directory });
  await holder.kill();
  const lock = await lockProfile(directory);
  await lock.release();
});

test("a profile held here is in use for another process, until it is released", async () => {
  const directory = await temporaryDirectory();
  const lock = await lockProfile(directory);
  const refused = startChild(program.file, "hold", directory);
  expect(await refused.next()).toBe("in-use");
  await lock.release();
  const holder = startChild(program.file, "hold", directory);
  expect(await holder.next()).toBe("locked");
  holder.send("release");
  expect(await holder.next()).toBe("released");
  const again = await lockProfile(directory);
  await again.release();
});

test("a profile is held once within a process as well", async () => {
  const directory = await temporaryDirectory();
  const lock = await lockProfile(directory);
  await expect(lockProfile(directory)).rejects.toThrow(ProfileInUse);
  await lock.release();
});

test("what a killed process had committed is there, whole, when the file is opened again", async () => {
  const directory = await temporaryDirectory();
  const writer = startChild(program.file, "write", directory);
  let committed: unknown = 0;
  while (committed !== 25) committed = await writer.next();
  await writer.kill();
  const store = await openStore(storeOptions(directory));
  onTestFinished(() => store.close());
  const halves = async (count: number) =>
    store.read(async ({ settings }) => [
      await settings.find(`first-${String(count)}`),
      await settings.find(`second-${String(count)}`),
    ]);
  for (let count = 1; count <= 25; count += 1) expect(await halves(count)).toEqual(["written", "written"]);
  // The write under way at the kill is there with both halves or with none.
  for (let count = 26; count < 200; count += 1) {
    const [first, second] = await halves(count);
    expect(second).toBe(first);
  }
});
