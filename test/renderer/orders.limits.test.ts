import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Resource } from "../../main/contract/shapes/tariff";
import { amountProblem } from "../../renderer/screens/orders/amount-limits";

const ip: Resource = {
  name: "ip",
  measure: "pcs",
  included: 2,
  maximum: 9,
  step: 3,
  stepPriceMinor: 100,
  isActive: true,
};

const resource = fc
  .record({ included: fc.nat(1000), room: fc.nat(1000), step: fc.integer({ min: 1, max: 50 }) })
  .map(({ included, room, step }): Resource => ({ ...ip, included, maximum: included + room, step }));

describe("amounts of an order", () => {
  it.each([
    ["", { kind: "not-whole" }],
    ["2.5", { kind: "not-whole" }],
    [1, { kind: "below-included", included: 2 }],
    [10, { kind: "above-maximum", maximum: 9 }],
    [4, { kind: "off-step", lower: 2, upper: 5 }],
    [9, { kind: "off-step", lower: 8, upper: 8 }],
    [2, null],
    [8, null],
  ])("judges %j", (typed, expected) => {
    expect(amountProblem(ip, typed)).toEqual(expected);
  });

  it("offers only amounts that can be ordered in place of one between the steps", () => {
    fc.assert(
      fc.property(resource, fc.nat(3000), (any, amount) => {
        const problem = amountProblem(any, amount);
        if (problem?.kind !== "off-step") return;
        expect(amountProblem(any, problem.lower)).toBeNull();
        expect(amountProblem(any, problem.upper)).toBeNull();
      }),
    );
  });
});
