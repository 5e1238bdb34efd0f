import { describe, expect, it } from "vitest";
import { tariffContentShape } from "../../main/contract/shapes/tariff";
import {
  moved,
  provisionalContent,
  withProductType,
  withValueType,
} from "../../renderer/screens/tariffs/tariff-changes";
import {
  emptyTariffDraft,
  newPeriod,
  tariffContentOf,
  tariffDraftOf,
  type ResourceDraft,
  type TariffDraft,
} from "../../renderer/screens/tariffs/tariff-draft";
import { tariffProblems } from "../../renderer/screens/tariffs/tariff-problems";
import {
  missingAddOns,
  offeredResources,
  ownDraft,
  withAllAddOns,
} from "../../renderer/screens/tariffs/usual-resources";
import { buildModule } from "./catalogue-records";

const monthly = { ...newPeriod([], 1), price: "49.90" };
const complete: TariffDraft = { ...emptyTariffDraft(), name: "Colocation 1U", periods: [monthly] };

function withResource(name: string, change: Partial<ResourceDraft>): TariffDraft {
  const resources = complete.resources.map((one) => (one.name === name ? { ...one, ...change } : one));
  return { ...complete, resources };
}

describe("the tariff editor's draft", () => {
  it("starts with the six resources of a colocation tariff, all of them integers", () => {
    const { resources } = emptyTariffDraft();
    expect(resources.map(({ name }) => name)).toEqual(["flat", "power", "port", "unit", "ip", "ipv6"]);
    expect(new Set(resources.map(({ valueType }) => valueType))).toEqual(new Set(["integer"]));
  });

  it("adds only the missing add-ons and leaves the present ones as they are", () => {
    const ip: ResourceDraft = { ...ownDraft([]), name: "ip", title: "Addresses", maximum: 5 };
    const all = withAllAddOns("colocation", [ip]);
    expect(all[0]).toBe(ip);
    expect(missingAddOns("colocation", all)).toEqual([]);
    expect(offeredResources("dedicated", all).map(({ name }) => name)).toEqual(["os"]);
  });

  it("becomes a content that the contract accepts, with money in minor units and step prices by period", () => {
    const draft = withResource("ip", { stepPrices: { m1: "3.00", m12: "30" } });
    expect(tariffProblems(draft)).toEqual({});
    const content = tariffContentShape.parse(tariffContentOf(draft));
    expect(content.periods).toEqual([{ months: 1, priceMinor: 4990, setUpMinor: 0 }]);
    // The price for twelve months has no period to apply to.
    expect(content.resources[4]).toMatchObject({ name: "ip", stepPrices: [{ months: 1, priceMinor: 300 }] });
  });

  it("comes back from a saved tariff unchanged, every period code and value type included", () => {
    const content = tariffContentShape.parse({
      ...tariffContentOf(complete),
      periods: [-100, -50, 1, 3, 6, 12, 24, 0].map((months) => ({ months, priceMinor: 100 + months, setUpMinor: 5 })),
      resources: [
        ...tariffContentOf(withResource("ip", { stepPrices: { m1: "3.00" } })).resources,
        {
          ...tariffContentOf({ ...complete, resources: [withValueType(ownDraft([]), "enumeration")] }).resources[0],
          name: "os",
          title: "System",
          enumerationId: "enumeration-1",
        },
      ],
    });
    expect(tariffContentOf(tariffDraftOf(content))).toEqual(content);
  });

  it("keeps the step prices of a period whose length is typed anew", () => {
    const other = newPeriod([], null);
    const draft = withResource("ip", { stepPrices: { [other.key]: "7" } });
    const content = tariffContentOf({ ...draft, periods: [{ ...other, months: 24, price: "1" }] });
    expect(content.resources[4]?.stepPrices).toEqual([{ months: 24, priceMinor: 700 }]);
  });

  it("points out included and minimum above the maximum where they stand", () => {
    expect(tariffProblems(withResource("ip", { included: 65, minimum: 70 }))).toEqual({
      "resources.4.included": { kind: "above-maximum", maximum: 64 },
      "resources.4.minimum": { kind: "above-maximum", maximum: 64 },
    });
  });

  it("refuses a step of zero, a name that is no name, and one that stands twice", () => {
    expect(tariffProblems(withResource("ip", { step: 0 }))).toMatchObject({
      "resources.4.step": { kind: "whole-number", from: 1 },
    });
    expect(tariffProblems(withResource("ip", { name: "IP v4" }))).toEqual({
      "resources.4.name": { kind: "resource-name" },
    });
    expect(Object.keys(tariffProblems(withResource("ip", { name: "ipv6" })))).toEqual([
      "resources.4.name",
      "resources.5.name",
    ]);
  });

  it("names the field of a price with too many decimals and of a period that stands twice", () => {
    const periods = [
      { ...monthly, price: "49.901" },
      { ...newPeriod([], null), months: 1, price: "90", setUp: "1,000" },
    ];
    expect(tariffProblems({ ...complete, periods })).toEqual({
      "periods.0.months": { kind: "period-twice" },
      "periods.0.priceMinor": { kind: "too-many-decimals", digits: 2 },
      "periods.1.months": { kind: "period-twice" },
      "periods.1.setUpMinor": { kind: "ambiguous" },
    });
  });

  it("wants a price, if only a zero", () => {
    expect(tariffProblems({ ...complete, periods: [{ ...monthly, price: "" }] })).toEqual({
      "periods.0.priceMinor": { kind: "empty" },
    });
    expect(tariffProblems({ ...complete, periods: [{ ...monthly, price: "0" }] })).toEqual({});
  });

  it("can be asked about while something is only missing, with every option in its place", () => {
    const unfinished: TariffDraft = {
      ...complete,
      name: "",
      periods: [monthly, newPeriod([], null)],
      resources: [{ ...withValueType(ownDraft([]), "enumeration") }, ...complete.resources],
    };
    const content = tariffContentShape.parse(provisionalContent(unfinished));
    expect(content.periods).toHaveLength(1);
    expect(content.resources[5]?.name).toBe("ip");
  });

  it("cannot be asked about while a field is wrong", () => {
    expect(provisionalContent({ ...complete, periods: [{ ...monthly, price: "1.005" }] })).toBeNull();
    expect(provisionalContent(withResource("ip", { step: 0 }))).toBeNull();
  });

  it("keeps what was touched when the product type changes, and the modules of that type only", () => {
    const modules = [
      buildModule({ id: "colo", productType: "colocation" }),
      buildModule({ id: "dedi", productType: "dedicated" }),
    ];
    const draft = { ...withResource("power", { maximum: 7 }), moduleIds: ["colo", "dedi"] };
    const dedicated = withProductType(draft, "dedicated", modules);
    expect(dedicated.moduleIds).toEqual(["dedi"]);
    expect(dedicated.resources.map(({ name }) => name)).toEqual(["power", "ip", "ipv6"]);
  });

  it("moves an option within the list and never out of it", () => {
    expect(moved(["a", "b", "c"], 0, 2)).toEqual(["b", "c", "a"]);
    expect(moved(["a", "b", "c"], 0, -1)).toEqual(["a", "b", "c"]);
  });
});
