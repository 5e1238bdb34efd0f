import { z } from "zod";
import { idShape, instantShape, lineShape, revisionShape } from "./basics";
import {
  certificateShape,
  locationFactsShape,
  poolFactsShape,
  rackFactsShape,
  panelUserShape,
  switchFactsShape,
  pduFactsShape,
} from "./panel";

export const moduleTypeShape = z.enum(["dcimanager6-colocation"]);
export type ModuleType = z.infer<typeof moduleTypeShape>;

/** Route name → `METHOD path`, replacing a guessed route of the client for one installation. */
export const routeOverridesShape = z.record(z.string().max(60), z.string().max(200));

/** A processing module: one panel, one service type, one department. Never carries the password. */
export const moduleShape = z.object({
  id: idShape,
  revision: revisionShape,
  type: moduleTypeShape,
  name: z.string(),
  url: z.string(),
  username: z.string(),
  certificate: certificateShape.nullable(),
  dataCentreId: idShape,
  departmentId: idShape,
  /** The panel's location that the data centre stands for; null when the panel has one location only. */
  locationId: z.number().int().nullable(),
  /** The lowest sort that can serve an order is chosen. */
  sort: z.number().int(),
  isActive: z.boolean(),
  routeOverrides: routeOverridesShape,
  /** When the configuration was last read from the panel; null before the first time. */
  configurationTakenAt: instantShape.nullable(),
});
export type Module = Readonly<z.infer<typeof moduleShape>>;

const urlShape = z
  .string()
  .trim()
  .max(300)
  .refine(isPanelUrl, "Enter an address such as https://dci.example.net (http only for this machine)");

/** https anywhere, http only on the loopback interface, no credentials, query or fragment. */
export function isPanelUrl(text: string): boolean {
  const match = /^(https?):\/\/(\[[0-9a-f:]+\]|[^\s/@:?#[\]]+)(:\d{1,5})?(\/[^\s?#]*)?$/i.exec(text);
  if (!match) return false;
  const host = (match[2] ?? "").toLowerCase();
  return match[1]?.toLowerCase() === "https" || ["127.0.0.1", "localhost", "[::1]"].includes(host);
}

export const connectionInputShape = z.object({
  url: urlShape,
  username: z.email("The administrator's e-mail address").max(200),
  password: z.string().min(1, "Required").max(500),
  /** Fingerprint of a certificate that the operator has looked at and accepted. */
  trustedFingerprint: z.string().nullable().default(null),
  routeOverrides: routeOverridesShape.default({}),
});
export type ConnectionInput = z.infer<typeof connectionInputShape>;

/** What the panel told when the connection was tried. */
export const connectionReportShape = z.object({
  signedInAs: z.string(),
  serverCount: z.number().int(),
  locations: z.array(locationFactsShape),
  certificate: certificateShape.nullable(),
});

export const moduleInputShape = z.object({
  type: moduleTypeShape,
  name: lineShape(80),
  connection: connectionInputShape,
  dataCentreId: idShape,
  departmentId: idShape,
  locationId: z.number().int().nullable().default(null),
  sort: z.number().int().min(0).max(10_000).default(10),
});

export const moduleSaveShape = z.object({
  id: idShape,
  revision: revisionShape,
  name: lineShape(80),
  dataCentreId: idShape,
  departmentId: idShape,
  locationId: z.number().int().nullable(),
  sort: z.number().int().min(0).max(10_000),
  isActive: z.boolean(),
  /** Present only when the connection is to change; it is tried before it is saved. */
  connection: connectionInputShape.optional(),
});

/** The panel's configuration as last read; answers questions while the panel is out of reach. */
export const moduleConfigurationShape = z.object({
  takenAt: instantShape,
  locations: z.array(locationFactsShape),
  racks: z.array(rackFactsShape),
  pools: z.array(poolFactsShape),
  switches: z.array(switchFactsShape),
  pdus: z.array(pduFactsShape),
  users: z.array(panelUserShape),
});
export type ModuleConfiguration = Readonly<z.infer<typeof moduleConfigurationShape>>;

export const linkStateShape = z.enum([
  "unknown",
  "up",
  "down",
  "asleep",
  "needs-sign-in",
  "untrusted-certificate",
  "off",
]);
export type LinkState = z.infer<typeof linkStateShape>;

/** Is the panel of a module reachable right now. */
export const linkShape = z.object({
  moduleId: idShape,
  moduleName: z.string(),
  state: linkStateShape,
  since: instantShape,
  lastSuccessAt: instantShape.nullable(),
  nextProbeAt: instantShape.nullable(),
  /** Why it is not up, empty otherwise. */
  reason: z.string(),
  /** Actions of this module that have not ended, those that need attention included. */
  waiting: z.number().int(),
  needsAttention: z.number().int(),
  /** Who paused sending to this panel; reading goes on. */
  heldBy: z.string().nullable(),
});
export type Link = Readonly<z.infer<typeof linkShape>>;
