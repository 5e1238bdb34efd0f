import { existsSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { build } from "./build.mjs";
import { places } from "./places.mjs";
import { runCommand } from "./run-command.mjs";

/**
 * A check answers how many of its tests passed, failed and were skipped; `report` holds the text of the failures.
 * @typedef {{ name: string, run: () => Promise<{ passed: number, failed: number, skipped?: number, report: string }> }} Check
 */

/** @type {readonly Check[]} Checks of the sources, the longest first; each counts as one test. */
export const staticChecks = [
  tool("lint", "eslint/bin/eslint.js", [".", "--max-warnings", "0"]),
  tool("types", "typescript/bin/tsc", ["-b"]),
  tool("format", "prettier/bin/prettier.cjs", ["--check", ".", "--log-level", "warn"]),
  tool("unused code", "knip/bin/knip.js", ["--no-progress"]),
];

/** @type {Check} The program that the end-to-end tests drive. */
export const isProgramBuilt = {
  name: "build",
  run: async () => {
    try {
      await build();
      return { passed: 1, failed: 0, report: "" };
    } catch (error) {
      return { passed: 0, failed: 1, report: error.message };
    }
  },
};

/** @type {readonly Check[]} The projects of vitest.config.ts. */
export const testProjects = [
  vitest("tests", ["program", "rooms", "renderer"]),
  vitest("end-to-end, real Electron", ["e2e"]),
];

function tool(name, script, args) {
  return {
    name,
    run: async () => {
      const { code, output } = await runTool(script, args);
      return code === 0 ? { passed: 1, failed: 0, report: "" } : { passed: 0, failed: 1, report: output };
    },
  };
}

function runTool(script, args) {
  const env = { ...process.env, NO_COLOR: "1" };
  delete env.FORCE_COLOR;
  // Building in this process sets it to production, where React has no `act`.
  delete env.NODE_ENV;
  return runCommand(process.execPath, [path.join(places.modules, script), ...args], { env });
}

function vitest(name, projects) {
  return {
    name,
    run: async () => {
      const file = path.join(places.out, "test", `${projects.join("-")}.json`);
      rmSync(file, { force: true });
      const { code, output } = await runTool("vitest/vitest.mjs", [
        "run",
        ...projects.flatMap((project) => ["--project", project]),
        "--reporter=default",
        "--reporter=json",
        `--outputFile.json=${file}`,
      ]);
      // Without a report the run itself broke down, which must not look like a run without tests.
      if (!existsSync(file)) return { passed: 0, failed: 1, report: output };
      return countTests(JSON.parse(readFileSync(file, "utf8")), code, output);
    },
  };
}

/**
 * Counts a vitest JSON report. A file that could not be loaded counts as a failed test, so does a run that failed without a failed test.
 * @returns {{ passed: number, failed: number, skipped: number, report: string }}
 */
export function countTests(run, code, output) {
  const failures = run.testResults.flatMap((file) => failuresOf(file));
  const failed = failures.length;
  const counted = { passed: run.numPassedTests, skipped: run.numPendingTests + run.numTodoTests };
  if (failed === 0 && code !== 0) return { ...counted, failed: 1, report: output };
  return { ...counted, failed, report: failed === 0 ? "" : (findFailureText(output) ?? failures.join("\n\n")) };
}

/** What vitest prints about failures, with the differences that its JSON report leaves out. */
function findFailureText(output) {
  const at = output.search(/^[^\w\s]+ (Failed|Unhandled) /m);
  return at < 0 ? undefined : output.slice(at);
}

function failuresOf(file) {
  const name = path.relative(places.root, file.name);
  const failures = file.assertionResults
    .filter(({ status }) => status === "failed")
    .map(({ fullName, failureMessages }) => `${name}: ${fullName}\n${failureMessages.join("\n")}`);
  return failures.length === 0 && file.status === "failed" ? [`${name}: ${file.message}`] : failures;
}
