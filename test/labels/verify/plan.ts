import type { LabelKind, Stock, Template } from "../../../main/contract/shapes/label";
import { fittingTemplates } from "../../../main/labels/library";
import { builtInStocks } from "../../../main/labels/stock/built-in-stocks";
import { builtInTemplates } from "../../../main/labels/templates/built-in-templates";
import type { LabelDevice } from "../../../main/ports/label";
import { contentNames } from "./contents";
import type { ContentName } from "./contents";

/** One template on one stock for one device, with the contents that are tried on it. */
export interface PlannedRun {
  readonly key: string;
  readonly template: Template;
  readonly stock: Stock;
  readonly device: LabelDevice;
  readonly contents: readonly ContentName[];
}

const kinds: readonly LabelKind[] = ["server", "rack", "port", "cable", "text"];

/** Every device on which stock of a family is printed; the first is the commonest and gets every content. */
export function devicesFor(stock: Stock): readonly LabelDevice[] {
  const pdf: LabelDevice = { language: "pdf", dpi: 600, headDots: 20_000, model: "" };
  switch (stock.family) {
    case "brother-ql":
      return stock.width > 62
        ? [{ language: "brother-ql", dpi: 300, headDots: 1_296, model: "QL-1060N" }, pdf]
        : [
            { language: "brother-ql", dpi: 300, headDots: 720, model: "QL-800" },
            { language: "brother-ql", dpi: 300, headDots: 720, model: "QL-820NWB" },
            { language: "png", dpi: 300, headDots: 720, model: "" },
            pdf,
          ];
    case "brother-pt":
      return [
        { language: "brother-pt" as const, dpi: 180, headDots: 128, model: "PT-P750W" },
        { language: "brother-pt" as const, dpi: 360, headDots: 560, model: "PT-P950NW" },
        pdf,
      ].filter(({ language, dpi }) => language === "pdf" || stock.dotsAcross[String(dpi)] !== undefined);
    case "zebra":
      return [
        { language: "zpl", dpi: 203, headDots: 832, model: "" },
        { language: "zpl", dpi: 300, headDots: 1_280, model: "" },
        { language: "zpl", dpi: 600, headDots: 2_560, model: "" },
        pdf,
      ];
    default:
      return [pdf, { language: "png", dpi: 300, headDots: 4_000, model: "" }];
  }
}

/**
 * What is tried: on each stock the template of each design that fills it best, and each template at least on the smallest stock that takes it.
 * With `isWhole` every template on every stock that takes it.
 */
export function planRuns({ isWhole }: { readonly isWhole: boolean }): readonly PlannedRun[] {
  const pairs = builtInStocks.flatMap((stock) =>
    kinds.flatMap((kind) => {
      const fitting = fittingTemplates(stock, kind);
      return (isWhole ? fitting : bestOfDesigns(fitting)).map((template) => ({ stock, template }));
    }),
  );
  const planned = new Set(pairs.map(({ template }) => template.id));
  const rest = builtInTemplates
    .filter(({ id }) => !planned.has(id))
    .flatMap((template) => {
      const stock = smallestFor(template);
      return stock === undefined ? [] : [{ stock, template }];
    });
  return [...pairs, ...rest].flatMap(({ stock, template }) => toRuns(stock, template));
}

function toRuns(stock: Stock, template: Template): readonly PlannedRun[] {
  return devicesFor(stock).map((device, place) => ({
    key: [stock.id, template.id, device.language, device.dpi, device.model]
      .join(" ")
      .replaceAll("built-in:", "")
      .trim(),
    template,
    stock,
    device,
    contents: contentsFor(template, device, place === 0),
  }));
}

/** The commonest device gets all; racks and ports are laid out as servers are, and labels without a code have nothing to read back. */
function contentsFor(template: Template, { language }: LabelDevice, isFirst: boolean): readonly ContentName[] {
  if (!template.elements.some(({ type }) => type === "code")) return isFirst ? ["easy", "long"] : ["easy"];
  if (!isFirst) return language === "pdf" ? ["easy"] : ["injection"];
  return template.kind === "server" ? contentNames : ["easy", "cyrillic"];
}

function bestOfDesigns(templates: readonly Template[]): readonly Template[] {
  const designs = new Map<string, Template>();
  for (const template of templates) {
    const design = template.id.replace(/-[^-]*$/, "");
    if (!designs.has(design)) designs.set(design, template);
  }
  return [...designs.values()];
}

function smallestFor(template: Template): Stock | undefined {
  const area = ({ width, height }: Stock): number => width * (height ?? 100);
  return builtInStocks
    .filter((stock) => fittingTemplates(stock, template.kind).includes(template))
    .sort((left, right) => area(left) - area(right))[0];
}
