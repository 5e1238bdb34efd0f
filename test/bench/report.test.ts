import { expect, test } from "vitest";
import { spreadOf } from "./figures";
import type { Line } from "./figures";
import { describeReport, findRegressions } from "./report";
import type { Report } from "./report";

function reportOf(ratio: number | null): Report {
  const measured = spreadOf([1, 2, 3]);
  const line: Line = { what: "a page", unit: "ms", measured, baseline: measured, ratio, aims: [] };
  const machine = { processor: "A processor", cores: 2, memoryGigabytes: 8, versions: { Node: "20" } };
  return { date: "2026-11-23", machine, cards: 1_000_000, rows: { "queue-page": [line] } };
}

test("the spread of figures is told by those that were measured", () => {
  const hundred = Array.from({ length: 100 }, (_, index) => 100 - index);
  expect(spreadOf(hundred)).toEqual({ p50: 50, p95: 95, p99: 99, count: 100 });
  expect(spreadOf([7])).toEqual({ p50: 7, p95: 7, p99: 7, count: 1 });
});

test.each([
  ["a quarter worse is still within what machines do", 2.5, 0],
  ["more than that is a regression", 2.51, 1],
  ["better is none", 1, 0],
  ["a line without a ratio is judged by nobody", null, 0],
])("%s", (_, ratio, count) => {
  expect(findRegressions(reportOf(2), reportOf(ratio))).toHaveLength(count);
});

test("a row that was never recorded is no regression", () => {
  expect(findRegressions({ ...reportOf(2), rows: {} }, reportOf(9))).toEqual([]);
});

test("the results name date, machine and versions, and every line has its row", () => {
  const text = describeReport(reportOf(2));
  expect(text).toContain("2026-11-23");
  expect(text).toContain("A processor, 2 cores, 8 GB, Node 20; profile of 1,000,000 cards");
  expect(text).toContain("| queue-page | a page | 2.00 / 3.00 / 3.00 ms | 2.00 / 3.00 / 3.00 ms | 2.00 |");
});
