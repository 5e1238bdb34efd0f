import { findRow, isConfirmed, readText, requiredText, sentText, type PanelCall } from "./panel-call";
import { done, type FormFunction } from "./panel-function";
import { refuseMissing } from "./refusal";
import { createServer } from "./server-creation";
import { readOwner, readType, refuseTakenMac } from "./server-fields";
import type { DsmanagerServer } from "./site-document";
import { refuseWhenBusy } from "./works";
import type { DsmanagerWorld } from "./world";
import { fields, type XmlNode } from "./xml";

export const serverFormFunctions: readonly FormFunction[] = [
  { name: "server.edit", answer: editServer },
  { name: "server.delete", answer: deleteServers },
];

/** Reads a server, changes one, or creates one when no `elid` is given. */
function editServer(call: PanelCall, world: DsmanagerWorld): readonly XmlNode[] {
  if (isConfirmed(call) && readText(call, "elid") === "") return createServer(call, world);
  const server = findRow(world.index().servers, "server", call);
  return isConfirmed(call) ? changeServer(call, world, server) : viewForm(server);
}

function viewForm(server: DsmanagerServer): readonly XmlNode[] {
  return fields({
    id: server.id,
    name: server.name,
    mac: server.mac,
    notes: server.notes,
    type: server.typeId,
    owner: server.ownerId ?? "no_owner",
    disabled: server.isDisabled ? "on" : "off",
    hostname: server.hostname,
    serial: server.serial,
  });
}

/** The form is sent whole: what is left out of these five is refused, not kept. */
function changeServer(call: PanelCall, world: DsmanagerWorld, server: DsmanagerServer): readonly XmlNode[] {
  const mac = sentText(call, "mac").toLowerCase();
  const name = requiredText(call, "name");
  const notes = sentText(call, "notes");
  const typeId = readType(call, world);
  const ownerId = readOwner(call, world);
  if (mac !== server.mac) refuseTakenMac(world, mac);
  if (mac !== server.mac || name !== server.name || notes !== server.notes || typeId !== server.typeId) {
    Object.assign(server, { mac, name, notes, typeId });
    world.record("server-edited", server.id, { name, notes, mac, type: typeId });
  }
  if (ownerId !== server.ownerId) {
    server.ownerId = ownerId;
    world.record("owner-set", server.id, { owner: ownerId });
  }
  world.changed();
  return done;
}

/** Several at once are separated by a comma and a space; none is deleted when one cannot be. */
function deleteServers(call: PanelCall, world: DsmanagerWorld): readonly XmlNode[] {
  const ids = requiredText(call, "elid").split(/,\s*/);
  const servers = ids.map((id) => {
    const server = world.index().servers.get(Number(id));
    if (server === undefined) throw refuseMissing("server", id);
    refuseWhenBusy(world, server);
    return server;
  });
  for (const server of servers) {
    for (const { port } of world.index().cablesOf(server.id)) port.cable = null;
    world.record("server-deleted", server.id, { name: server.name });
  }
  world.site.servers = world.site.servers.filter((server) => !servers.includes(server));
  world.changed();
  return done;
}
