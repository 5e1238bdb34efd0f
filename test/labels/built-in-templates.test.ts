import { expect, test } from "vitest";
import type { LabelKind } from "../../main/contract/shapes/label";
import { templateContentShape } from "../../main/contract/shapes/label";
import { fittingTemplates } from "../../main/labels/library";
import { createLabelPress } from "../../main/labels/press";
import { builtInStocks } from "../../main/labels/stock/built-in-stocks";
import { builtInTemplates } from "../../main/labels/templates/built-in-templates";
import { sampleValues } from "../../main/labels/templates/sample-values";
import { devicesFor } from "./verify/plan";

const kinds: readonly LabelKind[] = ["server", "rack", "port", "cable", "text"];
/** Too small for words: 12 mm round and narrower hold a code. */
const onlyForCodes = new Set(["built-in:DK-11219"]);

test("every stock has a template of every kind", () => {
  const lacking = builtInStocks.flatMap((stock) =>
    kinds
      .filter((kind) => fittingTemplates(stock, kind).length === 0)
      .filter((kind) => !(onlyForCodes.has(stock.id) && (kind === "cable" || kind === "text")))
      .map((kind) => `${stock.id} ${kind}`),
  );

  expect(lacking).toEqual([]);
});

test("sample values stand on the best templates of every stock without a remark", { timeout: 120_000 }, () => {
  const press = createLabelPress();
  const remarks = builtInStocks.flatMap((stock) =>
    kinds.flatMap((kind) => {
      const designs = new Set<string>();
      return fittingTemplates(stock, kind)
        .filter(({ id }) => {
          const design = id.replace(/-[^-]*$/, "");
          return !designs.has(design) && designs.add(design);
        })
        .flatMap((template) =>
          devicesFor(stock).flatMap((device) =>
            press
              .check({ template, stock, device, values: sampleValues(kind) })
              .map(
                ({ rule, elementId }) =>
                  `${stock.id} ${template.id} ${device.language} ${device.dpi}: ${rule} ${elementId ?? ""}`,
              ),
          ),
        );
    }),
  );

  expect(remarks).toEqual([]);
});

test("built-in templates are documents that can be saved and have names of their own", () => {
  expect(new Set(builtInTemplates.map(({ id }) => id)).size).toBe(builtInTemplates.length);
  expect(new Set(builtInTemplates.map(({ name }) => name)).size).toBe(builtInTemplates.length);
  for (const { id, revision, isBuiltIn, version, ...content } of builtInTemplates) {
    expect(templateContentShape.parse(content), `${id} ${revision} ${version} ${String(isBuiltIn)}`).toEqual(content);
    expect(new Set(content.elements.map((element) => element.id)).size, id).toBe(content.elements.length);
  }
});
