import fc from "fast-check";
import { expect, test } from "vitest";
import { measureShape } from "../../main/contract/shapes/tariff";
import { convertAmount, describeAmount, recountAmounts } from "../../main/domain/measure";

test.each([
  [100, "Mbit/s", "100 Mbit/s"],
  [999, "Mbit/s", "999 Mbit/s"],
  [1_000, "Mbit/s", "1 Gbit/s"],
  [2_500, "Mbit/s", "2.5 Gbit/s"],
  [10_050, "Mbit/s", "10.05 Gbit/s"],
  [1_001, "W", "1.001 kW"],
  [3_000, "GB", "3 TB"],
  [5_000, "kW", "5000 kW"],
  [64_000, "pcs", "64000 pcs"],
  [0, "W", "0 W"],
  [42, "U", "42 U"],
] as const)("%i %s reads %s", (amount, measure, words) => {
  expect(describeAmount(amount, measure)).toBe(words);
});

test("reading loses nothing: the words converted back are the amount", () => {
  const property = fc.property(fc.nat(1_000_000_000), fc.constantFrom(...measureShape.options), (amount, measure) => {
    const [number = "", read] = describeAmount(amount, measure).split(" ");
    expect(convertAmount(Number(number), measureShape.parse(read), measure)).toBeCloseTo(amount, 6);
  });
  fc.assert(property);
});

test.each([
  [2, "Gbit/s", "Mbit/s", 2_000],
  [1_500, "W", "kW", 1.5],
  [7, "TB", "TB", 7],
  [1, "W", "GB", undefined],
  [1, "pcs", "U", undefined],
] as const)("%d %s in %s is %s", (amount, from, to, converted) => {
  expect(convertAmount(amount, from, to)).toBe(converted);
});

test("amounts are recounted where the measure of a resource changes", () => {
  const before = [
    { name: "flat", measure: "Mbit/s" },
    { name: "power", measure: "kW" },
    { name: "port", measure: "pcs" },
    { name: "old", measure: "W" },
  ] as const;
  const after = [
    { name: "flat", measure: "Gbit/s" },
    { name: "power", measure: "W" },
    { name: "port", measure: "U" },
  ] as const;
  const amounts = { flat: 1_500, power: 2, port: 3, old: 4, unheard: 5 };
  expect(recountAmounts(amounts, before, after)).toEqual({ flat: 1.5, power: 2_000, old: 4, unheard: 5 });
  expect(recountAmounts(amounts, before, before)).toEqual(amounts);
});
