import type { ModuleRow } from "../../../main/contract/shapes/module";
import type { Remark } from "../../../main/contract/shapes/tariff";
import type { TariffDraft } from "./tariff-draft";

export type Verdict = "byThemselves" | "notNow" | "byPeople" | "mixed" | "stopped";

/** How orders would go. Dedicated servers of DSmanager run by themselves; colocation and manual setup go through people. */
export function verdictOf(
  { productType, moduleIds }: Pick<TariffDraft, "productType" | "moduleIds">,
  modules: readonly Pick<ModuleRow, "id" | "type" | "isActive">[],
  remarks: readonly Pick<Remark, "severity">[],
): Verdict {
  const serving = modules.filter(({ id, isActive }) => isActive && moduleIds.includes(id));
  if (serving.length === 0 || remarks.some(({ severity }) => severity === "error")) return "stopped";
  const automatic = serving.filter(({ type }) => productType === "dedicated" && type === "dsmanager");
  if (automatic.length === serving.length) return remarks.length === 0 ? "byThemselves" : "notNow";
  return automatic.length === 0 ? "byPeople" : "mixed";
}
