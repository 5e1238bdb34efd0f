import type {
  AddressFacts,
  LocationFacts,
  OperationFacts,
  OsImage,
  PanelUser,
  PduFacts,
  PduPort,
  PortStatus,
  PowerState,
  RackFacts,
  RackLayout,
  ServerFacts,
  SwitchFacts,
  SwitchPort,
} from "../../contract/shapes/panel";
import { combineOutlets, serverPower } from "../../domain/power";
import { measureSpace } from "../../domain/rack-space";
import type { Accepted } from "../../ports/gateway";
import { familyOf } from "../../domain/address-range";
import type * as wire from "./wire";

// `ok` and `canceled` are documented ends; a status that nobody has described counts as still running, so that it is waited for.
const goodEnds: readonly string[] = ["ok", "canceled", "cancelled"];
const badEnds: readonly string[] = ["failed", "fail", "error"];
const unfinishedAddresses: readonly string[] = ["allocating", "releasing", "creating", "deleting"];

export function toServerFacts(row: wire.ServerRow): ServerFacts {
  const pduConnections = row.pdu_connection.map((connection) => ({
    connectionId: connection.connection_id,
    pduId: connection.pdu_id,
    pduName: connection.pdu_name,
    portId: connection.port_id,
    outlet: connection.port_identity,
    power: toPowerState(connection.power_status),
  }));
  const operation = row.operation ? toOperationFacts(row.operation) : null;
  const state = row.state.toLowerCase();
  return {
    serverId: row.id,
    name: row.name,
    domain: row.domain,
    barcode: row.barcode,
    serial: row.serial,
    configuration: row.configuration,
    locationId: row.location_id,
    rackId: row.rack?.id ?? null,
    rackName: row.rack?.name ?? "",
    units: [...row.unit].sort((left, right) => left - right),
    power: powerOf(
      row.power_status,
      pduConnections.map((connection) => connection.power),
    ),
    state: row.state,
    stateExplanation: row.state_info,
    ownerEmail: row.owner_email ?? row.owner?.email ?? null,
    operation,
    operatingSystem: row.os_template?.name ?? "",
    mac: row.mac,
    notes: row.notes,
    ipmiAddress: row.ipmi?.ip ?? null,
    ipmiConnectionId: row.ipmi?.id ?? null,
    addresses: row.ip.map(toAddressFacts),
    switchConnections: row.switch_connection.map((connection) => ({
      connectionId: connection.connection_id,
      switchId: connection.switch,
      switchName: connection.switch_name,
      portId: connection.id,
      portName: connection.description,
      adminStatus: toPortStatus(connection.admin_status),
      linkStatus: toPortStatus(connection.oper_status),
      isManagement: connection.is_ipmi_connection,
    })),
    pduConnections,
    serverType: "",
    isDisabled: state.startsWith("suspend"),
    isBlocked: state.includes("maintenance"),
    hasFault: operation?.hasFailed === true || badEnds.includes(state),
    isInDiagnostics: state.startsWith("diag") || (operation?.isRunning === true && operation.name.startsWith("diag")),
  };
}

/** The panel combines outlet and BMC itself; only where it is silent do the outlets alone have to do. */
function powerOf(reported: string | null, outlets: readonly PowerState[]): PowerState {
  return reported === null ? serverPower(combineOutlets(outlets), "unknown") : toPowerState(reported);
}

export function toOperationFacts(row: wire.OperationRow): OperationFacts {
  const status = row.status.toLowerCase();
  const percents = row.progress_info.flatMap(({ percent }) => (typeof percent === "number" ? [percent] : []));
  return {
    operationId: row.id,
    name: row.name,
    status: row.status,
    isRunning: !goodEnds.includes(status) && !badEnds.includes(status),
    hasFailed: badEnds.includes(status),
    percent: percents.at(-1) ?? null,
    explanation: row.status_info,
  };
}

export function toAddressFacts(row: wire.ServerAddressRow): AddressFacts {
  return {
    addressId: row.id,
    address: row.name,
    family: row.family ?? familyOf(row.name),
    gateway: row.gateway,
    network: row.network,
    domain: row.domain,
    status: row.status,
    isReady: !unfinishedAddresses.includes(row.status.toLowerCase()),
  };
}

export function toAccepted(answer: { readonly task: number | null } | null): Accepted {
  const task = answer?.task ?? null;
  return { operationId: task !== null && task > 0 ? task : null };
}

export function toRackFacts(row: wire.RackRow): RackFacts {
  return {
    rackId: row.id,
    name: row.name,
    size: row.size,
    locationId: row.location_id,
    poolId: row.ip_pool,
    deviceCount: row.device_count,
    note: row.note,
    freeUnits: null,
    longestFreeRun: null,
  };
}

export function toRackLayout(row: wire.RackWithUnits): RackLayout {
  const units = row.units.map(({ unit, state, server, reserved_until: reservedUntil }) => ({
    unit,
    state: toUnitState(state),
    serverId: server?.id ?? null,
    serverName: server?.name ?? "",
    reservedUntil,
  }));
  return { ...toRackFacts(row), ...measureSpace(units), units };
}

/** A word that nobody has described must not offer the unit as free. */
function toUnitState(state: string): RackLayout["units"][number]["state"] {
  switch (state) {
    case "free":
    case "occupied":
    case "reserved":
      return state;
    default:
      return "service";
  }
}

export function toLocationFacts(row: wire.LocationRow): LocationFacts {
  return { locationId: row.id, name: row.name, poolId: row.ip_pool };
}

export function toSwitchFacts(row: wire.SwitchRow): SwitchFacts {
  return { switchId: row.id, name: row.name, locationId: row.location_id, rackName: row.rack?.name ?? "" };
}

export function toSwitchPort(row: wire.SwitchPortRow): SwitchPort {
  return {
    portId: row.id,
    name: row.description,
    adminStatus: toPortStatus(row.admin_status),
    linkStatus: toPortStatus(row.oper_status),
    serverId: row.server?.id ?? null,
    serverName: row.server?.name ?? "",
  };
}

export function toPduFacts(row: wire.PduRow): PduFacts {
  return { pduId: row.id, name: row.name, rackName: row.rack?.name ?? "" };
}

export function toPduPort(row: wire.PduPortRow): PduPort {
  return {
    portId: row.id,
    outlet: row.identity,
    power: toPowerState(row.power_status),
    serverId: row.server?.id ?? null,
    serverName: row.server?.name ?? "",
  };
}

/** Roles are seen as `@admin` and in the form `[@admin]`. */
export function toPanelUser(row: wire.UserRow): PanelUser {
  return {
    userId: row.id,
    email: row.email,
    fullName: row.full_name,
    isAdministrator: row.roles.some((role) => /^\[?@admin\]?$/.test(role)),
  };
}

export function toOsImage(row: wire.TemplateRow): OsImage {
  return { name: row.name, tags: row.tags };
}

function toPowerState(word: string | null): PowerState {
  const lower = word?.toLowerCase();
  return lower === "on" || lower === "off" ? lower : "unknown";
}

function toPortStatus(word: string): PortStatus {
  const lower = word.toLowerCase();
  return lower === "up" || lower === "down" ? lower : "unknown";
}
