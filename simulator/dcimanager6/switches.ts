import type { SitePdu, SiteSwitch } from "../site/site-document";
import { answerList } from "./list-answer";
import { accepted, startOperation } from "./operations";
import type { PanelRequest } from "./panel-request";
import { refuseUnknown } from "./refusal";
import type { Route } from "./router";
import type { PlacedPort, SiteIndex } from "./site-index";
import { getRow, type World } from "./world";

export const switchRoutes: readonly Route[] = [
  {
    method: "GET",
    path: "dci/v3/switch",
    answer: ({ query }, world) =>
      answerList(query, { rows: world.site.switches, view: (device) => viewDevice(world, device) }),
  },
  {
    method: "GET",
    path: "dci/v3/switch/:switch/port",
    answer: (request, world) => {
      const device = getRow(world.index().switches, "Switch", request.id("switch"));
      const rows = device.ports.map((port) => ({ switch: device, port }));
      return answerList(request.query, { rows, view: (placed) => viewPort(world, placed) });
    },
  },
  {
    method: "POST",
    path: "dci/v3/switch/:switch/port/:port/up",
    answer: (request, world) => commandPort(request, world, "up"),
  },
  {
    method: "POST",
    path: "dci/v3/switch/:switch/port/:port/down",
    answer: (request, world) => commandPort(request, world, "down"),
  },
];

/** A switch or PDU as a row. */
export function viewDevice(world: World, device: SiteSwitch | SitePdu): unknown {
  const rack = device.rackId === null ? undefined : world.index().racks.get(device.rackId);
  return {
    id: device.id,
    name: device.name,
    location_id: device.locationId,
    rack: rack === undefined ? null : { id: rack.id, name: rack.name },
  };
}

/** Link is up when the port is commanded up and something powered stands at the other end of the cable. */
export function linkState(index: SiteIndex, { port }: PlacedPort): "up" | "down" {
  if (port.admin === "down" || port.cable === null) return "down";
  return port.cable.isIpmi || index.servers.get(port.cable.serverId)?.runs === true ? "up" : "down";
}

/** `{id, name}` of the server at the end of a cable. */
export function viewCabledServer(world: World, cable: { readonly serverId: number } | null): unknown {
  const server = cable === null ? undefined : world.index().servers.get(cable.serverId);
  return server === undefined ? null : { id: server.id, name: server.name };
}

function viewPort(world: World, placed: PlacedPort): unknown {
  const { port } = placed;
  return {
    id: port.id,
    description: port.description,
    admin_status: port.admin,
    oper_status: linkState(world.index(), placed),
    is_ipmi_connection: port.cable?.isIpmi ?? false,
    server: viewCabledServer(world, port.cable),
  };
}

function commandPort(request: PanelRequest, world: World, admin: "up" | "down"): unknown {
  const portId = request.id("port");
  const device = getRow(world.index().switches, "Switch", request.id("switch"));
  const port = device.ports.find(({ id }) => id === portId);
  if (port === undefined) throw refuseUnknown("Switch port", portId);
  if (port.admin === admin) return accepted(portId, null);
  const operationId = startOperation(world, {
    serverId: port.cable?.serverId ?? null,
    name: `port_${admin}`,
    stage: "switch_port",
    work: { kind: "port", portId, admin },
    durationMs: world.timings.portMs,
  });
  return accepted(portId, operationId);
}
