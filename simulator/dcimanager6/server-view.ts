import type { SiteServer } from "../site/site-document";
import { viewAddress } from "./addresses";
import { viewOperation } from "./operations";
import { shownPower } from "./power-rules";
import { linkState } from "./switches";
import type { ReadColumn } from "./where-language";
import type { World } from "./world";

/** A server as its wire object. */
export function viewServer(world: World, server: SiteServer): unknown {
  const index = world.index();
  const owner = server.ownerId === null ? undefined : index.users.get(server.ownerId);
  const rack = server.rackId === null ? undefined : index.racks.get(server.rackId);
  const location = index.locations.get(server.locationId);
  const template = server.templateId === null ? undefined : index.templates.get(server.templateId);
  const operation = server.operationId === null ? undefined : index.operations.get(server.operationId);
  return {
    id: server.id,
    name: server.name,
    domain: server.domain,
    barcode: server.barcode,
    serial: server.serial,
    mac: server.mac,
    notes: server.notes,
    configuration: server.configuration,
    location_id: server.locationId,
    location: location === undefined ? null : { id: location.id, name: location.name },
    rack: rack === undefined ? null : { id: rack.id, name: rack.name },
    unit: server.units.length === 1 ? server.units[0] : server.units,
    owner: owner === undefined ? null : { id: owner.id, email: owner.email },
    owner_email: owner?.email ?? null,
    is_new: server.isNew,
    power_status: shownPower(index, server),
    state: server.state,
    state_info: server.stateInfo,
    operation: operation === undefined ? null : viewOperation(world, operation),
    os_template: template === undefined ? null : { id: template.id, name: template.name, tags: template.tags },
    settings: { efi: true },
    hardware_info: { motherboard: { model: server.motherboard } },
    perform_info: {},
    ip: index.addressesOf(server.id).map((address) => viewAddress(world, address)),
    switch_connection: viewSwitchConnections(world, server.id),
    pdu_connection: viewPduConnections(world, server.id),
    ipmi: viewIpmi(server),
  };
}

/** The columns that filters and sorting use most, read without making the whole view. */
export function serverColumn(world: World): ReadColumn<SiteServer> {
  return (server, column) => {
    switch (column) {
      case "id":
      case "name":
      case "domain":
      case "barcode":
      case "serial":
      case "mac":
      case "notes":
      case "configuration":
      case "state":
        return server[column];
      case "is_new":
        return server.isNew;
      case "location_id":
        return server.locationId;
      case "owner_email":
        return server.ownerId === null ? null : (world.index().users.get(server.ownerId)?.email ?? null);
      case "power_status":
        return shownPower(world.index(), server);
      case "unit":
        return server.units[0] ?? null;
      default:
        return undefined;
    }
  };
}

function viewSwitchConnections(world: World, serverId: number): readonly unknown[] {
  const index = world.index();
  return index.portsOf(serverId).map((placed) => {
    const isIpmi = placed.port.cable?.isIpmi ?? false;
    return {
      id: placed.port.id,
      switch: placed.switch.id,
      switch_name: placed.switch.name,
      connection_id: placed.port.cable?.connectionId,
      description: placed.port.description,
      admin_status: placed.port.admin,
      oper_status: linkState(index, placed),
      do_not_collect_traffic: isIpmi,
      is_ipmi_connection: isIpmi,
    };
  });
}

/** One connection goes out as an object, several as an array: both forms occur, so both are served. */
function viewPduConnections(world: World, serverId: number): unknown {
  const rows = world
    .index()
    .outletsOf(serverId)
    .map(({ pdu, outlet }) => ({
      port_id: outlet.id,
      port_identity: outlet.identity,
      pdu_id: pdu.id,
      pdu_name: pdu.name,
      connection_id: outlet.cable?.connectionId,
      power_status: outlet.polled,
    }));
  return rows.length === 1 ? rows[0] : rows;
}

function viewIpmi({ ipmi }: SiteServer): unknown {
  return ipmi === null ? null : { id: ipmi.id, ip: ipmi.ip, mac: ipmi.mac, handler: ipmi.handler };
}
