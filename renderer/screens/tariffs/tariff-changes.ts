import type { Module } from "../../../main/contract/shapes/module";
import type { ProductType, Resource, TariffContent } from "../../../main/contract/shapes/tariff";
import { isPremature, tariffProblems } from "./tariff-problems";
import { tariffContentOf, type ResourceDraft, type TariffDraft } from "./tariff-draft";
import { withAllAddOns } from "./usual-resources";

/** The draft for another product type: modules of that type stay, and so do resources that somebody has touched. */
export function withProductType(draft: TariffDraft, productType: ProductType, modules: readonly Module[]): TariffDraft {
  const usual = withAllAddOns(draft.productType, []);
  const own = draft.resources.filter((one) => !usual.some((other) => isSame(one, other)));
  return {
    ...draft,
    productType,
    moduleIds: draft.moduleIds.filter((id) => modules.find((one) => one.id === id)?.productType === productType),
    resources: withAllAddOns(productType, own),
  };
}

/** The resource with another kind of value: its amounts fit the new kind. */
export function withValueType(resource: ResourceDraft, valueType: Resource["valueType"]): ResourceDraft {
  switch (valueType) {
    case "integer":
      return { ...resource, valueType, enumerationId: null, maximum: Math.max(1, Number(resource.maximum) || 0) };
    case "boolean":
      return {
        ...resource,
        valueType,
        measure: "pcs",
        enumerationId: null,
        included: Number(resource.included) > 0 ? 1 : 0,
        minimum: 0,
        maximum: 1,
        step: 1,
      };
    case "enumeration":
      return {
        ...resource,
        valueType,
        measure: "pcs",
        included: 0,
        minimum: 0,
        maximum: 0,
        step: 1,
        billing: "none",
        // A choice has no up and down.
        changeBy: resource.changeBy === "staff" ? "staff" : "anyone",
        stepPrices: {},
      };
  }
}

/** The list with the item at `from` moved to `to`; the same list where there is no such place. */
export function moved<Item>(items: readonly Item[], from: number, to: number): Item[] {
  const item = items[from];
  if (item === undefined || to < 0 || to >= items.length) return [...items];
  return items.toSpliced(from, 1).toSpliced(to, 0, item);
}

/**
 * The content for questions about a tariff that is still being typed: what is only missing is filled in or left out for the
 * moment. Null where something is wrong, so that nothing sensible can be asked.
 */
export function provisionalContent(draft: TariffDraft): TariffContent | null {
  if (Object.values(tariffProblems(draft)).some((problem) => !isPremature(problem))) return null;
  const periods = draft.periods.filter(({ months }) => months !== "");
  if (periods.length === 0) return null;
  return tariffContentOf({
    ...draft,
    periods,
    name: filled(draft.name, "?"),
    resources: draft.resources.map((resource, index) => ({
      // Without an enumeration it is nothing yet; a number keeps its place, so that remarks find their row.
      ...(resource.valueType === "enumeration" && resource.enumerationId === null
        ? withValueType(resource, "integer")
        : resource),
      name: filled(resource.name, `unnamed_${String(index)}`),
      title: filled(resource.title, "?"),
    })),
  });
}

function filled(text: string, substitute: string): string {
  return text.trim() === "" ? substitute : text;
}

function isSame(left: ResourceDraft, right: ResourceDraft): boolean {
  return JSON.stringify(left) === JSON.stringify(right);
}
