import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { enumerationInputShape } from "../../main/contract/shapes/enumeration";
import {
  emptyEnumerationDraft,
  enumerationContentOf,
  enumerationDraftOf,
  enumerationProblems,
  newItems,
  readItemLines,
  withItems,
} from "../../renderer/screens/enumerations/enumeration-draft";
import { buildEnumeration } from "./catalogue-records";

const saved = buildEnumeration();

describe("the enumeration editor's draft", () => {
  it("comes back from a saved enumeration unchanged", () => {
    const content = enumerationContentOf(enumerationDraftOf(saved));
    expect({ ...saved, ...content }).toEqual(saved);
  });

  it("points a double out where it stands again, and takes names that differ in case for two", () => {
    const twice = withItems(enumerationDraftOf(saved).items, [{ internalName: " debian12 ", name: "Again" }]);
    expect(enumerationProblems({ ...enumerationDraftOf(saved), items: twice })).toEqual({
      "items.2.internalName": "twice",
    });
    const other = withItems(enumerationDraftOf(saved).items, [{ internalName: "Debian12", name: "Other" }]);
    expect(enumerationProblems({ ...enumerationDraftOf(saved), items: other })).toEqual({});
  });

  it("leaves empty rows out and shows an item without display name by its internal one", () => {
    const items = withItems(
      [],
      [
        { internalName: "", name: " " },
        { internalName: "arch", name: "" },
      ],
    );
    expect(enumerationContentOf({ ...emptyEnumerationDraft, items }).items).toEqual([
      { internalName: "arch", name: "arch" },
    ]);
  });

  it("lets through only what the contract takes", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 90 }), { maxLength: 6 }), (names) => {
        const items = withItems(
          [],
          names.map((internalName) => ({ internalName, name: "Item" })),
        );
        const draft = { name: "Systems", internalName: "os", items };
        const isFree = Object.keys(enumerationProblems(draft)).length === 0;
        expect(enumerationInputShape.safeParse(enumerationContentOf(draft)).success).toBe(isFree);
      }),
    );
  });

  it("keeps the keys of rows apart, whatever is added where", () => {
    const items = withItems(withItems([], saved.items), saved.items, 1);
    expect(new Set(items.map(({ key }) => key)).size).toBe(items.length);
  });

  it("reads a pasted list with tabs, semicolons or names alone", () => {
    expect(readItemLines("debian12\tDebian 12\r\nubuntu; Ubuntu; LTS\n\n arch \n")).toEqual([
      { internalName: "debian12", name: "Debian 12" },
      { internalName: "ubuntu", name: "Ubuntu; LTS" },
      { internalName: "arch", name: "arch" },
    ]);
  });

  it("adds what is not there yet, each once", () => {
    const added = newItems(saved.items, readItemLines("debian12\narch\narch"));
    expect(added.map(({ internalName }) => internalName)).toEqual(["arch"]);
  });
});
