import type { Module } from "../contract/shapes/module";
import type { ModuleTrial } from "../contract/shapes/service";

export interface ModuleReadiness {
  readonly module: Pick<Module, "id" | "name" | "sort" | "isActive">;
  /** What is short or wrong there; empty when it can serve. */
  readonly obstacles: readonly string[];
}

/**
 * The lowest sort that can serve is chosen; those passed over carry why. When none can serve, the lowest active one is chosen
 * with its obstacles, because colocation is set up by people who can mend a shortage. No trial is chosen when none is active.
 */
export function chooseModule(candidates: readonly ModuleReadiness[]): ModuleTrial[] {
  const ordered = [...candidates].sort(
    (left, right) => left.module.sort - right.module.sort || left.module.name.localeCompare(right.module.name),
  );
  const active = ordered.filter((one) => one.module.isActive);
  const chosen = active.find((one) => one.obstacles.length === 0) ?? active[0];
  const last = chosen ? ordered.indexOf(chosen) : ordered.length - 1;
  return ordered.slice(0, Math.max(last + 1, active.length > 0 ? 0 : ordered.length)).map((one) => ({
    moduleId: one.module.id,
    moduleName: one.module.name,
    isChosen: one === chosen,
    remarks: one.module.isActive ? [...one.obstacles] : ["Switched off"],
  }));
}
