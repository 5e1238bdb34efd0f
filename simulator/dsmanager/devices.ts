import { linkOf, viewHolder } from "./connection-rows";
import { findRow, readText, type PanelCall } from "./panel-call";
import { done, type PanelFunction } from "./panel-function";
import { commandPort } from "./port-commands";
import { refuseMissing } from "./refusal";
import type { DsmanagerWorld } from "./world";
import type { XmlNode } from "./xml";

export const deviceFunctions: readonly PanelFunction[] = [
  {
    name: "switch",
    rows: (_call, world) =>
      world.site.switches.map(({ id, name, locationId, rackId }) => ({
        id,
        name,
        location: locationId,
        rack: rackName(world, rackId),
      })),
  },
  {
    name: "switch.port",
    rows: (call, world) => {
      const device = findRow(world.index().switches, "switch", call);
      return device.ports.map((port) => ({
        id: port.id,
        identity: port.identity,
        admin: port.isOn ? "on" : "off",
        link: linkOf(world, { kind: "switch", device, port }),
        ...viewHolder(world, port.cable),
      }));
    },
  },
  { name: "switch.port.on", answer: (call, world) => switchPort(call, world, true) },
  { name: "switch.port.off", answer: (call, world) => switchPort(call, world, false) },
  {
    name: "pdu",
    rows: (_call, world) =>
      world.site.pdus.map(({ id, name, rackId }) => ({ id, name, rack: rackName(world, rackId) })),
  },
  {
    name: "pdu.port",
    rows: (call, world) =>
      findRow(world.index().pdus, "pdu", call).ports.map(({ id, identity, isOn, cable }) => ({
        id,
        identity,
        power: isOn ? 1 : 0,
        ...viewHolder(world, cable),
      })),
  },
];

function switchPort(call: PanelCall, world: DsmanagerWorld, isOn: boolean): readonly XmlNode[] {
  const device = findRow(world.index().switches, "switch", call, "plid");
  const elid = readText(call, "elid");
  const port = device.ports.find(({ id }) => String(id) === elid);
  if (port === undefined) throw refuseMissing("port", elid);
  commandPort(world, { kind: "switch", device, port }, isOn);
  return done;
}

function rackName(world: DsmanagerWorld, rackId: number): string {
  return world.index().racks.get(rackId)?.name ?? "";
}
