import type { LabelElement, LabelKind, LabelValues, Stock, TemplateContent } from "../../main/contract/shapes/label";
import { fittingTemplates } from "../../main/labels/library";
import { builtInStocks } from "../../main/labels/stock/built-in-stocks";
import type { LabelDevice, LabelPress } from "../../main/ports/label";

/** A printer that no test cares about the model of. */
export const zebra: LabelDevice = { language: "zpl", dpi: 203, headDots: 832, model: "" };
export const ql: LabelDevice = { language: "brother-ql", dpi: 300, headDots: 720, model: "" };
export const pt: LabelDevice = { language: "brother-pt", dpi: 180, headDots: 128, model: "" };
export const pdf: LabelDevice = { language: "pdf", dpi: 600, headDots: 20_000, model: "" };

export function stockOf(code: string): Stock {
  const stock = builtInStocks.find(({ id }) => id === `built-in:${code}`);
  if (stock === undefined) throw new Error(`No stock ${code}`);
  return stock;
}

export function bestTemplate(stock: Stock, kind: LabelKind): TemplateContent {
  const [template] = fittingTemplates(stock, kind);
  if (template === undefined) throw new Error(`Nothing fits ${stock.name}`);
  return template;
}

/** A template with one element in the middle of its area. */
export function templateOf(
  width: number,
  height: number | null,
  ...elements: readonly LabelElement[]
): TemplateContent {
  return { name: "Test", kind: "text", width, height, elements: [...elements] };
}

export function textElement(box: Partial<Extract<LabelElement, { type: "text" }>> = {}): LabelElement {
  return {
    id: "text",
    type: "text",
    x: 0,
    y: 0,
    width: 40,
    height: 6,
    rotation: 0,
    content: "{line1}",
    size: 5,
    minimumSize: 1.8,
    isBold: false,
    align: "start",
    anchor: "top",
    maximumLines: 1,
    ...box,
  };
}

export function codeElement(box: Partial<Extract<LabelElement, { type: "code" }>> = {}): LabelElement {
  return {
    id: "code",
    type: "code",
    x: 0,
    y: 0,
    width: 20,
    height: 20,
    rotation: 0,
    symbology: "qr",
    content: "{id}",
    ...box,
  };
}

/** Everything that a run gives, in one piece. */
export async function print(
  press: LabelPress,
  run: {
    readonly template: TemplateContent;
    readonly stock: Stock;
    readonly device: LabelDevice;
    readonly values: readonly LabelValues[];
  },
): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const { bytes } of press.run({ ...run, startPosition: 0 })) pieces.push(bytes);
  return Buffer.concat(pieces);
}
