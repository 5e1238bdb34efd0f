import { readNumber, readText, requiredText, type PanelCall } from "./panel-call";
import { refuseExisting, refuseValue } from "./refusal";
import type { DsmanagerWorld } from "./world";

/** The type by its id, as the form shows it, or by its name, as the list does. */
export function readType(call: PanelCall, world: DsmanagerWorld): number {
  const text = requiredText(call, "type");
  const type = world.site.serverTypes.find(({ id, name }) => String(id) === text || name === text);
  if (type === undefined) throw refuseValue("type", text);
  return type.id;
}

/** A user's id; `no_owner` for nobody. */
export function readOwner(call: PanelCall, world: DsmanagerWorld): number | null {
  if (readText(call, "owner") === "no_owner") return null;
  const id = readNumber(call, "owner");
  if (!world.index().users.has(id)) throw refuseValue("owner", String(id));
  return id;
}

/** Two servers cannot have one MAC address; any number of them can have none. */
export function refuseTakenMac(world: DsmanagerWorld, mac: string): void {
  if (mac === "") return;
  if (!/^[\da-f]{2}(?::[\da-f]{2}){5}$/.test(mac)) throw refuseValue("mac", mac);
  if (world.site.servers.some((server) => server.mac === mac)) throw refuseExisting("mac", mac);
}
