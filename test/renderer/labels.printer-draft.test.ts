import { describe, expect, test } from "vitest";
import {
  emptyPrinter,
  printerContentOf,
  printerDraftOf,
  waysFor,
  withDpi,
  withLanguage,
} from "../../renderer/screens/printers/printer-draft";

describe("the form of a printer", () => {
  test("brings what printers of a language usually are", () => {
    expect(withLanguage(emptyPrinter, "brother-pt")).toMatchObject({ dpi: 180, headDots: 128, way: "network" });
    expect(withLanguage(emptyPrinter, "pdf").way).toBe("file");
    expect(withDpi(emptyPrinter, 300).headDots).toBe(1_248);
  });

  test("keeps what was typed for a way while another is looked at", () => {
    const typed = { ...emptyPrinter, name: "Zebra", host: "10.0.0.5" };
    const looked = { ...typed, way: "queue" as const, queue: "zebra" };
    expect(printerContentOf(looked).way).toEqual({ type: "queue", name: "zebra" });
    expect(printerContentOf({ ...looked, way: "network" }).way).toEqual({
      type: "network",
      host: "10.0.0.5",
      port: 9100,
    });
  });

  test("shows a saved printer as it was saved", () => {
    const content = printerContentOf({
      ...emptyPrinter,
      name: "Rack row 3",
      way: "ipp",
      address: "ipp://lp.example/ipp",
    });
    expect(printerContentOf(printerDraftOf({ ...content, id: "p", revision: 1 }))).toEqual(content);
  });

  test("offers only ways that make sense for the language", () => {
    expect(waysFor("pdf")).not.toContain("network");
    expect(waysFor("zpl")).toContain("network");
  });
});
