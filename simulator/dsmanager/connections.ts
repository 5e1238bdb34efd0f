import { viewConnections } from "./connection-rows";
import { findRow, isConfirmed, readNumber, readText, requiredText, type PanelCall } from "./panel-call";
import { done, type PanelFunction } from "./panel-function";
import { commandPort } from "./port-commands";
import { refuseExisting, refuseMissing, refuseValue } from "./refusal";
import type { DsmanagerServer } from "./site-document";
import type { CabledPort } from "./site-index";
import type { DsmanagerWorld } from "./world";
import { element, fields, type XmlNode } from "./xml";

export const connectionFunctions: readonly PanelFunction[] = [
  {
    name: "server.connection",
    rows: (call, world) => viewConnections(world, findRow(world.index().servers, "server", call)),
  },
  { name: "server.connection.edit", answer: editConnection },
  { name: "server.connection.on", answer: (call, world) => switchConnection(call, world, true) },
  { name: "server.connection.off", answer: (call, world) => switchConnection(call, world, false) },
  { name: "server.connection.delete", answer: deleteConnection },
];

function editConnection(call: PanelCall, world: DsmanagerWorld): readonly XmlNode[] {
  const server = findRow(world.index().servers, "server", call, "plid");
  if (!isConfirmed(call)) {
    const row = viewConnections(world, server).find(({ id }) => String(id) === readText(call, "elid"));
    if (row === undefined) throw refuseMissing("connection", readText(call, "elid"));
    return fields(row);
  }
  const type = readText(call, "type");
  switch (type) {
    case "Switch":
      return [element("id", connectPort(call, world, server, "switch")), element("ok")];
    case "PDU":
      return [element("id", connectPort(call, world, server, "pdu")), element("ok")];
    case "IPMI":
      return [element("id", addController(call, world, server)), element("ok")];
    default:
      throw refuseValue("type", type);
  }
}

function connectPort(call: PanelCall, world: DsmanagerWorld, server: DsmanagerServer, kind: "switch" | "pdu"): number {
  const devices = kind === "switch" ? world.index().switches : world.index().pdus;
  const device = devices.get(readNumber(call, "device_id"));
  if (device === undefined) throw refuseValue("device_id", readText(call, "device_id"));
  const portId = readNumber(call, "port_id");
  const port = device.ports.find(({ id }) => id === portId);
  if (port === undefined) throw refuseValue("port_id", String(portId));
  if (port.cable !== null) throw refuseExisting("port_id", port.identity);
  const isIpmi = readText(call, "is_ipmi") === "on";
  port.cable = { connectionId: world.nextId("connection"), serverId: server.id, isIpmi };
  world.record("connection-added", server.id, { kind, [kind]: device.id, port: portId, isIpmi });
  world.changed();
  return port.cable.connectionId;
}

function addController(call: PanelCall, world: DsmanagerWorld, server: DsmanagerServer): number {
  if (server.ipmi !== null) throw refuseExisting("ipmi", server.ipmi.ip);
  server.ipmi = {
    connectionId: world.nextId("connection"),
    ip: requiredText(call, "ip"),
    mac: readText(call, "mac"),
    username: readText(call, "username"),
    password: readText(call, "password"),
  };
  world.record("connection-added", server.id, { kind: "ipmi", ip: server.ipmi.ip });
  world.changed();
  return server.ipmi.connectionId;
}

function switchConnection(call: PanelCall, world: DsmanagerWorld, isOn: boolean): readonly XmlNode[] {
  const server = findRow(world.index().servers, "server", call, "plid");
  commandPort(world, findCable(call, world, server), isOn);
  return done;
}

function deleteConnection(call: PanelCall, world: DsmanagerWorld): readonly XmlNode[] {
  const server = findRow(world.index().servers, "server", call, "plid");
  if (String(server.ipmi?.connectionId) === readText(call, "elid")) {
    server.ipmi = null;
    world.record("connection-removed", server.id, { kind: "ipmi" });
  } else {
    const { kind, device, port } = findCable(call, world, server);
    port.cable = null;
    world.record("connection-removed", server.id, { kind, [kind]: device.id, port: port.id });
  }
  world.changed();
  return done;
}

function findCable(call: PanelCall, world: DsmanagerWorld, server: DsmanagerServer): CabledPort {
  const elid = readText(call, "elid");
  const cabled = world
    .index()
    .cablesOf(server.id)
    .find(({ cable }) => String(cable.connectionId) === elid);
  if (cabled === undefined) throw refuseMissing("connection", elid);
  return cabled;
}
