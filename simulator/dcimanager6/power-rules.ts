import type { SiteServer } from "../site/site-document";
import type { SiteIndex } from "./site-index";

export type PowerState = "on" | "off" | "unknown";

/** The documented table: an outlet that is off means off; otherwise the BMC's word counts. */
export function combinePower(pdu: PowerState, bmc: PowerState): PowerState {
  return pdu === "off" ? "off" : bmc;
}

/** The power state that the panel shows, which may lag behind the machine. */
export function shownPower(index: SiteIndex, server: SiteServer): PowerState {
  const pdu = polledPower(index, server);
  return combinePower(pdu, server.ipmi === null ? pdu : bmcPower(index, server));
}

/** All outlets off is off, any on is on; no outlet or no news is unknown. */
function polledPower(index: SiteIndex, server: SiteServer): PowerState {
  const states = index.outletsOf(server.id).map(({ outlet }) => outlet.polled);
  if (states.includes("on")) return "on";
  return states.length > 0 && states.every((state) => state === "off") ? "off" : "unknown";
}

/** The BMC knows the machine at once, but only while it has standby power and its management port is up. */
function bmcPower(index: SiteIndex, server: SiteServer): PowerState {
  if (!bmcAnswers(index, server)) return "unknown";
  return server.runs ? "on" : "off";
}

export function bmcAnswers(index: SiteIndex, server: SiteServer): boolean {
  const outlets = index.outletsOf(server.id);
  const managementPorts = index.portsOf(server.id).filter(({ port }) => port.cable?.isIpmi === true);
  return (
    server.ipmi?.answers === true &&
    (outlets.length === 0 || outlets.some(({ outlet }) => outlet.relay === "on")) &&
    managementPorts.every(({ port }) => port.admin === "up")
  );
}
