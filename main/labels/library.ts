import type { Stock, LabelKind, Template, TemplateContent } from "../contract/shapes/label";
import type { LabelLibrary } from "../ports/label";
import { vectorDevice } from "./devices";
import { fits } from "./layout/placement";
import { builtInStocks } from "./stock/built-in-stocks";
import { checkStock } from "./stock/check-stock";
import { builtInTemplates } from "./templates/built-in-templates";
import { sampleValues } from "./templates/sample-values";

/** What the program brings along: stock, templates, and what it knows about both. */
export const labelLibrary: LabelLibrary = {
  stocks: builtInStocks,
  templates: builtInTemplates,
  checkStock,
  fits,
  sampleValues,
  plainStock,
  vectorDevice,
};

/** Built-in templates of a kind that have room on the stock, the one that fills it best first. */
export function fittingTemplates(stock: Stock, kind: LabelKind): readonly Template[] {
  return builtInTemplates.filter((template) => template.kind === kind && fits(template, stock));
}

/** Stock as large as a template, without margins: for a preview that no printer is chosen for. */
export function plainStock(template: TemplateContent): Stock {
  return {
    id: "plain",
    revision: 0,
    isBuiltIn: false,
    code: "",
    dotsAcross: {},
    name: "Preview",
    family: "other",
    form: template.height === null ? "continuous" : "die-cut",
    width: template.width,
    height: template.height,
    margins: { top: 0, right: 0, bottom: 0, left: 0 },
    cornerRadius: 0,
    sheet: null,
  };
}
