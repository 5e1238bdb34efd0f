import type { AddressFamily } from "../foundation/address-range";

/**
 * Everything that a simulated DSmanager knows, as one JSON document, like its DCImanager 6 neighbour's.
 * Times are milliseconds since 1970 UTC.
 */
export interface DsmanagerSite {
  readonly format: "dsmanager-1";
  name: string;
  /** Next free id of each kind; ids of removed objects are never given out again. */
  nextIds: DsmanagerIds;
  users: DsmanagerUser[];
  locations: NamedRow[];
  racks: DsmanagerRack[];
  serverTypes: NamedRow[];
  images: OsImage[];
  servers: DsmanagerServer[];
  switches: DsmanagerSwitch[];
  pdus: DsmanagerPdu[];
  /** Where new addresses are taken from: `first-last` or a CIDR. */
  addressRanges: string[];
  /** Families that behave as if no address were left. */
  exhausted: AddressFamily[];
  works: Work[];
  /** Filters that stay until they are cleared, by user and function; only generation 5 sets any. */
  filters: Record<string, Record<string, string>>;
}

export interface DsmanagerIds {
  user: number;
  server: number;
  address: number;
  connection: number;
}

export interface NamedRow {
  id: number;
  name: string;
}

export interface DsmanagerUser {
  id: number;
  name: string;
  realName: string;
  /** 16 owns servers; 29 and 30 administer. */
  level: 16 | 29 | 30;
  /** Null: this user cannot sign in. */
  password: string | null;
}

export interface DsmanagerRack extends NamedRow {
  size: number;
  locationId: number;
}

export interface OsImage extends NamedRow {
  type: "os" | "recovery" | "diag";
}

export interface DsmanagerServer {
  id: number;
  name: string;
  hostname: string;
  typeId: number;
  ownerId: number | null;
  mac: string;
  serial: string;
  notes: string;
  locationId: number;
  rackId: number;
  /** The lowest of its units. */
  unit: number;
  height: number;
  runs: boolean;
  /** False: the management controller is silent, so the panel cannot tell or switch the power. */
  controllerAnswers: boolean;
  isDisabled: boolean;
  isBlocked: boolean;
  hasHardwareFault: boolean;
  /** Name of the installed image; empty when there is none. */
  image: string;
  /** Why the last operation failed; null when it did not. */
  failure: string | null;
  ipmi: DsmanagerIpmi | null;
  /** The first is the main one. */
  addresses: DsmanagerAddress[];
}

export interface DsmanagerIpmi {
  connectionId: number;
  ip: string;
  mac: string;
  username: string;
  password: string;
}

export interface DsmanagerAddress {
  id: number;
  ip: string;
  family: AddressFamily;
  domain: string;
}

export interface DsmanagerSwitch extends NamedRow {
  locationId: number;
  rackId: number;
  ports: Port[];
}

export interface DsmanagerPdu extends NamedRow {
  rackId: number;
  ports: Port[];
}

/** A switch port or an outlet. */
export interface Port {
  id: number;
  identity: string;
  isOn: boolean;
  cable: Cable | null;
}

export interface Cable {
  connectionId: number;
  serverId: number;
  isIpmi: boolean;
}

/** What takes its time; plain data, so that it outlives a restart. */
export interface Work {
  serverId: number | null;
  startedAt: number;
  /** Null: it runs until it is cancelled. */
  endsAt: number | null;
  /** The reason for which it will fail, decided when it begins. */
  failsWith: string | null;
  task: WorkTask;
}

export type WorkTask =
  | { kind: "install"; image: string; hostname: string }
  | { kind: "diagnostics" }
  | { kind: "power"; to: "on" | "off" | "reset" }
  | { kind: "port"; connectionId: number | null; device: "switch" | "pdu"; portId: number; isOn: boolean };
