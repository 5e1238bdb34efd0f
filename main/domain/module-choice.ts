import type { Module } from "../contract/shapes/module";
import type { ModuleTrial } from "../contract/shapes/service";
import type { ProductType } from "../contract/shapes/tariff";

export interface ModuleReadiness {
  readonly module: Pick<Module, "id" | "name" | "sort">;
  /** Why it must not take the order at all: switched off, or of the other product type. */
  readonly barriers: readonly string[];
  /** What is short or out of reach there. With barriers empty and this empty it can serve. */
  readonly obstacles: readonly string[];
}

/** What keeps a module from taking any order of a product type. */
export function barriersOf(
  { isActive, productType }: Pick<Module, "isActive" | "productType">,
  wanted: ProductType,
): string[] {
  return [
    ...(isActive ? [] : ["Switched off"]),
    ...(productType === wanted ? [] : [`Processes ${limitOf(productType)}`]),
  ];
}

/** Says that a module processes the other product type [documented: BILLmanager, one service type for one processing server]. */
export function otherProductType({ name, productType }: Pick<Module, "name" | "productType">): string {
  return `${name} processes ${limitOf(productType)}`;
}

function limitOf(productType: ProductType): string {
  const handled = productType === "colocation" ? "server colocation" : "dedicated servers";
  return `${handled} only. Add a second module for the same panel`;
}

/**
 * The lowest sort that can serve is chosen; those passed over carry why, those behind it were not tried. When none can serve,
 * `evenIfShort` has the lowest one without barriers take the order with its obstacles on record; otherwise none is chosen.
 */
export function chooseModule(
  candidates: readonly ModuleReadiness[],
  { evenIfShort }: { readonly evenIfShort: boolean },
): ModuleTrial[] {
  const ordered = [...candidates].sort(
    (left, right) => left.module.sort - right.module.sort || left.module.name.localeCompare(right.module.name),
  );
  const open = ordered.filter((one) => one.barriers.length === 0);
  const chosen = open.find((one) => one.obstacles.length === 0) ?? (evenIfShort ? open[0] : undefined);
  const tried = chosen ? ordered.slice(0, ordered.indexOf(chosen) + 1) : ordered;
  return tried.map((one) => ({
    moduleId: one.module.id,
    moduleName: one.module.name,
    isChosen: one === chosen,
    remarks: [...one.barriers, ...one.obstacles],
  }));
}

/** Why none of the tried modules takes an order, one sentence a module. */
export function explainTrials(trials: readonly ModuleTrial[]): string {
  return trials.map((trial) => `${trial.moduleName}: ${trial.remarks.join(", ")}`).join(". ");
}
