import type { AddressFamily } from "../foundation/address-range";

/**
 * Everything that a simulated panel knows, as one JSON document: it is what a generator makes, what the panel
 * changes and what a state file keeps. Times are milliseconds since 1970 UTC.
 */
export interface SiteDocument {
  readonly format: 1;
  name: string;
  /** Next free id of each kind; ids of removed objects are never given out again. */
  nextIds: NextIds;
  /** When the panel last asked the PDUs for the state of their outlets. */
  pdusPolledAt: number;
  users: SiteUser[];
  locations: SiteLocation[];
  racks: SiteRack[];
  servers: SiteServer[];
  switches: SiteSwitch[];
  pdus: SitePdu[];
  pools: SitePool[];
  addresses: SiteAddress[];
  operations: SiteOperation[];
  templates: SiteTemplate[];
}

export interface NextIds {
  user: number;
  server: number;
  address: number;
  operation: number;
  connection: number;
  ipmi: number;
}

export interface SiteUser {
  id: number;
  email: string;
  fullName: string;
  role: "@admin" | "@user";
  /** Null: this user cannot sign in. */
  password: string | null;
}

export interface SiteLocation {
  id: number;
  name: string;
  poolId: number | null;
}

export interface SiteRack {
  id: number;
  name: string;
  size: number;
  note: string;
  locationId: number;
  poolId: number | null;
  marks: UnitMark[];
}

/** A unit that no server may take: service for ever, reserved until a day. */
export interface UnitMark {
  unit: number;
  state: "service" | "reserved";
  until: string | null;
}

export interface SiteServer {
  id: number;
  name: string;
  domain: string;
  locationId: number;
  rackId: number | null;
  units: number[];
  barcode: string;
  serial: string;
  mac: string;
  notes: string;
  configuration: string;
  motherboard: string;
  ownerId: number | null;
  isNew: boolean;
  state: "active" | "operation_failed";
  stateInfo: string;
  /** Whether the machine really runs, whatever its panel believes. */
  runs: boolean;
  ipmi: SiteIpmi | null;
  templateId: number | null;
  operationId: number | null;
}

export interface SiteIpmi {
  id: number;
  ip: string;
  mac: string;
  handler: string;
  login: string;
  password: string;
  answers: boolean;
}

export interface SiteSwitch {
  id: number;
  name: string;
  locationId: number;
  rackId: number | null;
  ports: SwitchPort[];
}

export interface SwitchPort {
  id: number;
  description: string;
  admin: "up" | "down";
  cable: SwitchCable | null;
}

export interface SwitchCable {
  connectionId: number;
  serverId: number;
  isIpmi: boolean;
}

export interface SitePdu {
  id: number;
  name: string;
  locationId: number;
  rackId: number | null;
  outlets: Outlet[];
}

export interface Outlet {
  id: number;
  identity: string;
  /** The real state of the outlet. */
  relay: "on" | "off";
  /** What the panel saw when it last asked. */
  polled: "on" | "off" | "unknown";
  cable: OutletCable | null;
}

export interface OutletCable {
  connectionId: number;
  serverId: number;
}

export interface SitePool {
  id: number;
  name: string;
  note: string;
  ranges: PoolRange[];
  /** Behave as if empty: refuse at once, or accept and let the operation fail. */
  pretendsEmpty: "at-once" | "late" | null;
}

export interface PoolRange {
  id: number;
  /** `first-last` or a CIDR. */
  name: string;
  family: AddressFamily;
  networkId: number;
  network: string;
  gateway: string;
}

export interface SiteAddress {
  id: number;
  address: string;
  family: AddressFamily;
  poolId: number;
  serverId: number | null;
  domain: string;
  status: "allocating" | "allocated" | "releasing";
}

export interface SiteOperation {
  id: number;
  serverId: number | null;
  name: string;
  stage: string;
  status: "running" | "ok" | "failed" | "canceled";
  message: string | null;
  startedAt: number;
  /** Null: it runs until it is cancelled. */
  endsAt: number | null;
  /** The message with which it will fail, decided when it begins. */
  failsWith: string | null;
  work: OperationWork;
}

/** What an operation does when it ends well; plain data, so that it outlives a restart. */
export type OperationWork =
  | { kind: "power"; action: "power_on" | "power_off" | "power_reset" }
  | { kind: "allocate"; addressIds: number[] }
  | { kind: "release"; addressId: number }
  | { kind: "port"; portId: number; admin: "up" | "down" }
  | { kind: "install"; templateId: number }
  | { kind: "nothing" };

export interface SiteTemplate {
  id: number;
  name: string;
  tags: string[];
}
