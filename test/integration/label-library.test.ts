import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { StockContent, TemplateContent } from "../../main/contract/shapes/label";
import { openTestConsole, removeDirectory } from "../builders/console";
import type { TestConsole } from "../builders/console";
import { createFakePanel } from "../builders/fake-panel";
import { addFilePrinter, brotherStock, zebraStock } from "../builders/label-printing";

let console: TestConsole;

beforeEach(async () => {
  console = await openTestConsole({ panels: createFakePanel() });
});

afterEach(async () => {
  await console.stop();
  await removeDirectory(console.directory);
});

const template: TemplateContent = {
  name: "Ours",
  kind: "server",
  width: 50,
  height: 25,
  elements: [
    { id: "code", type: "code", x: 1, y: 1, width: 20, height: 20, rotation: 0, symbology: "qr", content: "{id}" },
  ],
};
const stock: StockContent = {
  name: "Odd rolls",
  family: "zebra",
  form: "die-cut",
  width: 52,
  height: 26,
  margins: { top: 1, right: 1, bottom: 1, left: 1 },
  cornerRadius: 1,
  sheet: null,
};

describe("templates", () => {
  it("count their versions, and use up what was being typed", async () => {
    await console.call("form-draft.save", { form: "template new", body: "{}" });
    const added = await console.call("label-template.add", { ...template, form: "template new" });
    expect(added).toMatchObject({ version: 1, isBuiltIn: false, name: "Ours" });
    expect(await console.call("form-draft.get", { form: "template new" })).toBeNull();
    const saved = await console.call("label-template.save", { ...template, ...added, width: 51 });
    expect(saved).toMatchObject({ version: 2, width: 51 });
    expect(await console.fault("label-template.save", { ...template, ...added })).toMatchObject({ kind: "stale" });
    await console.call("label-template.remove", { id: saved.id });
    expect((await console.call("label-template.list", {})).every((one) => one.isBuiltIn)).toBe(true);
  });

  it("that fit a stock are listed for it", async () => {
    await console.call("label-template.add", { ...template, name: "Far too wide", width: 200 });
    const fitting = await console.call("label-template.list", { kind: "server", stockId: brotherStock });
    expect(fitting.length).toBeGreaterThan(0);
    expect(fitting.map((one) => one.name)).not.toContain("Far too wide");
    expect(new Set(fitting.map((one) => one.kind))).toEqual(new Set(["server"]));
  });

  it("are refused with a name that is taken, doubled elements, or a minimum above the size", async () => {
    await console.call("label-template.add", template);
    const [element] = template.elements;
    const text = {
      id: "code",
      type: "text",
      x: 0,
      y: 0,
      width: 9,
      height: 9,
      content: "",
      size: 2,
      minimumSize: 3,
    } as const;
    const fault = await console.fault("label-template.add", {
      ...template,
      name: "OURS",
      elements: [...(element ? [element] : []), text],
    });
    expect(fault.kind === "invalid-input" && fault.issues.map((issue) => issue.path)).toEqual([
      "name",
      "elements.1.id",
      "elements.1.minimumSize",
    ]);
  });

  it("that are built in stay as they are", async () => {
    const [builtIn] = await console.call("label-template.list", {});
    if (!builtIn) throw new Error("No template is built in");
    expect(await console.fault("label-template.save", { ...builtIn, name: "Mine" })).toMatchObject({
      rule: "built-in",
    });
    expect(await console.fault("label-template.remove", { id: builtIn.id })).toMatchObject({ rule: "built-in" });
  });

  it("go out as a document and come back, all or none", async () => {
    const { id } = await console.call("label-template.add", template);
    const document = await console.call("label-template.export", { ids: [id] });
    const taken = await console.fault("label-template.import", { document });
    expect(taken).toMatchObject({ issues: [{ path: "document.templates.0.name" }] });
    const both = { ...document, templates: [{ ...template, name: "Second" }, template] };
    expect((await console.fault("label-template.import", { document: both })).kind).toBe("invalid-input");
    expect((await console.call("label-template.list", {})).filter((one) => !one.isBuiltIn)).toHaveLength(1);
    await console.call("label-template.remove", { id });
    expect(await console.call("label-template.import", { document })).toMatchObject([{ ...template, version: 1 }]);
  });

  it("of a newer version, or of none, are refused in words", async () => {
    const newer = { rackside: "label-templates", format: 2, templates: [{ shape: "hexagon" }] };
    expect(await console.fault("label-template.import", { document: newer })).toMatchObject({
      kind: "not-allowed",
      rule: "newer-format",
      message: expect.stringContaining("newer version of Rackside") as unknown,
    });
    for (const document of [null, "text", { rackside: "catalogue" }, { rackside: "label-templates", format: 1 }])
      expect(await console.fault("label-template.import", { document })).toMatchObject({ kind: "invalid-input" });
  });
});

describe("stock", () => {
  it("of one's own is added, changed and removed, beside the makers' table", async () => {
    const added = await console.call("label-stock.add", stock);
    const saved = await console.call("label-stock.save", { ...stock, ...added, width: 53 });
    expect(saved).toMatchObject({ width: 53, revision: 2, isBuiltIn: false });
    expect((await console.call("label-stock.list", {}))[0]).toMatchObject({ id: added.id, nextPosition: 0 });
    await console.call("label-stock.remove", { id: added.id });
    expect((await console.call("label-stock.list", {})).every((one) => one.isBuiltIn)).toBe(true);
  });

  it("that cannot be is refused in its fields", async () => {
    await console.call("label-stock.add", stock);
    const fault = await console.fault("label-stock.add", { ...stock, height: null, cornerRadius: 40 });
    const paths = fault.kind === "invalid-input" ? fault.issues.map((issue) => issue.path) : [];
    expect(paths).toEqual(expect.arrayContaining(["name", "height", "cornerRadius"]));
  });

  it("that is loaded, or of the makers' table, is not removed", async () => {
    const { id } = await console.call("label-stock.add", stock);
    await console.call("printer.add", { ...zebra, stockId: id });
    expect(await console.fault("label-stock.remove", { id })).toMatchObject({ rule: "in-use" });
    expect(await console.fault("label-stock.remove", { id: zebraStock })).toMatchObject({ rule: "built-in" });
  });
});

const zebra = {
  name: "Zebra",
  language: "zpl",
  dpi: 203,
  headDots: 832,
  way: { type: "network", host: "127.0.0.1", port: 9100 },
  stockId: null,
} as const;

describe("printers", () => {
  it("are added, changed and removed", async () => {
    const added = await console.call("printer.add", zebra);
    const saved = await console.call("printer.save", { ...added, name: "Cold aisle", stockId: zebraStock });
    expect(await console.call("printer.list", {})).toEqual([saved]);
    await console.call("printer.remove", { id: saved.id });
    expect(await console.call("printer.list", {})).toEqual([]);
  });

  it("are refused with a taken name, another language than the way takes, or stock that they cannot take", async () => {
    await console.call("printer.add", zebra);
    const stocks = await console.call("label-stock.list", {});
    const sheet = stocks.find((one) => one.form === "sheet");
    const fault = await console.fault("printer.add", {
      ...zebra,
      name: "ZEBRA",
      way: { type: "system-dialog" },
      stockId: sheet?.id ?? "",
    });
    expect(fault.kind === "invalid-input" && fault.issues.map((issue) => issue.path)).toEqual([
      "name",
      "language",
      "stockId",
    ]);
    expect(await console.fault("printer.add", { ...zebra, name: "Other", stockId: "gone" })).toMatchObject({
      kind: "not-found",
    });
    expect(await console.fault("printer.status", { id: "gone" })).toMatchObject({ kind: "not-found" });
  });
});

describe("a drawing", () => {
  it("shows a template with sample values, on its own size or on a printer's stock", async () => {
    const plain = await console.call("label.draw", { template: { content: template } });
    // Whole dots of the printer.
    expect([plain.width, plain.height].map(Math.round)).toEqual([50, 25]);
    expect(plain.remarks).toEqual([]);
    expect(plain.marks.length).toBeGreaterThan(0);
    const printer = await addFilePrinter(console);
    const drawn = await console.call("label.draw", {
      template: { content: template },
      printerId: printer.id,
      stockId: brotherStock,
      subject: { kind: "text", lines: ["no code"] },
    });
    expect([drawn.width, drawn.height].map(Math.round)).toEqual([62, 29]);
    expect(drawn.remarks.length).toBeGreaterThan(0);
    expect(await console.fault("label.draw", { template: { id: "gone" } })).toMatchObject({ kind: "not-found" });
  });
});
