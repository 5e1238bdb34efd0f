import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkChoices, compareWithImages, findNearly } from "../../main/domain/enumeration";

const name = fc.constantFrom("Debian12", "debian12", "Debian 12", "Ubuntu24", "ubuntu24", "Alma9", "CentOS7");

describe("an enumeration beside a panel's images", () => {
  it("tells what is the same, missing there, unused here and different in case or spaces only", () => {
    expect(
      compareWithImages(["debian12", "Ubuntu 24", "Alma9"], ["debian12", "ubuntu24", "CentOS7", "Windows"]),
    ).toEqual({
      same: ["debian12"],
      missingThere: ["Alma9"],
      unusedHere: ["CentOS7", "Windows"],
      nearly: [{ item: "Ubuntu 24", image: "ubuntu24" }],
    });
  });

  it("does not call nearly the same what another item names exactly", () => {
    expect(compareWithImages(["Debian12", "debian12"], ["debian12"])).toEqual({
      same: ["debian12"],
      missingThere: [],
      unusedHere: [],
      nearly: [{ item: "Debian12", image: "debian12" }],
    });
  });

  it("leaves no item and no image out, and puts each in one place", () => {
    fc.assert(
      fc.property(fc.uniqueArray(name), fc.uniqueArray(name), (items, images) => {
        const { same, missingThere, unusedHere, nearly } = compareWithImages(items, images);
        const nearItems = [...new Set(nearly.map((pair) => pair.item))];
        expect([...same, ...missingThere, ...nearItems].sort()).toEqual([...items].sort());
        const nearImages = new Set(nearly.map((pair) => pair.image));
        for (const image of images) {
          const places = [same.includes(image) || nearImages.has(image), unusedHere.includes(image)];
          expect(places.filter(Boolean)).toHaveLength(1);
        }
        expect(missingThere.every((item) => findNearly(item, images) === undefined)).toBe(true);
      }),
    );
  });
});

describe("choices of an order", () => {
  const os = { name: "os", title: "Operating system", enumerationId: "e", isActive: true };
  const enumerations = [{ id: "e", name: "Systems", items: [{ internalName: "debian12", name: "Debian 12" }] }];

  it("need one of the items for each enumeration", () => {
    expect(checkChoices([os], enumerations, { os: "debian12" })).toEqual([]);
    expect(checkChoices([os], enumerations, {})).toEqual([{ path: "choices.os", message: "Choose: Operating system" }]);
    expect(checkChoices([os], enumerations, { os: "Debian12" })).toEqual([
      { path: "choices.os", message: "Systems has no Debian12" },
    ]);
  });

  it("are refused for what the tariff does not offer", () => {
    const off = { ...os, isActive: false };
    expect(checkChoices([off], enumerations, {})).toEqual([]);
    expect(checkChoices([off], enumerations, { os: "debian12" })).toEqual([
      { path: "choices.os", message: "Not part of this tariff" },
    ]);
  });
});
