import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkAmounts, leastAmount as leastAmountThere } from "../../main/domain/price";
import { amountProblem, leastAmount } from "../../renderer/screens/orders/amount-limits";
import { buildResource } from "./catalogue-records";

const ip = buildResource({ included: 2, minimum: 1, maximum: 9, step: 3 });

const resource = fc
  .record({ included: fc.nat(1000), minimum: fc.nat(1000), room: fc.nat(1000), step: fc.integer({ min: 1, max: 50 }) })
  .map(({ included, minimum, room, step }) =>
    buildResource({ included, minimum, maximum: Math.max(included, minimum) + room, step }),
  );

describe("amounts of an order", () => {
  it.each([
    ["", { kind: "not-whole" }],
    ["2.5", { kind: "not-whole" }],
    [0, { kind: "below-minimum", minimum: 1 }],
    [10, { kind: "above-maximum", maximum: 9 }],
    [4, { kind: "off-step", lower: 2, upper: 5 }],
    [9, { kind: "off-step", lower: 8, upper: 8 }],
    [1, null],
    [2, null],
    [8, null],
  ])("judges %j", (typed, expected) => {
    expect(amountProblem(ip, typed)).toEqual(expected);
  });

  it("offers nothing below the minimum in place of an amount between the steps", () => {
    expect(amountProblem({ ...ip, minimum: 4 }, 4)).toEqual({ kind: "off-step", lower: 5, upper: 5 });
  });

  it("judges as the program does", () => {
    fc.assert(
      fc.property(resource, fc.nat(3000), (any, amount) => {
        const refused = checkAmounts({ resources: [any] }, { ip: amount }).length > 0;
        expect(amountProblem(any, amount) !== null).toBe(refused);
        expect(leastAmount(any)).toBe(leastAmountThere(any));
      }),
    );
  });

  it("offers only amounts that can be ordered in place of one between the steps", () => {
    fc.assert(
      fc.property(resource, fc.nat(3000), (any, amount) => {
        const problem = amountProblem(any, amount);
        // Where minimum and maximum leave no step between them, nothing can be offered.
        if (problem?.kind !== "off-step" || leastAmount(any) > any.maximum) return;
        expect(amountProblem(any, problem.lower)).toBeNull();
        expect(amountProblem(any, problem.upper)).toBeNull();
      }),
    );
  });
});
