import { expect, test } from "vitest";
import type { TariffContent } from "../../main/contract/shapes/tariff";
import { compareTariffs, concernsServices, describeDifferences } from "../../main/domain/tariff-differences";
import { resource } from "../builders/resource";

const names = {
  modules: [
    { id: "m1", name: "dc-1" },
    { id: "m2", name: "dc-2" },
  ],
  enumerations: [{ id: "systems", internalName: "os" }],
};
const before: TariffContent = {
  productType: "colocation",
  name: "Colo 1U",
  internalName: "",
  currency: "EUR",
  moduleIds: ["m1"],
  isActive: true,
  periods: [{ months: 1, priceMinor: 5_900, setUpMinor: 0 }],
  resources: [resource("ip")],
};

const cases: readonly [string, Partial<TariffContent>, string, boolean][] = [
  ["nothing", {}, "", false],
  ["whether it is sold", { isActive: false }, "active yes → no", false],
  ["its modules", { moduleIds: ["m1", "m2"] }, "modules dc-1 → dc-1, dc-2", false],
  ["its name", { name: "Colo 1U new" }, "name Colo 1U → Colo 1U new", true],
  [
    "a price",
    { periods: [{ months: 1, priceMinor: 6_400, setUpMinor: 0 }] },
    "period 1 month 59.00 EUR → 64.00 EUR",
    true,
  ],
  [
    "a period",
    { periods: [...before.periods, { months: 12, priceMinor: 6_400, setUpMinor: 0 }] },
    "period 12 months added",
    true,
  ],
  ["how much is included", { resources: [resource("ip", { included: 2 })] }, "resource ip changed", true],
  ["all resources", { resources: [] }, "resource ip removed", true],
];
test.each(cases)("a change of %s is told in words, and whether services notice", (_what, fields, words, isNoticed) => {
  const differences = compareTariffs(before, { ...before, ...fields }, names);
  expect(describeDifferences(differences)).toBe(words);
  expect(concernsServices(differences)).toBe(isNoticed);
});

test("another order of the same resources is told and concerns no service", () => {
  const [ip, unit] = [resource("ip"), resource("unit")];
  const differences = compareTariffs({ ...before, resources: [ip, unit] }, { ...before, resources: [unit, ip] }, names);
  expect(describeDifferences(differences)).toBe("order of resources ip, unit → unit, ip");
  expect(concernsServices(differences)).toBe(false);
});

test("another enumeration is a difference", () => {
  const os = resource("os", { valueType: "enumeration", enumerationId: "systems" });
  const other = { ...os, enumerationId: "other" };
  expect(compareTariffs({ ...before, resources: [os] }, { ...before, resources: [other] }, names)).toHaveLength(1);
});
