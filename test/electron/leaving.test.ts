import { expect, test } from "vitest";
import { askBeforeLeaving } from "../../electron/leaving";
import { textsIn } from "../../electron/text/texts";

const english = textsIn("en");

test("nothing is asked when every step has gone out", () => {
  expect(askBeforeLeaving([], english)).toBeUndefined();
  expect(askBeforeLeaving([{ waiting: 0, needsAttention: 0 }], english)).toBeUndefined();
});

test("steps that need a decision do not hold the window", () => {
  expect(askBeforeLeaving([{ waiting: 2, needsAttention: 2 }], english)).toBeUndefined();
});

test("the steps of all panels are told in one number, with what becomes of them", () => {
  const links = [
    { waiting: 2, needsAttention: 0 },
    { waiting: 2, needsAttention: 1 },
  ];

  expect(askBeforeLeaving(links, english)).toEqual({
    message: "3 steps wait",
    detail: "They go out at the next start.",
  });
});

test("one step is told in the singular", () => {
  expect(askBeforeLeaving([{ waiting: 1, needsAttention: 0 }], english)).toEqual({
    message: "1 step waits",
    detail: "It goes out at the next start.",
  });
});

test.each([
  [1, "1 шаг ждёт"],
  [2, "2 шага ждут"],
  [5, "5 шагов ждут"],
  [21, "21 шаг ждёт"],
])("in Russian %i has its own form", (waiting, message) => {
  expect(askBeforeLeaving([{ waiting, needsAttention: 0 }], textsIn("ru"))?.message).toBe(message);
});
