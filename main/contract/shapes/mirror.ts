import { z } from "zod";
import { idShape, instantShape } from "./basics";
import {
  addressFactsShape,
  addressFamilyShape,
  pduConnectionShape,
  serverFactsShape,
  switchConnectionShape,
} from "./panel";

/** A server as kept from its panel, readable while the panel is out of reach. */
export const mirroredServerShape = serverFactsShape.extend({
  moduleId: idShape,
  moduleName: z.string(),
  dataCentreName: z.string(),
  /** When the panel told so. */
  takenAt: instantShape,
  /** The unclosed service that stands on it; null when there is none. */
  serviceId: idShape.nullable(),
  serviceNumber: z.number().int().nullable(),
});
export type MirroredServer = Readonly<z.infer<typeof mirroredServerShape>>;

/** How complete and how old the local copy of one panel is. */
export const mirrorShape = z.object({
  moduleId: idShape,
  moduleName: z.string(),
  servers: z.number().int(),
  addresses: z.number().int(),
  ports: z.number().int(),
  /** When the last complete reading ended; null before the first one. */
  takenAt: instantShape.nullable(),
  /** A reading that goes on: servers read, and how many there are. */
  running: z.object({ done: z.number().int(), total: z.number().int() }).nullable(),
  /** Why the last reading ended early; empty otherwise. What was read before is kept. */
  reason: z.string(),
});
export type Mirror = Readonly<z.infer<typeof mirrorShape>>;

/** Where a server is and what it hangs on. Empty text and null: nobody has told. */
export const whereaboutsShape = z.object({
  moduleId: idShape,
  serverId: z.number().int().nullable(),
  serviceId: idShape.nullable(),
  title: z.string(),
  dataCentre: z.string(),
  location: z.string(),
  rackId: z.number().int().nullable(),
  rack: z.string(),
  units: z.array(z.number().int()),
  /** `card`: the panel does not say, a technician did. */
  rackFrom: z.enum(["panel", "card", "scan", "none"]),
  switchConnections: z.array(switchConnectionShape),
  pduConnections: z.array(pduConnectionShape),
  ipmiAddress: z.string().nullable(),
  mac: z.string(),
  serial: z.string(),
  addresses: z.array(addressFactsShape),
  takenAt: instantShape.nullable(),
  isLive: z.boolean(),
  reason: z.string(),
});
export type Whereabouts = Readonly<z.infer<typeof whereaboutsShape>>;

/** One pool and family: how full, by decimal text, since an IPv6 pool holds more than a double counts. */
export const poolUseShape = z.object({
  moduleId: idShape,
  moduleName: z.string(),
  poolId: z.number().int(),
  name: z.string(),
  family: addressFamilyShape,
  /** CIDR or first–last, as the panel has them; empty where the panel does not tell. */
  networks: z.array(z.string()),
  total: z.string(),
  used: z.string(),
  free: z.string(),
  /** Share of used addresses, 0 to 1. */
  share: z.number(),
  takenAt: instantShape,
});
export type PoolUse = Readonly<z.infer<typeof poolUseShape>>;

/** Free addresses that would come next, lowest first. */
export const nextFreeShape = z.object({
  addresses: z.array(z.string()),
  /** False where the panel does not tell the pool's networks, so that none can be named. */
  isKnown: z.boolean(),
});
