import { z } from "zod";

/**
 * Facts that a panel reports, in Rackside's own words. Both panel families are mapped to these shapes;
 * nothing outside `remote/` knows a panel's field names.
 */
export const addressFamilyShape = z.enum(["ipv4", "ipv6"]);
export type AddressFamily = z.infer<typeof addressFamilyShape>;

export const powerStateShape = z.enum(["on", "off", "unknown"]);
export type PowerState = z.infer<typeof powerStateShape>;

export const portStatusShape = z.enum(["up", "down", "unknown"]);
export type PortStatus = z.infer<typeof portStatusShape>;

export const addressFactsShape = z.object({
  addressId: z.number().int(),
  /** With prefix length only when the panel gives one. */
  address: z.string(),
  family: addressFamilyShape,
  gateway: z.string().nullable(),
  network: z.string().nullable(),
  domain: z.string().nullable(),
  /** The panel's own word, for example `allocating`. */
  status: z.string(),
  /** False while the panel is still allocating or releasing it. */
  isReady: z.boolean(),
});
export type AddressFacts = Readonly<z.infer<typeof addressFactsShape>>;

export const switchConnectionShape = z.object({
  connectionId: z.number().int(),
  switchId: z.number().int(),
  switchName: z.string(),
  portId: z.number().int(),
  portName: z.string(),
  /** What was commanded. */
  adminStatus: portStatusShape,
  /** What the link shows. */
  linkStatus: portStatusShape,
  /** A port that carries IPMI/BMC traffic; it is never shut. */
  isManagement: z.boolean(),
});
export type SwitchConnection = Readonly<z.infer<typeof switchConnectionShape>>;

export const pduConnectionShape = z.object({
  connectionId: z.number().int(),
  pduId: z.number().int(),
  pduName: z.string(),
  portId: z.number().int(),
  outlet: z.string(),
  /** Polled by the panel every five minutes, so it may lag. */
  power: powerStateShape,
});
export type PduConnection = Readonly<z.infer<typeof pduConnectionShape>>;

export const operationFactsShape = z.object({
  operationId: z.number().int(),
  name: z.string(),
  status: z.string(),
  isRunning: z.boolean(),
  /** True for an ended operation that did not succeed and was not cancelled. */
  hasFailed: z.boolean(),
  percent: z.number().nullable(),
  /** The panel's own explanation, empty when it gives none. */
  explanation: z.string(),
});
export type OperationFacts = Readonly<z.infer<typeof operationFactsShape>>;

export const serverFactsShape = z.object({
  serverId: z.number().int(),
  name: z.string(),
  domain: z.string(),
  barcode: z.string(),
  serial: z.string(),
  configuration: z.string(),
  locationId: z.number().int().nullable(),
  rackId: z.number().int().nullable(),
  rackName: z.string(),
  units: z.array(z.number().int()),
  power: powerStateShape,
  /** The panel's own state words. */
  state: z.string(),
  stateExplanation: z.string(),
  ownerEmail: z.string().nullable(),
  operation: operationFactsShape.nullable(),
  operatingSystem: z.string(),
  mac: z.string(),
  notes: z.string(),
  ipmiAddress: z.string().nullable(),
  ipmiConnectionId: z.number().int().nullable(),
  addresses: z.array(addressFactsShape),
  switchConnections: z.array(switchConnectionShape),
  pduConnections: z.array(pduConnectionShape),
  /** Server type, which names the preset it can be sold under; empty where the panel has none. */
  serverType: z.string().default(""),
  /** Suspended: the panel keeps it from its owner. */
  isDisabled: z.boolean().default(false),
  /** Taken out of use by the panel's staff. */
  isBlocked: z.boolean().default(false),
  /** The panel reports a fault of the hardware, or its last operation failed. */
  hasFault: z.boolean().default(false),
  isInDiagnostics: z.boolean().default(false),
});
export type ServerFacts = Readonly<z.infer<typeof serverFactsShape>>;

export const poolFactsShape = z.object({
  poolId: z.number().int(),
  name: z.string(),
  /** Decimal text: an IPv6 pool holds more addresses than a double counts. Null where the pool has none of the family. */
  freeIpv4: z.string().nullable(),
  freeIpv6: z.string().nullable(),
  total: z.string(),
  used: z.string(),
});
export type PoolFacts = Readonly<z.infer<typeof poolFactsShape>>;

export const rackUnitShape = z.object({
  unit: z.number().int(),
  state: z.enum(["free", "occupied", "reserved", "service"]),
  serverId: z.number().int().nullable(),
  serverName: z.string(),
  /** ISO date until which a reserved unit is held, empty when not reserved. */
  reservedUntil: z.string(),
});
export const rackFactsShape = z.object({
  rackId: z.number().int(),
  name: z.string(),
  size: z.number().int(),
  locationId: z.number().int().nullable(),
  poolId: z.number().int().nullable(),
  deviceCount: z.number().int(),
  note: z.string(),
  /** Free units, and the longest run of them side by side; null while the rack's units have not been read. */
  freeUnits: z.number().int().nullable().default(null),
  longestFreeRun: z.number().int().nullable().default(null),
});
export type RackFacts = Readonly<z.infer<typeof rackFactsShape>>;
export const rackLayoutShape = rackFactsShape.extend({ units: z.array(rackUnitShape) });
export type RackLayout = Readonly<z.infer<typeof rackLayoutShape>>;

export const locationFactsShape = z.object({
  locationId: z.number().int(),
  name: z.string(),
  poolId: z.number().int().nullable(),
});
export type LocationFacts = Readonly<z.infer<typeof locationFactsShape>>;

export const switchFactsShape = z.object({
  switchId: z.number().int(),
  name: z.string(),
  locationId: z.number().int().nullable(),
  rackName: z.string(),
});
export type SwitchFacts = Readonly<z.infer<typeof switchFactsShape>>;

export const switchPortShape = z.object({
  portId: z.number().int(),
  name: z.string(),
  adminStatus: portStatusShape,
  linkStatus: portStatusShape,
  serverId: z.number().int().nullable(),
  serverName: z.string(),
});
export type SwitchPort = Readonly<z.infer<typeof switchPortShape>>;

export const pduFactsShape = z.object({ pduId: z.number().int(), name: z.string(), rackName: z.string() });
export type PduFacts = Readonly<z.infer<typeof pduFactsShape>>;

export const pduPortShape = z.object({
  portId: z.number().int(),
  outlet: z.string(),
  power: powerStateShape,
  serverId: z.number().int().nullable(),
  serverName: z.string(),
});
export type PduPort = Readonly<z.infer<typeof pduPortShape>>;

export const panelUserShape = z.object({
  userId: z.number().int(),
  email: z.string(),
  fullName: z.string(),
  isAdministrator: z.boolean(),
});
export type PanelUser = Readonly<z.infer<typeof panelUserShape>>;

/** Something that can be installed on a server. Its name is what an enumeration's item must equal. */
export const osImageShape = z.object({ name: z.string(), tags: z.array(z.string()) });
export type OsImage = Readonly<z.infer<typeof osImageShape>>;

/** What BILLmanager shows as `Preset NAME`: a server type with the servers of it that nobody owns. */
export const presetShape = z.object({
  name: z.string(),
  /** Servers without owner that are fit for use now. */
  free: z.number().int(),
  /** Servers without owner, unfit ones included. */
  ownerless: z.number().int(),
  total: z.number().int(),
});
export type Preset = Readonly<z.infer<typeof presetShape>>;

/** Certificate that a panel presented; instants in milliseconds UTC. */
export const certificateShape = z.object({
  /** SHA-256 over the DER form, upper-case hex pairs joined by colons. */
  fingerprint: z.string().regex(/^([0-9A-F]{2}:){31}[0-9A-F]{2}$/),
  subject: z.string(),
  issuer: z.string(),
  validFrom: z.number().int(),
  validTo: z.number().int(),
});
export type Certificate = Readonly<z.infer<typeof certificateShape>>;
