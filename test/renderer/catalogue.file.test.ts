import { describe, expect, it } from "vitest";
import {
  catalogueFileName,
  largestFileBytes,
  readCatalogueFile,
  readCatalogueText,
} from "../../renderer/screens/catalogue/catalogue-file";

const empty = { format: "rackside-catalogue", version: 1, enumerations: [], modules: [], tariffs: [] };

describe("a catalogue file", () => {
  it("is taken when it says that it is one, with a byte order mark or without", () => {
    const text = JSON.stringify(empty);
    expect(readCatalogueText(text)).toEqual({ ok: true, catalogue: empty });
    expect(readCatalogueText(`\uFEFF${text}`)).toEqual({ ok: true, catalogue: empty });
  });

  it.each([
    ["", "notJson"],
    [JSON.stringify(empty).slice(0, -2), "notJson"],
    ["null", "notCatalogue"],
    ["[]", "notCatalogue"],
    [JSON.stringify({ ...empty, format: "else" }), "notCatalogue"],
    [JSON.stringify({ ...empty, version: 2 }), "otherVersion"],
  ])("says what %j is instead", (text, kind) => {
    expect(readCatalogueText(text)).toMatchObject({ ok: false, problem: { kind } });
  });

  it("is not read at all when it is far too large", async () => {
    const file = new Blob([new Uint8Array(largestFileBytes + 1)]);
    expect(await readCatalogueFile(file)).toEqual({ ok: false, problem: { kind: "tooLarge" } });
  });

  it("is named by the day", () => {
    expect(catalogueFileName(new Date(2026, 10, 2, 23, 59))).toBe("rackside-catalogue-2026-11-02.json");
  });
});
