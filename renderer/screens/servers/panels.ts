import type { Module } from "../../../main/contract/shapes/module";

/** A panel with its servers, whichever of its modules is asked. */
export interface Panel {
  /** The module that is asked: the first by sort. */
  readonly moduleId: string;
  readonly moduleIds: readonly string[];
  /** The names of all its modules. */
  readonly name: string;
}

/** Two modules on one place of a panel see the same servers, so they are one choice; manual set-up has no panel. */
export function panelsOf(modules: readonly Module[]): readonly Panel[] {
  const groups = new Map<string, Module[]>();
  for (const module of modules) {
    if (module.type === "manual") continue;
    const address = module.url.replace(/\/+$/u, "").toLowerCase();
    const key = `${module.type} ${address} ${String(module.locationId)}`;
    groups.set(key, [...(groups.get(key) ?? []), module]);
  }
  return [...groups.values()].map((group) => ({
    moduleId: group[0]?.id ?? "",
    moduleIds: group.map((module) => module.id),
    name: group.map((module) => module.name).join(" · "),
  }));
}

/** The panel that a module belongs to. */
export function findPanel(panels: readonly Panel[], moduleId: string | undefined): Panel | undefined {
  return panels.find((panel) => moduleId !== undefined && panel.moduleIds.includes(moduleId));
}
