import type { SwitchCable, OutletCable } from "../site/site-document";
import { optionalText, requiredNumber, requiredText, type PanelRequest } from "./panel-request";
import { refuse, refuseUnknown } from "./refusal";
import type { Route } from "./router";
import { getRow, type World } from "./world";

export const connectionRoutes: readonly Route[] = [
  {
    method: "POST",
    path: "dci/v3/server/:server/switch_connection",
    bodyFields: ["switch", "port", "is_ipmi_connection"],
    answer: connectSwitch,
  },
  { method: "DELETE", path: "dci/v3/server/:server/switch_connection/:connection", answer: disconnectSwitch },
  { method: "POST", path: "dci/v3/server/:server/pdu_connection", bodyFields: ["pdu", "port"], answer: connectPdu },
  { method: "DELETE", path: "dci/v3/server/:server/pdu_connection/:connection", answer: disconnectPdu },
  {
    method: "POST",
    path: "dci/v3/server/:server/ipmi",
    bodyFields: ["ip", "mac", "login", "password", "handler"],
    answer: addIpmi,
  },
  { method: "DELETE", path: "dci/v3/server/:server/ipmi/:ipmi", answer: removeIpmi },
];

function connectSwitch(request: PanelRequest, world: World): unknown {
  const server = getRow(world.index().servers, "Server", request.id("server"));
  const device = getRow(world.index().switches, "Switch", requiredNumber(request.body, "switch"));
  const portId = requiredNumber(request.body, "port");
  const port = device.ports.find(({ id }) => id === portId);
  if (port === undefined) throw refuseUnknown("Switch port", portId);
  refuseTaken(world, port.cable, server.id);
  const isIpmi = request.body["is_ipmi_connection"] === true;
  port.cable = { connectionId: world.nextId("connection"), serverId: server.id, isIpmi };
  world.record("connection-added", server.id, { kind: "switch", switch: device.id, port: portId, isIpmi });
  world.changed();
  return { id: port.cable.connectionId };
}

function disconnectSwitch(request: PanelRequest, world: World): unknown {
  const server = getRow(world.index().servers, "Server", request.id("server"));
  const connectionId = request.id("connection");
  const placed = world
    .index()
    .portsOf(server.id)
    .find(({ port }) => port.cable?.connectionId === connectionId);
  if (placed === undefined) throw refuseUnknown("Connection", connectionId);
  placed.port.cable = null;
  world.record("connection-removed", server.id, { kind: "switch", switch: placed.switch.id, port: placed.port.id });
  world.changed();
  return { id: connectionId };
}

function connectPdu(request: PanelRequest, world: World): unknown {
  const server = getRow(world.index().servers, "Server", request.id("server"));
  const pdu = getRow(world.index().pdus, "PDU", requiredNumber(request.body, "pdu"));
  const outletId = requiredNumber(request.body, "port");
  const outlet = pdu.outlets.find(({ id }) => id === outletId);
  if (outlet === undefined) throw refuseUnknown("PDU port", outletId);
  refuseTaken(world, outlet.cable, server.id);
  outlet.cable = { connectionId: world.nextId("connection"), serverId: server.id };
  world.record("connection-added", server.id, { kind: "pdu", pdu: pdu.id, port: outletId });
  world.changed();
  return { id: outlet.cable.connectionId };
}

function disconnectPdu(request: PanelRequest, world: World): unknown {
  const server = getRow(world.index().servers, "Server", request.id("server"));
  const connectionId = request.id("connection");
  const placed = world
    .index()
    .outletsOf(server.id)
    .find(({ outlet }) => outlet.cable?.connectionId === connectionId);
  if (placed === undefined) throw refuseUnknown("Connection", connectionId);
  placed.outlet.cable = null;
  world.record("connection-removed", server.id, { kind: "pdu", pdu: placed.pdu.id, port: placed.outlet.id });
  world.changed();
  return { id: connectionId };
}

function addIpmi(request: PanelRequest, world: World): unknown {
  const server = getRow(world.index().servers, "Server", request.id("server"));
  if (server.ipmi !== null) throw refuse(1031, "Server already has a BMC", { ipmi: server.ipmi.id });
  const { body } = request;
  server.ipmi = {
    id: world.nextId("ipmi"),
    ip: requiredText(body, "ip"),
    mac: optionalText(body, "mac"),
    login: optionalText(body, "login"),
    password: optionalText(body, "password"),
    handler: requiredText(body, "handler"),
    answers: true,
  };
  world.record("connection-added", server.id, { kind: "ipmi", ip: server.ipmi.ip });
  world.changed();
  return { id: server.ipmi.id };
}

function removeIpmi(request: PanelRequest, world: World): unknown {
  const server = getRow(world.index().servers, "Server", request.id("server"));
  const ipmiId = request.id("ipmi");
  if (server.ipmi?.id !== ipmiId) throw refuseUnknown("BMC", ipmiId);
  server.ipmi = null;
  world.record("connection-removed", server.id, { kind: "ipmi" });
  world.changed();
  return { id: ipmiId };
}

function refuseTaken(world: World, cable: SwitchCable | OutletCable | null, serverId: number): void {
  if (cable === null) return;
  const holder = world.index().servers.get(cable.serverId);
  const whose = cable.serverId === serverId ? "this server" : `server ${holder?.name ?? String(cable.serverId)}`;
  throw refuse(1030, `Port is already connected to ${whose}`, { server: cable.serverId });
}
