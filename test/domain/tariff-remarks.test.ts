import { describe, expect, it } from "vitest";
import type { Enumeration } from "../../main/contract/shapes/enumeration";
import type { Resource, TariffContent } from "../../main/contract/shapes/tariff";
import { nearestNames } from "../../main/domain/nearest-names";
import { remarkOnTariff } from "../../main/domain/tariff-remarks";
import type { KnownModule, TariffSurroundings } from "../../main/domain/tariff-remarks";
import { resource } from "../builders/resource";

const dedicated: TariffContent = {
  productType: "dedicated",
  name: "Dedicated i5",
  internalName: "HPCorei5",
  currency: "EUR",
  moduleIds: ["m1"],
  isActive: true,
  periods: [{ months: 1, priceMinor: 3_900, setUpMinor: 0 }],
  resources: [],
};
const systems: Enumeration = {
  id: "systems",
  revision: 1,
  name: "Operating system",
  internalName: "os",
  items: [
    { internalName: "debian12", name: "Debian 12" },
    { internalName: "alma9", name: "AlmaLinux 9" },
  ],
};

function preset(name: string, free = 2) {
  return { name, free, ownerless: free, total: 5 };
}

function known(
  fields: Partial<KnownModule["module"]> = {},
  { presets = [preset("HPCorei5")], images = ["debian12", "alma9"] } = {},
): KnownModule {
  return {
    module: { id: "m1", name: "dsm-1", type: "dsmanager", productType: "dedicated", isActive: true, ...fields },
    configuration: { presets, osImages: images.map((name) => ({ name, tags: [] })) },
  };
}

function remarks(content: Partial<TariffContent>, surroundings: Partial<TariffSurroundings> = {}): string[] {
  const all = remarkOnTariff(
    { ...dedicated, ...content },
    { modules: [known()], enumerations: [systems], otherNames: [], soldAs: null, ...surroundings },
  );
  return all.map(({ path, severity, message }) => `${severity} ${path}: ${message}`);
}

const os = (fields: Partial<Resource> = {}) =>
  resource("os", { valueType: "enumeration", enumerationId: "systems", included: 0, ...fields });

describe("a tariff", () => {
  it("that fits its modules, presets and images has no remark", () => {
    expect(remarks({ resources: [os(), resource("ip")] })).toEqual([]);
  });

  it("needs a name of its own among those of its product type", () => {
    expect(remarks({}, { otherNames: ["DEDICATED I5"] })).toEqual([
      "error name: Another dedicated tariff has this name",
    ]);
    expect(remarks({}, { otherNames: ["Dedicated i7"] })).toEqual([]);
  });
});

describe("the product type of a tariff", () => {
  it("stays what its services were sold as", () => {
    expect(remarks({}, { soldAs: "dedicated" })).toEqual([]);
    expect(remarks({}, { soldAs: "colocation" })).toEqual([
      "error productType: Services were sold by this tariff. Add another one for this product type",
    ]);
  });
});

describe("the modules of a tariff", () => {
  it("process one service type each: for another one a second module is needed", () => {
    const other = known({ productType: "colocation" });
    expect(remarks({}, { modules: [other] })).toEqual([
      "error moduleIds.0: dsm-1 processes server colocation only. Add a second module for the same panel",
    ]);
  });

  it("are there and stand once", () => {
    expect(remarks({ moduleIds: ["m1", "gone", "m1"] })).toEqual([
      "error moduleIds.1: There is no such module any more",
      "error moduleIds.2: dsm-1 stands twice",
    ]);
  });

  it("take no order while there is none or none is switched on", () => {
    expect(remarks({ moduleIds: [] })).toEqual(["warning moduleIds: No module: it cannot be ordered"]);
    expect(remarks({}, { modules: [known({ isActive: false })] })).toEqual([
      "warning moduleIds: Every module is switched off: it cannot be ordered",
    ]);
  });
});

describe("the internal name of a dedicated tariff", () => {
  const missing = "warning internalName: dsm-1 has no preset";

  it("that differs from a preset in case or spaces only is told so", () => {
    for (const internalName of ["hpcorei5", "HP Core i5"]) {
      expect(remarks({ internalName })).toEqual([
        `${missing} ${internalName}, but HPCorei5: the two differ only in case or spaces`,
      ]);
    }
  });

  it("that is no preset's is answered with the nearest ones", () => {
    const presets = ["HPCorei5", "HPCorei7", "DellR620", "HPXeon"].map((name) => preset(name));
    expect(remarks({ internalName: "HPCore5" }, { modules: [known({}, { presets })] })).toEqual([
      `${missing} HPCore5. Nearest: HPCorei5, HPCorei7`,
    ]);
    expect(remarks({ internalName: "Epyc" }, { modules: [known({}, { presets })] })).toEqual([`${missing} Epyc`]);
  });

  it("of a preset without a free server is told apart from one that does not exist", () => {
    const modules = [known({}, { presets: [preset("HPCorei5", 0)] })];
    expect(remarks({}, { modules })).toEqual(["warning internalName: dsm-1 has no free server of HPCorei5 now"]);
  });

  it("is held against every chosen DSmanager, and against no other kind of module", () => {
    const modules = [
      known(),
      known({ id: "m2", name: "dsm-2" }, { presets: [] }),
      known({ id: "m3", name: "by hand", type: "manual" }, { presets: [] }),
      known({ id: "m4", name: "not chosen" }, { presets: [] }),
    ];
    expect(remarks({ moduleIds: ["m1", "m2", "m3"] }, { modules })).toEqual([
      "warning internalName: dsm-2 has no preset HPCorei5",
    ]);
  });

  it("cannot be held against a panel that was never read", () => {
    const modules = [{ ...known(), configuration: null }];
    expect(remarks({}, { modules })).toEqual([
      "warning internalName: The presets of dsm-1 are not known yet. Read its configuration",
    ]);
  });

  it("is asked for when it is empty, and means nothing for colocation", () => {
    expect(remarks({ internalName: "" })).toEqual([
      "warning internalName: Enter the server type that is sold: without it no server is found",
    ]);
    const modules = [known({ productType: "colocation" })];
    expect(remarks({ productType: "colocation", internalName: "x" }, { modules })).toEqual([]);
  });
});

describe("the operating systems of a tariff", () => {
  const path = "warning resources.0.enumerationId";

  it("that the panel has no image for are named", () => {
    const modules = [known({}, { images: ["Debian 12"] })];
    expect(remarks({ resources: [os()] }, { modules })).toEqual([
      `${path}: dsm-1 has no image for alma9: an order with it fails`,
      `${path}: dsm-1 has no image debian12, but Debian 12: the two differ only in case or spaces`,
    ]);
  });

  it("are the choices of the resource os, not those of any other", () => {
    const modules = [known({}, { images: [] })];
    expect(remarks({ resources: [{ ...os(), name: "panel" }] }, { modules })).toEqual([]);
  });

  it("need an enumeration with something to choose from", () => {
    expect(remarks({ resources: [os()] }, { enumerations: [] })).toEqual([
      "error resources.0.enumerationId: There is no such enumeration any more",
    ]);
    expect(remarks({ resources: [os()] }, { enumerations: [{ ...systems, items: [] }] })).toEqual([
      `${path}: Operating system has no items: there is nothing to choose`,
    ]);
  });
});

describe("a resource of a tariff", () => {
  it("can be ordered in some amount", () => {
    const power = resource("power", { included: 0, minimum: 7, maximum: 8, step: 5 });
    expect(remarks({ resources: [power] })).toEqual([
      "error resources.0.maximum: Nothing can be ordered: no step lies between minimum and maximum",
    ]);
    expect(remarks({ resources: [{ ...power, maximum: 10 }] })).toEqual([]);
  });

  it("with a choice goes neither up nor down", () => {
    expect(remarks({ resources: [os({ changeBy: "up-only" })] })).toEqual([
      "error resources.0.changeBy: A choice has no up and down",
    ]);
  });

  it("has one step price a period, of periods that the tariff has", () => {
    const stepPrices = [1, 12, 1].map((months) => ({ months, priceMinor: 100 }));
    expect(remarks({ resources: [resource("ip", { stepPrices })] })).toEqual([
      "warning resources.0.stepPrices.1: The tariff does not have this period, so the price never applies",
      "error resources.0.stepPrices.2: The price of this period stands twice",
    ]);
  });

  it("costs no more than can be counted exactly", () => {
    const stepPrices = [{ months: 1, priceMinor: 36_000_000_000_000 }];
    const dear = resource("ip", { maximum: 1_000_000_000, stepPrices });
    expect(remarks({ resources: [dear] })).toEqual([
      "error periods.0.priceMinor: With every resource at its maximum this comes to more than can be counted",
    ]);
    expect(remarks({ resources: [{ ...dear, maximum: 200 }] })).toEqual([]);
  });
});

describe("the nearest names", () => {
  it("are at most three, the likest first, whatever their case", () => {
    const names = ["alpha9", "ALPHA1", "alpha12", "beta", "alphas", "alpha1"];
    expect(nearestNames("Alpha1", names)).toEqual(["alpha1", "ALPHA1", "alpha12"]);
  });

  it("are none where nothing is alike", () => {
    expect(nearestNames("xyz", ["HPCorei5"])).toEqual([]);
    expect(nearestNames("", ["HPCorei5"])).toEqual([]);
  });
});
