import type { DsmanagerServer } from "./site-document";
import type { CabledPort } from "./site-index";
import type { DsmanagerWorld } from "./world";
import type { Fields } from "./xml";

/** A server's cables and its management controller, one row each. */
export function viewConnections(world: DsmanagerWorld, server: DsmanagerServer): readonly Fields[] {
  const cables = world
    .index()
    .cablesOf(server.id)
    .map((cabled) => viewCable(world, server, cabled));
  const { ipmi } = server;
  if (ipmi === null) return cables;
  return [...cables, { id: ipmi.connectionId, type: "IPMI", ip: ipmi.ip, mac: ipmi.mac }];
}

/** Something powered at the other end makes a link; outlets have no more than their own state. */
export function linkOf(world: DsmanagerWorld, { kind, port }: Omit<CabledPort, "cable">): "on" | "off" {
  if (!port.isOn || port.cable === null) return "off";
  if (kind === "pdu" || port.cable.isIpmi) return "on";
  return world.index().servers.get(port.cable.serverId)?.runs === true ? "on" : "off";
}

/** The end of a cable as a port's row tells it. */
export function viewHolder(world: DsmanagerWorld, cable: { readonly serverId: number } | null): Fields {
  const server = cable === null ? undefined : world.index().servers.get(cable.serverId);
  return { server: server?.id ?? "", serverhname: server?.hostname ?? "" };
}

function viewCable(world: DsmanagerWorld, server: DsmanagerServer, cabled: CabledPort): Fields {
  const { kind, device, port, cable } = cabled;
  const isUnderWay = world
    .index()
    .worksOf(server.id)
    .some(({ task }) => task.kind === "port" && task.connectionId === cable.connectionId);
  return {
    id: cable.connectionId,
    type: kind === "switch" ? "Switch" : "PDU",
    device_id: device.id,
    device: device.name,
    port_id: port.id,
    port: port.identity,
    admin: port.isOn ? "on" : "off",
    link: linkOf(world, cabled),
    is_ipmi: cable.isIpmi,
    func_in_progress: isUnderWay,
  };
}
