import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { judgeAudit } from "../../scripts/dependencies/advisories.mjs";
import { judgeDependencies } from "../../scripts/dependencies/judge.mjs";
import { isLicenceAllowed } from "../../scripts/dependencies/licences.mjs";
import { describeShipped } from "../../scripts/dependencies/notices.mjs";
import { places } from "../../scripts/places.mjs";

const read = (name) => readFileSync(path.join(places.root, name), "utf8");
const packageJson = JSON.parse(read("package.json"));
const lock = JSON.parse(read("package-lock.json"));
const npmrc = read(".npmrc");

/** The repository's own files with one locked package changed. */
function withLocked(place, change) {
  const packages = { ...lock.packages, [place]: { ...lock.packages[place], ...change } };
  return { packageJson, npmrc, lock: { ...lock, packages } };
}

test("versions are exact, everything is locked with its hash, no new install script, every licence is on the list", () => {
  expect(judgeDependencies({ packageJson, lock, npmrc })).toEqual([]);
});

test("only the driver's install script is ever run", () => {
  const scripts = readdirSync(path.join(places.root, "scripts"), { recursive: true }).filter((name) =>
    /\.mjs$/.test(name),
  );
  const running = scripts.flatMap((name) => read(path.join("scripts", name)).match(/.*ignore-scripts=false.*/g) ?? []);
  expect(running).toHaveLength(1);
  expect(running[0]).toContain('"rebuild", "sqlite3"');
});

describe("it is found when", () => {
  test.each([
    [
      "a version is a range",
      { packageJson: { ...packageJson, dependencies: { sqlite3: "^6.0.1" } }, lock, npmrc },
      "no exact version",
    ],
    ["a package has no hash", withLocked("node_modules/zod", { integrity: undefined }), "no sha512 integrity"],
    [
      "a package comes from elsewhere",
      withLocked("node_modules/zod", { resolved: "https://x.example/z.tgz" }),
      "not the registry",
    ],
    [
      "a package brings an install script",
      withLocked("node_modules/zod", { hasInstallScript: true }),
      "an install script",
    ],
    [
      "a shipped package has another licence",
      withLocked("node_modules/sqlite3", { license: "MPL-2.0" }),
      "licence MPL-2.0",
    ],
    [
      "a tool has a licence that nobody knows",
      withLocked("node_modules/vite", { license: "SSPL-1.0" }),
      "licence SSPL-1.0",
    ],
    ["install scripts are on", { packageJson, lock, npmrc: "save-exact=true\n" }, "ignore-scripts=true"],
  ])("%s", (_, files, words) => {
    expect(judgeDependencies(files).join("\n")).toContain(words);
  });

  test("the lock file is behind package.json", () => {
    const ahead = { ...packageJson, dependencies: { ...packageJson.dependencies, sqlite3: "6.0.2" } };
    expect(judgeDependencies({ packageJson: ahead, lock, npmrc })).toEqual([
      "package-lock.json does not have sqlite3 6.0.2",
    ]);
  });

  test("a tool with a licence of its own kind would be bundled", () => {
    expect(() => describeShipped(new Set(["node_modules/axe-core"]))).toThrow(/axe-core .*MPL-2.0/);
  });
});

test("the notices hold the licence of what is bundled and of what lies beside it", () => {
  const { text } = describeShipped(new Set(["node_modules/zod"]));
  expect(text).toMatch(/^zod 4\.\d+\.\d+ \(MIT\)\n\nMIT License/m);
  expect(text).toMatch(/^sqlite3 6\.0\.1 \(BSD-3-Clause\)$/m);
  expect(text).not.toMatch(/^axe-core/m);
});

test.each([
  ["MIT", true, true],
  ["(MIT OR WTFPL)", true, true],
  ["WTFPL OR ISC", true, true],
  ["MIT AND GPL-3.0-only", false, false],
  ["MPL-2.0", true, false],
  ["MPL-2.0", false, true],
  ["GPL-3.0-only", false, false],
  [undefined, false, false],
])("the licence %s, shipped: %s, is allowed: %s", (expression, isShipped, isAllowed) => {
  expect(isLicenceAllowed(expression, isShipped)).toBe(isAllowed);
});

describe("advisories", () => {
  const audit = (counts) => JSON.stringify({ metadata: { vulnerabilities: counts } });
  test.each([
    ["a critical one fails", audit({ critical: 1, high: 0 }), false, "1 critical"],
    ["others are told", audit({ critical: 0, high: 2 }), true, "2 high"],
    ["no answer is told as none", JSON.stringify({ message: "405 Method Not Allowed" }), true, "not checked"],
    ["nonsense as well", "<html>", true, "not checked"],
  ])("%s", (_, text, isPassed, words) => {
    expect(judgeAudit(text)).toMatchObject({ isPassed, words: expect.stringContaining(words) });
  });
});
