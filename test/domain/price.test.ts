import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Tariff } from "../../main/contract/shapes/tariff";
import { checkAmounts, completeAmounts, priceOrder } from "../../main/domain/price";
import { createAllAddOns } from "../../main/domain/tariff";

const tariff: Tariff = {
  id: "t",
  revision: 1,
  productType: "colocation",
  name: "Colo 1U",
  currency: "EUR",
  moduleIds: [],
  isActive: true,
  periods: [
    { months: 1, priceMinor: 5_900, setUpMinor: 4_900 },
    { months: 12, priceMinor: 60_000, setUpMinor: 0 },
  ],
  resources: [
    { name: "ip", measure: "pcs", included: 1, maximum: 16, step: 1, stepPriceMinor: 300, isActive: true },
    {
      name: "flat",
      measure: "Mbit/s",
      included: 100,
      maximum: 1_000,
      step: 100,
      stepPriceMinor: 1_000,
      isActive: true,
    },
    { name: "unit", measure: "U", included: 1, maximum: 4, step: 1, stepPriceMinor: 900, isActive: false },
  ],
};

describe("price of an order", () => {
  it("is the period and the set-up fee when nothing is ordered above the included amounts", () => {
    expect(priceOrder(tariff, 1, { ip: 1 })?.totalMinor).toBe(10_800);
    expect(priceOrder(tariff, 12, {})?.lines).toEqual([{ subject: "period", quantity: 1, amountMinor: 60_000 }]);
  });

  it("charges each step above the included amount for every month", () => {
    expect(priceOrder(tariff, 12, { ip: 3, flat: 300 })?.totalMinor).toBe(60_000 + 2 * 300 * 12 + 2 * 1_000 * 12);
  });

  it("does not exist for a period that the tariff lacks", () => {
    expect(priceOrder(tariff, 3, {})).toBeUndefined();
  });

  it("equals an independent formula for any valid amounts", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 16 }),
        fc.integer({ min: 0, max: 9 }),
        fc.constantFrom(1, 12),
        (ip, steps, months) => {
          const base = months === 1 ? 10_800 : 60_000;
          const amounts = { ip, flat: 100 + steps * 100 };
          expect(checkAmounts(tariff, amounts)).toEqual([]);
          expect(priceOrder(tariff, months, amounts)?.totalMinor).toBe(
            base + months * (300 * ip - 300 + 1_000 * steps),
          );
        },
      ),
    );
  });
});

describe("ordered amounts", () => {
  it.each([
    [{ ip: 0 }, "At least 1: that much is included"],
    [{ ip: 17 }, "At most 16"],
    [{ flat: 150 }, "In steps of 100 from 100"],
    [{ unit: 2 }, "Not part of this tariff"],
  ])("are refused with a reason by the resource: %j", (amounts, message) => {
    expect(checkAmounts(tariff, amounts)).toEqual([{ path: `amounts.${Object.keys(amounts)[0] ?? ""}`, message }]);
  });

  it("are completed with what is included", () => {
    expect(completeAmounts(tariff, { ip: 4 })).toEqual({ ip: 4, flat: 100 });
  });
});

describe("create all add-ons", () => {
  it("gives the six colocation resources in their order and keeps those that were given", () => {
    const given = {
      name: "ip",
      measure: "pcs",
      included: 4,
      maximum: 8,
      step: 2,
      stepPriceMinor: 5,
      isActive: true,
    } as const;
    const all = createAllAddOns([given]);
    expect(all.map((one) => one.name)).toEqual(["flat", "power", "port", "unit", "ip", "ipv6"]);
    expect(all.find((one) => one.name === "ip")).toEqual(given);
  });
});
