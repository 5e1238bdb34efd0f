import type { Module } from "../contract/shapes/module";

type Panel = Pick<Module, "type" | "url">;

/**
 * The modules that stand for the same panel as this one, itself included: a panel that sells both product types has two modules. What one of
 * them holds of the panel is held for all.
 */
export function modulesOfSamePanel<T extends Panel>(modules: readonly T[], module: Panel): T[] {
  return modules.filter((one) => panelKey(one) === panelKey(module));
}

/** The same text for all modules of one panel. */
export function panelKey(module: Panel): string {
  return `${module.type} ${addressOf(module)}`;
}

/**
 * The module that a panel's servers are kept under: of the modules that see the same servers of one panel the oldest active one, so that nothing is read
 * or found twice.
 */
export function keeperOf<T extends Panel & Pick<Module, "id" | "locationId" | "isActive">>(
  modules: readonly T[],
  module: T,
): T {
  const alike = modulesOfSamePanel(modules, module)
    .filter(({ locationId }) => locationId === module.locationId)
    .sort((left, right) => (left.id < right.id ? -1 : 1));
  return alike.find(({ isActive }) => isActive) ?? alike[0] ?? module;
}

/** The keepers of all active modules' servers, without those whose panel is kept for all its locations by another. */
export function keepersOfAll<T extends Panel & Pick<Module, "id" | "locationId" | "isActive">>(
  modules: readonly T[],
): T[] {
  const keepers = modules.filter((module) => module.isActive && keeperOf(modules, module) === module);
  const ofAllLocations = keepers.filter(({ locationId }) => locationId === null);
  return keepers.filter(
    (keeper) => keeper.locationId === null || modulesOfSamePanel(ofAllLocations, keeper).length === 0,
  );
}

/** Paths that the client takes when the address has none [documented: URL forms of DSmanager and DCImanager 5]. */
const usualPath = /\/(manager\/dsmgr|dcimgr)$/;

/** Case of the host, slashes at the end and the usual path make no other panel. */
function addressOf({ url }: Panel): string {
  const match = /^([^:]+:\/\/[^/]*)(.*?)\/*$/.exec(url.trim());
  return match ? `${(match[1] ?? "").toLowerCase()}${(match[2] ?? "").replace(usualPath, "")}` : url;
}
