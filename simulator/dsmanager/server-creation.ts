import { readNumber, readText, requiredText, sentText, type PanelCall } from "./panel-call";
import { refuseExisting, refuseValue } from "./refusal";
import { blankServer } from "./blank-server";
import { readOwner, readType, refuseTakenMac } from "./server-fields";
import type { DsmanagerRack } from "./site-document";
import type { DsmanagerWorld } from "./world";
import { element, type XmlNode } from "./xml";

/** Registers a server in free units of a rack. */
export function createServer(call: PanelCall, world: DsmanagerWorld): readonly XmlNode[] {
  const mac = sentText(call, "mac").toLowerCase();
  const name = requiredText(call, "name");
  const notes = sentText(call, "notes");
  const typeId = readType(call, world);
  const ownerId = readOwner(call, world);
  refuseTakenMac(world, mac);
  const rack = readRack(call, world);
  const unit = readNumber(call, "unit");
  const height = readNumber(call, "height", 1);
  refuseTakenUnits(world, rack, unit, height);

  const id = world.nextId("server");
  const serial = readText(call, "serial");
  const place = { locationId: rack.locationId, rackId: rack.id, unit, height };
  world.site.servers.push(blankServer({ id, name, typeId, ownerId, mac, notes, serial, ...place }));
  world.record("server-created", id, { name, rack: rack.id, unit });
  world.changed();
  return [element("id", id), element("ok")];
}

/** A rack by its id or its name, in the location that the call names. */
function readRack(call: PanelCall, world: DsmanagerWorld): DsmanagerRack {
  const text = requiredText(call, "rack");
  const rack = world.site.racks.find(({ id, name }) => String(id) === text || name === text);
  if (rack === undefined) throw refuseValue("rack", text);
  if (readNumber(call, "location", rack.locationId) !== rack.locationId) {
    throw refuseValue("location", readText(call, "location"));
  }
  return rack;
}

function refuseTakenUnits(world: DsmanagerWorld, rack: DsmanagerRack, unit: number, height: number): void {
  const top = unit + height - 1;
  if (unit < 1 || height < 1 || top > rack.size) throw refuseValue("unit", String(unit));
  const isTaken = world.site.servers.some(
    (server) => server.rackId === rack.id && server.unit <= top && unit <= server.unit + server.height - 1,
  );
  if (isTaken) throw refuseExisting("unit", String(unit));
}
