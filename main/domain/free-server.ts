import type { Preset, ServerFacts } from "../contract/shapes/panel";

/** What decides whether a server can be sold. */
export type ServerFitness = Pick<
  ServerFacts,
  "ownerEmail" | "isBlocked" | "hasFault" | "isInDiagnostics" | "isDisabled" | "operation"
>;

/** Nobody owns the server and nothing speaks against handing it over now: not blocked, faulty, in diagnostics, disabled or in work. */
export function isFreeServer(server: ServerFitness): boolean {
  return server.ownerEmail === null && whyUnfit(server).length === 0;
}

/** What keeps a server from being sold, owner apart, in words; empty when it is fit. */
export function whyUnfit({ isBlocked, hasFault, isInDiagnostics, isDisabled, operation }: ServerFitness): string[] {
  const reasons: string[] = [];
  if (isBlocked) reasons.push("blocked");
  if (hasFault) reasons.push("faulty");
  if (isInDiagnostics) reasons.push("in diagnostics");
  if (isDisabled) reasons.push("disabled");
  if (operation?.isRunning === true) reasons.push("in work");
  return reasons;
}

/**
 * The presets of a panel by name, one for each server type, types without a server included. A server without a type
 * belongs to no preset. A preset is offered while one of its servers is without owner.
 */
export function countPresets(
  typeNames: readonly string[],
  servers: readonly (ServerFitness & Pick<ServerFacts, "serverType">)[],
): Preset[] {
  const presets = new Map(typeNames.map((name) => [name, { name, free: 0, ownerless: 0, total: 0 }]));
  for (const server of servers) {
    const name = server.serverType;
    if (name === "") continue;
    const preset = presets.get(name) ?? { name, free: 0, ownerless: 0, total: 0 };
    preset.total += 1;
    if (server.ownerEmail === null) preset.ownerless += 1;
    if (isFreeServer(server)) preset.free += 1;
    presets.set(name, preset);
  }
  return [...presets.values()].sort((left, right) => left.name.localeCompare(right.name, "en", { numeric: true }));
}

/** Whether the panel's configuration shows `Preset NAME` [documented: BILLmanager, configuration of a DSmanager module]. */
export function isOffered({ ownerless }: Pick<Preset, "ownerless">): boolean {
  return ownerless > 0;
}
