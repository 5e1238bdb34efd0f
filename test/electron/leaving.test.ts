import { expect, test } from "vitest";
import { askBeforeLeaving } from "../../electron/leaving";

test("nothing is asked when every step has gone out", () => {
  expect(askBeforeLeaving([])).toBeUndefined();
  expect(askBeforeLeaving([{ waiting: 0, needsAttention: 0 }])).toBeUndefined();
});

test("steps that need a decision do not hold the window", () => {
  expect(askBeforeLeaving([{ waiting: 2, needsAttention: 2 }])).toBeUndefined();
});

test("the steps of all panels are told in one number, with what becomes of them", () => {
  const links = [
    { waiting: 2, needsAttention: 0 },
    { waiting: 2, needsAttention: 1 },
  ];

  expect(askBeforeLeaving(links)).toEqual({ message: "3 steps wait", detail: "They go out at the next start." });
});

test("one step is told in the singular", () => {
  expect(askBeforeLeaving([{ waiting: 1, needsAttention: 0 }])).toEqual({
    message: "1 step waits",
    detail: "It goes out at the next start.",
  });
});
