import type {
  AddressFacts,
  OperationFacts,
  PanelUser,
  PduConnection,
  PduFacts,
  PduPort,
  PortStatus,
  PowerState,
  RackFacts,
  ServerFacts,
  SwitchConnection,
  SwitchFacts,
  SwitchPort,
} from "../../contract/shapes/panel";
import { familyOf } from "../../domain/address-range";
import type { ServerDetails } from "../../ports/gateway";
import type { Place } from "./places";
import type * as wire from "./wire";

/** Levels of accounts: 16 is a server's owner, 29 and 30 run the panel [seen in code: 460s/ispsystem_whmcs_modules]. */
const administratorLevel = 29;

/** The answers about one server beside its row of the list. */
export interface ServerAnswers {
  readonly form: wire.ServerForm;
  readonly addresses: readonly wire.AddressRow[];
  readonly connections: readonly wire.ConnectionRow[];
  readonly percent: number | null;
}

export function toServerFacts(row: wire.ServerRow, place: Place, answers: ServerAnswers | null): ServerFacts {
  const details = answers && toServerDetails(answers, row.ip);
  const serverType = row.chassis_templ || row.type;
  return {
    serverId: row.id,
    name: details?.name || row.name || row.hostname,
    domain: row.hostname || (answers?.form.hostname ?? ""),
    barcode: "",
    serial: row.serial || (details?.serial ?? ""),
    configuration: serverType,
    locationId: row.location,
    rackId: place.rackId,
    rackName: place.rackName,
    units: place.units,
    power: powerOf(row),
    state: stateOf(row),
    stateExplanation: row.operation_failed ?? "",
    ownerEmail: row.owner === "" ? null : row.owner,
    operation: operationOf(row, answers?.percent ?? null),
    operatingSystem: row.ostemplate,
    mac: row.mac || (details?.mac ?? ""),
    notes: details?.notes ?? "",
    ipmiAddress: details?.ipmiAddress ?? null,
    ipmiConnectionId: details?.ipmiConnectionId ?? null,
    addresses: details?.addresses ?? [],
    switchConnections: details?.switchConnections ?? [],
    pduConnections: details?.pduConnections ?? [],
    serverType,
    isDisabled: row.disabled || row.status === "suspended",
    isBlocked: row.blocked,
    hasFault: row.hwproblem || row.powererror || row.operation_failed !== null || row.status === "error",
    isInDiagnostics: row.diag_in_progress,
  };
}

/** @param main The address that the list names, which comes first. */
export function toServerDetails(
  { form, addresses, connections }: Omit<ServerAnswers, "percent">,
  main = "",
): ServerDetails {
  const ipmi = connections.find(({ type }) => type === "ipmi");
  return {
    name: form.name,
    mac: form.mac,
    serial: form.serial,
    notes: form.notes,
    ipmiAddress: ipmi && ipmi.ip !== "" ? ipmi.ip : null,
    ipmiConnectionId: ipmi?.id ?? null,
    addresses: mainFirst(addresses, main).map(toAddressFacts),
    switchConnections: connections.flatMap(toSwitchConnection),
    pduConnections: connections.flatMap(toPduConnection),
  };
}

/** The main address as far as the list tells: without an id, in whose place stands one that no address can have. */
export function toMainAddress({ id, ip }: wire.ServerRow): AddressFacts[] {
  return ip === "" ? [] : [toAddressFacts({ id: -id, ip, domain: "", family: "" })];
}

/** The courier never frees the first. */
function mainFirst(addresses: readonly wire.AddressRow[], main: string): wire.AddressRow[] {
  return [...addresses].sort((left, right) => Number(right.ip === main) - Number(left.ip === main));
}

/** The server's single operation, which goes by the server's id. */
export function toOperationFacts(row: wire.ServerRow, percent: number | null): OperationFacts {
  const none = { name: "", status: "ok", isRunning: false, hasFailed: false, percent: null, explanation: "" };
  return operationOf(row, percent) ?? { operationId: row.id, ...none };
}

export function isAtWork(row: wire.ServerRow): boolean {
  return isInstalling(row) || row.diag_in_progress;
}

export function toPercent(progress: string): number | null {
  const [, digits] = /(\d{1,3})(?:[.,]\d+)?\s*%/.exec(progress) ?? [];
  const percent = Number(digits);
  return digits !== undefined && percent <= 100 ? percent : null;
}

export function toAddressFacts(row: wire.AddressRow): AddressFacts {
  return {
    addressId: row.id,
    address: row.ip,
    family: row.family === "ipv4" || row.family === "ipv6" ? row.family : familyOf(row.ip),
    gateway: null,
    network: null,
    domain: row.domain === "" ? null : row.domain,
    status: "",
    isReady: true,
  };
}

export function toRackFacts(row: wire.RackRow): RackFacts {
  return {
    rackId: row.id,
    name: row.name,
    size: row.size,
    locationId: row.location,
    poolId: null,
    deviceCount: 0,
    note: "",
    freeUnits: null,
    longestFreeRun: null,
  };
}

export function toSwitchFacts(row: wire.SwitchRow): SwitchFacts {
  return { switchId: row.id, name: row.name, locationId: row.location, rackName: row.rack };
}

export function toSwitchPort(row: wire.SwitchPortRow): SwitchPort {
  return {
    portId: row.id,
    name: row.identity,
    adminStatus: toPortStatus(row.admin),
    linkStatus: toPortStatus(row.link),
    serverId: row.server,
    serverName: row.serverhname,
  };
}

export function toPduFacts(row: wire.PduRow): PduFacts {
  return { pduId: row.id, name: row.name, rackName: row.rack };
}

export function toPduPort(row: wire.PduPortRow): PduPort {
  return {
    portId: row.id,
    outlet: row.identity,
    power: toPowerState(row.power),
    serverId: row.server,
    serverName: row.serverhname,
  };
}

export function toPanelUser(row: wire.UserRow): PanelUser {
  return {
    userId: row.id,
    email: row.name,
    fullName: row.realname,
    isAdministrator: Number(row.level) >= administratorLevel,
  };
}

/** The flags say it; where there is none, the word that generation 4 has as well. */
function powerOf(row: wire.ServerRow): PowerState {
  if (row.powererror || (row.poweron && row.poweroff)) return "unknown";
  if (row.poweron) return "on";
  return row.poweroff ? "off" : toPowerState(row.status);
}

function isInstalling(row: wire.ServerRow): boolean {
  return row.install_in_progress || row.status === "installing";
}

function stateOf(row: wire.ServerRow): string {
  const words = [
    ...(isInstalling(row) ? ["installing"] : []),
    ...(row.diag_in_progress ? ["diagnostics"] : []),
    ...(row.disabled ? ["disabled"] : []),
    ...(row.blocked ? ["blocked"] : []),
    ...(row.hwproblem ? ["hardware problem"] : []),
    ...(row.powererror ? ["power error"] : []),
    ...(row.operation_failed === null ? [] : ["operation failed"]),
  ];
  return words.length > 0 ? words.join(", ") : row.status;
}

function operationOf(row: wire.ServerRow, percent: number | null): OperationFacts | null {
  const operation = { operationId: row.id, explanation: row.operation_failed ?? "" };
  if (isAtWork(row)) {
    const name = isInstalling(row) ? "install" : "diagnostics";
    return { ...operation, name, status: "running", isRunning: true, hasFailed: false, percent, explanation: "" };
  }
  if (row.operation_failed === null) return null;
  return { ...operation, name: "operation", status: "failed", isRunning: false, hasFailed: true, percent: null };
}

function toSwitchConnection(row: wire.ConnectionRow): SwitchConnection[] {
  const { type, device_id: switchId, port_id: portId } = row;
  if (type !== "switch" || switchId === null || portId === null) return [];
  const adminStatus = row.func_in_progress ? "unknown" : toPortStatus(row.admin);
  return [
    {
      connectionId: row.id,
      switchId,
      switchName: row.device,
      portId,
      portName: row.port,
      adminStatus,
      linkStatus: toPortStatus(row.link),
      isManagement: row.is_ipmi,
    },
  ];
}

function toPduConnection(row: wire.ConnectionRow): PduConnection[] {
  const { type, device_id: pduId, port_id: portId } = row;
  if (type !== "pdu" || pduId === null || portId === null) return [];
  return [
    { connectionId: row.id, pduId, pduName: row.device, portId, outlet: row.port, power: toPowerState(row.admin) },
  ];
}

function toPortStatus(word: string): PortStatus {
  switch (word.toLowerCase()) {
    case "on":
    case "up":
      return "up";
    case "off":
    case "down":
      return "down";
    default:
      return "unknown";
  }
}

function toPowerState(word: string): PowerState {
  switch (word.toLowerCase()) {
    case "on":
    case "1":
      return "on";
    case "off":
    case "0":
      return "off";
    default:
      return "unknown";
  }
}
