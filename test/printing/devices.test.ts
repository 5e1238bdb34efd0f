import { expect, onTestFinished, test } from "vitest";
import type { Bitmap } from "../../simulator/printers/bitmap";
import { startBrotherSimulator } from "../../simulator/printers/brother";
import type { BrotherOptions } from "../../simulator/printers/brother";
import { startZebraSimulator } from "../../simulator/printers/zebra";
import type { Stock } from "../../main/contract/shapes/label";
import type { Printer } from "../../main/contract/shapes/printer";
import { fittingTemplates, labelLibrary } from "../../main/labels/library";
import { createLabelPress } from "../../main/labels/press";
import type { PrintOutcome } from "../../main/ports/printer";
import { readCodes } from "../labels/verify/read-code";
import { connector, onPort } from "../printers/printing";

const ids = ["S7K2M4", "S7K2M5", "S7K2M6"];

function stockBy(id: string): Stock {
  const stock = labelLibrary.stocks.find((one) => one.id === id);
  if (!stock) throw new Error(`No stock ${id}`);
  return stock;
}

/** Prints three server labels as the press makes them. */
function printThree(printer: Printer, stock: Stock): Promise<PrintOutcome> {
  const withCode = ({ elements }: { readonly elements: readonly { readonly type: string }[] }): boolean =>
    elements.some(({ type }) => type === "code");
  const template = fittingTemplates(stock, "server").find(withCode);
  if (!template) throw new Error(`No template with a code for ${stock.name}`);
  const values = ids.map((id) => ({ id, name: `сервер ${id}`, place: "RIX-1 A12 U14" }));
  const run = { template, stock, device: printer, values, startPosition: 0 };
  const unwatched = { sending: () => undefined, printed: () => undefined, waiting: () => undefined };
  return connector()
    .connect(printer)
    .print(
      { jobId: "j", pieces: createLabelPress().run(run), labels: ids.length, title: "Three" },
      unwatched,
      new AbortController().signal,
    );
}

/** A paper as large as the head and a little more, white where nothing was printed. */
function pictureOf({ width, height, rows }: Bitmap) {
  const border = 20;
  const [across, along] = [width + 2 * border, height + 2 * border];
  const data = new Uint8Array(across * along).fill(255);
  for (const [y, row] of rows.entries())
    for (let x = 0; x < width; x += 1)
      if ((row[x >> 3] ?? 0) & (0x80 >> (x & 7))) data[(y + border) * across + x + border] = 0;
  return { width: across, height: along, data, scale: 1, x: 0, y: 0 };
}

test.each<[string, Omit<BrotherOptions, "media">, Pick<Printer, "dpi" | "headDots" | "model">, string]>([
  ["a QL", { family: "brother-ql" }, { dpi: 300, headDots: 720, model: "QL-820NWB" }, "built-in:DK-11209"],
  ["an old QL", { family: "brother-ql" }, { dpi: 300, headDots: 720, model: "QL-570" }, "built-in:DK-11201"],
  ["a QL with a roll", { family: "brother-ql" }, { dpi: 300, headDots: 720, model: "" }, "built-in:DK-22205"],
  [
    "a wide QL",
    { family: "brother-ql", headBytes: 162 },
    { dpi: 300, headDots: 1296, model: "QL-1110NWB" },
    "built-in:DK-11240",
  ],
  ["a P-touch", { family: "brother-pt" }, { dpi: 180, headDots: 128, model: "PT-P750W" }, "built-in:TZe-251"],
  [
    "a P-touch of 360 dpi",
    { family: "brother-pt", headBytes: 70 },
    { dpi: 360, headDots: 560, model: "PT-P900W" },
    "built-in:TZe-261",
  ],
])("%s understands every byte of the press, and its labels are read back", async (_, options, device, stockId) => {
  const stock = stockBy(stockId);
  const media = { width: Math.round(stock.width), length: Math.round(stock.height ?? 0) };
  const brother = await startBrotherSimulator({ ...options, media });
  onTestFinished(() => brother.stop());

  const outcome = await printThree({ ...onPort(brother.port, options.family), ...device }, stock);

  expect(outcome).toMatchObject({ state: "printed", printed: 3 });
  expect(brother.misunderstood).toEqual([]);
  for (const [index, label] of brother.labels.entries())
    expect(await readCodes(pictureOf(label))).toContainEqual({
      symbology: expect.any(String) as unknown,
      text: ids[index],
      isMirrored: false,
    });
});

test("a Zebra prints what the press makes, label by label", async () => {
  const zebra = await startZebraSimulator({ dotsPerMm: 8 });
  onTestFinished(() => zebra.stop());
  const printer: Printer = { ...onPort(zebra.port, "zpl"), dpi: 203, headDots: 832 };

  const outcome = await printThree(printer, stockBy("built-in:zebra-57x32mm"));

  expect(outcome).toMatchObject({ state: "printed", printed: 3 });
  expect(zebra.labels).toHaveLength(3);
  expect(new Set(zebra.labels).size).toBe(3);
});
