import { mkdirSync, mkdtempSync, renameSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { hashFiles, isStamped, writeStamp } from "../../scripts/stamp.mjs";

function makeSources() {
  const folder = mkdtempSync(path.join(tmpdir(), "rackside-stamp-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  mkdirSync(path.join(folder, "inner"));
  writeFileSync(path.join(folder, "inner", "a.ts"), "one");
  return folder;
}

test("a changed content deep inside changes the hash", () => {
  const folder = makeSources();
  const before = hashFiles([folder]);

  writeFileSync(path.join(folder, "inner", "a.ts"), "two");

  expect(hashFiles([folder])).not.toBe(before);
});

test("a renamed file changes the hash", () => {
  const folder = makeSources();
  const before = hashFiles([folder]);

  renameSync(path.join(folder, "inner", "a.ts"), path.join(folder, "inner", "b.ts"));

  expect(hashFiles([folder])).not.toBe(before);
});

test("a file that was only touched does not", () => {
  const folder = makeSources();
  const before = hashFiles([folder]);

  utimesSync(path.join(folder, "inner", "a.ts"), 1, 1);

  expect(hashFiles([folder, path.join(folder, "missing")])).toBe(before);
});

test("a stamp tells its own text from any other", () => {
  const stamp = path.join(makeSources(), "stamps", "build");

  expect(isStamped(stamp, "x")).toBe(false);
  writeStamp(stamp, "x");
  expect(isStamped(stamp, "x")).toBe(true);
  expect(isStamped(stamp, "y")).toBe(false);
});
