import { mkdtemp, readdir, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setFlagsFromString } from "node:v8";
import { expect, onTestFinished, test } from "vitest";
import { createCodeCache } from "../../electron/code-cache";

// Within one process V8 finds the same source compiled already, and does not look at what was kept for the next process.
setFlagsFromString("--no-compilation-cache");

async function writeProgram(files: Readonly<Record<string, string>>) {
  const folder = await mkdtemp(join(tmpdir(), "rackside-code-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  for (const [name, source] of Object.entries(files)) await writeFile(join(folder, name), source);
  const cacheDirectory = join(folder, "cache");
  return { folder, cacheDirectory, start: () => createCodeCache({ folder, cacheDirectory }) };
}

const program = {
  "start.cjs": `exports.answer = () => require("./part.cjs").value + require("node:path").sep.length;`,
  "part.cjs": `globalThis.partRuns = (globalThis.partRuns ?? 0) + 1; module.exports = { value: 41 };`,
};
interface Started {
  answer(): number;
}

test("the program runs the same with and without what was kept", async () => {
  const { cacheDirectory, start } = await writeProgram(program);
  const first = start();
  expect((first.load("./start.cjs") as Started).answer()).toBe(42);
  await first.keep();
  expect(await readdir(cacheDirectory)).toHaveLength(2);

  const second = start();
  expect((second.load("./start.cjs") as Started).answer()).toBe(42);
  const [kept] = await readdir(cacheDirectory);
  const before = await stat(join(cacheDirectory, String(kept)));
  await second.keep();
  expect(await stat(join(cacheDirectory, String(kept)))).toMatchObject({ ino: before.ino });
});

test("a file is run once, whoever requires it", async () => {
  const { start } = await writeProgram(program);
  const code = start();
  const { answer } = code.load("./start.cjs") as Started;
  const runsBefore = runs();
  answer();
  answer();
  code.load("./part.cjs");
  expect(runs()).toBe(runsBefore + 1);
});

test("files that require each other see what is there already", async () => {
  const { start } = await writeProgram({
    "one.cjs": `exports.name = "one"; exports.other = require("./two.cjs").seen;`,
    "two.cjs": `exports.seen = require("./one.cjs").name;`,
  });
  expect(start().load("./one.cjs")).toEqual({ name: "one", other: "one" });
});

test("what was kept of another version is removed", async () => {
  const { folder, cacheDirectory, start } = await writeProgram(program);
  const old = start();
  (old.load("./start.cjs") as Started).answer();
  await old.keep();
  await writeFile(join(folder, "start.cjs"), `exports.answer = () => 7;`);
  const changed = start();
  expect((changed.load("./start.cjs") as Started).answer()).toBe(7);
  await changed.keep();
  expect(await readdir(cacheDirectory)).toHaveLength(1);
});

test("something unreadable in its place is passed over and replaced", async () => {
  const { cacheDirectory, start } = await writeProgram({ "start.cjs": `exports.answer = () => 42;` });
  const first = start();
  first.load("./start.cjs");
  await first.keep();
  const [name] = await readdir(cacheDirectory);
  await writeFile(join(cacheDirectory, String(name)), "half written");

  const second = start();
  expect((second.load("./start.cjs") as Started).answer()).toBe(42);
  await second.keep();
  expect((await stat(join(cacheDirectory, String(name)))).size).toBeGreaterThan(100);
});

function runs(): number {
  return (globalThis as { partRuns?: number }).partRuns ?? 0;
}
