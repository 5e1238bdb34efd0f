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
 * The fewest of these modules that together see what all of them see: of the modules of one panel one for each location, or the first that sees every
 * location. So nothing is listed twice.
 */
export function modulesThatSeeAll<T extends Panel & Pick<Module, "locationId">>(modules: readonly T[]): T[] {
  const kept: T[] = [];
  for (const module of [...modules].sort(
    (left, right) => Number(right.locationId === null) - Number(left.locationId === null),
  )) {
    const isSeen = modulesOfSamePanel(kept, module).some(
      ({ locationId }) => locationId === null || locationId === module.locationId,
    );
    if (!isSeen) kept.push(module);
  }
  return modules.filter((module) => kept.includes(module));
}

/** Paths that the client takes when the address has none [documented: URL forms of DSmanager and DCImanager 5]. */
const usualPath = /\/(manager\/dsmgr|dcimgr)$/;

/** Case of the host, slashes at the end and the usual path make no other panel. */
function addressOf({ url }: Panel): string {
  const match = /^([^:]+:\/\/[^/]*)(.*?)\/*$/.exec(url.trim());
  return match ? `${(match[1] ?? "").toLowerCase()}${(match[2] ?? "").replace(usualPath, "")}` : url;
}
