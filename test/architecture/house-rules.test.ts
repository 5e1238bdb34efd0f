import { describe, expect, test } from "vitest";
import { findViolations } from "./house-rules";
import { readSources } from "./sources";

test("every file keeps the house rules", () => {
  expect(readSources().flatMap(findViolations)).toEqual([]);
});

describe("a violation is found when a file", () => {
  test.each([
    ["says any", "export const x: any = 1;"],
    ["asserts that something is there", "export const x = list[0]!;"],
    ["declares an enum", "export enum State { open }"],
    ["exports a default function", "export default function f() {}"],
    ["exports a default value", "export default 1;"],
    ["switches the linter off", "// eslint-disable-next-line\nexport const x = 1;"],
    ["silences the compiler", "/* @ts-expect-error */ export const x = 1;"],
    ["leaves work behind", "// TODO: later\nexport const x = 1;"],
    ["is too long", "export {};\n".repeat(301)],
  ])("%s", (_, text) => {
    expect(findViolations({ path: "main/app/a.ts", text })).toHaveLength(1);
  });

  test("and none in plain code that only looks like it", () => {
    const text = 'switch (kind) {\n  default:\n    say("TODO any enum!");\n}\nif (!isOpen) close();\n';

    expect(findViolations({ path: "main/app/a.ts", text })).toEqual([]);
  });
});
