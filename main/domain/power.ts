import type { PowerState } from "../contract/shapes/panel";

export type PowerAction = "on" | "off" | "reset";

/**
 * The power of a server from what its outlet and its BMC report: no current at the outlet is the last word,
 * otherwise the BMC knows best.
 */
export function serverPower(outlet: PowerState, bmc: PowerState): PowerState {
  return outlet === "off" ? "off" : bmc;
}

/** One state for all power supplies: one live outlet keeps a server running, and only all of them dead turn it off. */
export function combineOutlets(outlets: readonly PowerState[]): PowerState {
  if (outlets.includes("on")) return "on";
  return outlets.length > 0 && outlets.every((outlet) => outlet === "off") ? "off" : "unknown";
}

/** What a panel accepts in a state; a reset also starts a server that is off. */
export function allowedPowerActions(power: PowerState): readonly PowerAction[] {
  switch (power) {
    case "on":
      return ["off", "reset"];
    case "off":
    case "unknown":
      return ["on", "reset"];
  }
}
