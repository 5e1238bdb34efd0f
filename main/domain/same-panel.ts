import type { Module } from "../contract/shapes/module";

type Panel = Pick<Module, "type" | "url">;

/**
 * The modules that stand for the same panel as this one, itself included: a panel that sells both product types has two modules. What one of
 * them holds of the panel is held for all.
 */
export function modulesOfSamePanel<T extends Panel>(modules: readonly T[], module: Panel): T[] {
  return modules.filter((one) => one.type === module.type && addressOf(one) === addressOf(module));
}

/** Case of the host and slashes at the end make no other panel. */
function addressOf({ url }: Panel): string {
  const match = /^([^:]+:\/\/[^/]*)(.*?)\/*$/.exec(url.trim());
  return match ? `${(match[1] ?? "").toLowerCase()}${match[2] ?? ""}` : url;
}
