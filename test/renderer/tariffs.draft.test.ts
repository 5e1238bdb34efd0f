import { describe, expect, it } from "vitest";
import { tariffInputShape } from "../../main/contract/shapes/tariff";
import {
  emptyTariffDraft,
  missingAddOns,
  newAddOn,
  tariffContentOf,
  tariffDraftOf,
  withAllAddOns,
  type TariffDraft,
} from "../../renderer/screens/tariffs/tariff-draft";
import { tariffProblems } from "../../renderer/screens/tariffs/tariff-problems";

const complete: TariffDraft = {
  ...emptyTariffDraft(),
  name: "Colocation 1U",
  periods: [{ months: 1, price: "49.90", setUp: "" }],
};

describe("the tariff editor's draft", () => {
  it("starts with the six resources of a colocation tariff", () => {
    expect(emptyTariffDraft().resources.map((resource) => resource.name)).toEqual([
      "flat",
      "power",
      "port",
      "unit",
      "ip",
      "ipv6",
    ]);
  });

  it("adds only the missing add-ons and leaves the present ones as they are", () => {
    const ip = { ...newAddOn("ip", "EUR"), maximum: 5 };
    const all = withAllAddOns([ip], "EUR");
    expect(all[0]).toBe(ip);
    expect(missingAddOns(all)).toEqual([]);
  });

  it("becomes an input that the contract accepts, with money in minor units", () => {
    expect(tariffProblems(complete)).toEqual({});
    const content = tariffContentOf(complete);
    expect(tariffInputShape.parse(content)).toMatchObject({
      name: "Colocation 1U",
      periods: [{ months: 1, priceMinor: 4990, setUpMinor: 0 }],
    });
  });

  it("comes back from a saved tariff unchanged", () => {
    const content = tariffContentOf(complete);
    const saved = { ...tariffInputShape.parse(content), id: "t", revision: 1 };
    expect(tariffContentOf(tariffDraftOf(saved))).toEqual(content);
  });

  it("points out an included amount above the maximum at the included amount", () => {
    const resources = complete.resources.map((one) =>
      one.name === "ip" ? { ...one, included: 65, maximum: 64 } : one,
    );
    expect(tariffProblems({ ...complete, resources })).toEqual({
      "resources.4.included": { kind: "included-above-maximum", maximum: 64 },
    });
  });

  it("names the field of a price with too many decimals and of a period that stands twice", () => {
    const periods = [
      { months: 1, price: "49.901", setUp: "" },
      { months: 1, price: "90", setUp: "1,000" },
    ];
    expect(tariffProblems({ ...complete, periods })).toEqual({
      "periods.0.months": { kind: "period-twice", months: 1 },
      "periods.0.priceMinor": { kind: "too-many-decimals", digits: 2 },
      "periods.1.months": { kind: "period-twice", months: 1 },
      "periods.1.setUpMinor": { kind: "ambiguous" },
    });
  });

  it("wants a price, if only a zero", () => {
    expect(tariffProblems({ ...complete, periods: [{ months: 1, price: "", setUp: "" }] })).toEqual({
      "periods.0.priceMinor": { kind: "empty" },
    });
    expect(tariffProblems({ ...complete, periods: [{ months: 1, price: "0", setUp: "" }] })).toEqual({});
  });
});
