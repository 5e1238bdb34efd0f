import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Resource, TariffContent } from "../../main/contract/shapes/tariff";
import { checkAmounts, checkChange, completeAmounts, priceOrder } from "../../main/domain/price";
import { resource } from "../builders/resource";

const enumeration = { valueType: "enumeration", enumerationId: "systems" } as const;

const tariff: TariffContent = {
  productType: "colocation",
  name: "Colo 1U",
  internalName: "",
  currency: "EUR",
  moduleIds: [],
  isActive: true,
  periods: [
    { months: 1, priceMinor: 5_900, setUpMinor: 4_900 },
    { months: 12, priceMinor: 60_000, setUpMinor: 0 },
    { months: 0, priceMinor: 400_000, setUpMinor: 0 },
    { months: -50, priceMinor: 300, setUpMinor: 0 },
    { months: -100, priceMinor: 0, setUpMinor: 0 },
  ],
  resources: [
    resource("ip", {
      stepPrices: [
        { months: 1, priceMinor: 300 },
        { months: 12, priceMinor: 3_000 },
        { months: 0, priceMinor: 20_000 },
        { months: -50, priceMinor: 15 },
      ],
    }),
    resource("flat", {
      measure: "Mbit/s",
      included: 100,
      minimum: 50,
      maximum: 10_000,
      step: 100,
      stepPrices: [{ months: 1, priceMinor: 1_000 }],
    }),
    resource("unit", { measure: "U", isActive: false }),
    resource("raid", {
      valueType: "boolean",
      included: 0,
      maximum: 1,
      stepPrices: [{ months: 1, priceMinor: 700 }],
    }),
    resource("traffic", { included: 0, billing: "statistics" }),
    resource("hands", { included: 0, billing: "manual" }),
    resource("keys", { included: 0, billing: "none" }),
    resource("os", { ...enumeration, included: 0 }),
  ],
};

function content(...resources: Resource[]): TariffContent {
  return { ...tariff, resources };
}

describe("price of an order", () => {
  it("is the period and the set-up fee when nothing is ordered above the included amounts", () => {
    expect(priceOrder(tariff, 1, { ip: 1 })?.totalMinor).toBe(10_800);
    expect(priceOrder(tariff, 12, {})?.lines).toEqual([{ subject: "period", quantity: 1, amountMinor: 60_000 }]);
  });

  it("charges each step above the included amount with the step price of the period", () => {
    const price = priceOrder(tariff, 1, { ip: 3, flat: 300, raid: 1 });
    expect(price).toEqual({
      currency: "EUR",
      lines: [
        { subject: "period", quantity: 1, amountMinor: 5_900 },
        { subject: "set-up", quantity: 1, amountMinor: 4_900 },
        { subject: "ip", quantity: 2, amountMinor: 600 },
        { subject: "flat", quantity: 200, amountMinor: 2_000 },
        { subject: "raid", quantity: 1, amountMinor: 700 },
      ],
      totalMinor: 14_100,
    });
  });

  it.each([
    ["a lifetime", 0, 440_000],
    ["a day", -50, 330],
    ["a trial, which has no step price", -100, 0],
  ])("of %s has the price of that period", (_what, code, totalMinor) => {
    expect(priceOrder(tariff, code, { ip: 3 })?.totalMinor).toBe(totalMinor);
  });

  it("leaves out what is priced later, by hand or not at all", () => {
    expect(priceOrder(tariff, 1, { traffic: 9, hands: 9, keys: 9 })).toEqual(priceOrder(tariff, 1, {}));
  });

  it("gives nothing back for less than what is included", () => {
    expect(priceOrder(tariff, 1, { flat: 50 })).toEqual(priceOrder(tariff, 1, {}));
  });

  it("does not exist for a period that the tariff lacks", () => {
    expect(priceOrder(tariff, 3, {})).toBeUndefined();
  });

  it("equals the costs of all units, added up one by one, for any resources and amounts", () => {
    const line = fc.record({
      included: fc.nat(20),
      step: fc.integer({ min: 1, max: 9 }),
      steps: fc.nat(12),
      priceMinor: fc.nat(1_000_000),
      billing: fc.constantFrom("ordered", "statistics", "none", "manual"),
      isActive: fc.boolean(),
    });
    const property = fc.property(fc.array(line, { maxLength: 6 }), fc.constantFrom(1, 12, 0, -50), (lines, months) => {
      const ordered = lines.map((one, index) => ({ ...one, name: `r${String(index)}` }));
      const sold = content(
        ...ordered.map(({ name, included, step, priceMinor, billing, isActive }) =>
          resource(name, {
            included,
            maximum: 1_000,
            step,
            billing,
            isActive,
            stepPrices: [
              { months: 3, priceMinor: 1 },
              { months, priceMinor },
            ],
          }),
        ),
      );
      const active = ordered.filter((one) => one.isActive);
      const amounts = Object.fromEntries(active.map((one) => [one.name, one.included + one.steps * one.step]));
      let expected = 0;
      for (const period of sold.periods) {
        if (period.months === months) expected = period.priceMinor + period.setUpMinor;
      }
      for (const one of active) {
        for (let taken = 0; taken < one.steps; taken += 1) expected += one.billing === "ordered" ? one.priceMinor : 0;
      }
      expect(checkAmounts(sold, amounts)).toEqual([]);
      expect(priceOrder(sold, months, amounts)?.totalMinor).toBe(expected);
    });
    fc.assert(property);
  });
});

describe("ordered amounts", () => {
  it.each([
    [{ flat: 49 }, "At least 50 Mbit/s"],
    [{ flat: 20_000 }, "At most 10 Gbit/s"],
    [{ flat: 150 }, "In steps of 100 Mbit/s from 100 Mbit/s"],
    [{ ip: 17 }, "At most 16 pcs"],
    [{ unit: 2 }, "Not part of this tariff"],
    [{ ipv6: 2 }, "Not part of this tariff"],
    [{ raid: 2 }, "At most 1 pcs"],
    [{ os: 1 }, "Has a choice, not an amount"],
  ])("are refused with a reason by the resource: %j", (amounts, message) => {
    expect(checkAmounts(tariff, amounts)).toEqual([{ path: `amounts.${Object.keys(amounts)[0] ?? ""}`, message }]);
  });

  it("may be less than what is included, down to the minimum, in any number", () => {
    expect(checkAmounts(tariff, { flat: 73, ip: 0 })).toEqual([]);
  });

  it("are completed with what is included, whatever is not counted or switched off left out", () => {
    expect(completeAmounts(tariff, { ip: 4 })).toEqual({ ip: 4, flat: 100, raid: 0, traffic: 0, hands: 0, keys: 0 });
  });

  it("are completed with the first step that reaches the minimum where less is included", () => {
    const sold = content(resource("power", { included: 2, minimum: 9, step: 3 }));
    expect(completeAmounts(sold, {})).toEqual({ power: 11 });
    expect(checkAmounts(sold, { power: 11 })).toEqual([]);
    expect(priceOrder(sold, 1, {})).toEqual(priceOrder(sold, 1, { power: 11 }));
  });

  it("that are completed can always be ordered, unless nothing of a resource can be", () => {
    const bounds = fc.record({ included: fc.nat(30), minimum: fc.nat(30), room: fc.nat(30), step: fc.nat(8) });
    const property = fc.property(bounds, ({ included, minimum, room, step }) => {
      const maximum = Math.max(included, minimum) + room;
      const one = resource("ip", { included, minimum, maximum, step: step + 1 });
      const orderable = Array.from({ length: maximum + 1 }, (_, amount) => amount).filter(
        (amount) => amount >= minimum && (amount <= included || (amount - included) % one.step === 0),
      );
      const amount = completeAmounts(content(one), {})["ip"] ?? Number.NaN;
      if (orderable.length > 0) expect(orderable).toContain(amount);
      else expect(amount).toBeGreaterThan(maximum);
    });
    fc.assert(property);
  });
});

describe("a change of a running service", () => {
  const sold = content(
    resource("anyone"),
    resource("staff", { changeBy: "staff" }),
    resource("up", { changeBy: "up-only" }),
    resource("down", { changeBy: "down-only", measure: "W", maximum: 9_000 }),
  );
  const before = { anyone: 4, staff: 4, up: 4, down: 1_500 };

  it("goes both ways where anyone or staff may change", () => {
    expect(checkChange(sold, before, { anyone: 3, staff: 5, up: 4, down: 1_500 })).toEqual([]);
    expect(checkChange(sold, before, { anyone: 5, staff: 3, up: 4, down: 1_500 })).toEqual([]);
  });

  it("goes one way where only that is allowed", () => {
    expect(checkChange(sold, before, { up: 5, down: 1_400 })).toEqual([]);
    expect(checkChange(sold, before, { up: 3, down: 1_600 })).toEqual([
      { path: "amounts.up", message: "Only upwards: 4 pcs or more" },
      { path: "amounts.down", message: "Only downwards: 1.5 kW or less" },
    ]);
  });

  it("may bring what the service did not have", () => {
    expect(checkChange(sold, {}, { down: 100 })).toEqual([]);
  });
});
