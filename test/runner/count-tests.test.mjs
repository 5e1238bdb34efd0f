import path from "node:path";
import { expect, test } from "vitest";
import { countTests } from "../../scripts/checks.mjs";

const file = (status, assertionResults, message = "") => ({
  name: path.resolve("test", "a.test.ts"),
  status,
  message,
  assertionResults,
});
const passed = { status: "passed", fullName: "works", failureMessages: [] };
const failed = { status: "failed", fullName: "breaks", failureMessages: ["expected 1 to be 2"] };
const run = (testResults, counts = {}) => ({
  numPassedTests: 0,
  numPendingTests: 0,
  numTodoTests: 0,
  testResults,
  ...counts,
});

test("passed, failed and skipped tests are counted", () => {
  const counts = { numPassedTests: 2, numPendingTests: 1, numTodoTests: 1 };

  const result = countTests(run([file("failed", [passed, passed, failed])], counts), 1, "");

  expect(result).toMatchObject({ passed: 2, failed: 1, skipped: 2 });
  expect(result.report).toContain("breaks");
  expect(result.report).toContain("expected 1 to be 2");
});

test("a file that could not be loaded counts as a failed test", () => {
  const result = countTests(run([file("failed", [], "Cannot find module './gone'")]), 1, "");

  expect(result).toMatchObject({ failed: 1 });
  expect(result.report).toContain("Cannot find module './gone'");
});

test("a run that failed without a failed test does not count as passed", () => {
  const result = countTests(run([file("passed", [passed])], { numPassedTests: 1 }), 1, "Unhandled rejection");

  expect(result).toMatchObject({ passed: 1, failed: 1, report: "Unhandled rejection" });
});
