import type { Module } from "../contract/shapes/module";

type Panel = Pick<Module, "type" | "url">;

/**
 * The modules that stand for the same panel as this one, itself included: a panel that sells both product types has two modules. What one of
 * them holds of the panel is held for all.
 */
export function modulesOfSamePanel<T extends Panel>(modules: readonly T[], module: Panel): T[] {
  return modules.filter((one) => one.type === module.type && addressOf(one) === addressOf(module));
}

/** Paths that the client takes when the address has none [documented: URL forms of DSmanager and DCImanager 5]. */
const usualPath = /\/(manager\/dsmgr|dcimgr)$/;

/** Case of the host, slashes at the end and the usual path make no other panel. */
function addressOf({ url }: Panel): string {
  const match = /^([^:]+:\/\/[^/]*)(.*?)\/*$/.exec(url.trim());
  return match ? `${(match[1] ?? "").toLowerCase()}${(match[2] ?? "").replace(usualPath, "")}` : url;
}
