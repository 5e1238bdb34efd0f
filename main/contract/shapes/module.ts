import { z } from "zod";
import { idShape, instantShape, lineShape, revisionShape } from "./basics";
import {
  certificateShape,
  locationFactsShape,
  poolFactsShape,
  rackFactsShape,
  panelUserShape,
  osImageShape,
  presetShape,
  switchFactsShape,
  pduFactsShape,
} from "./panel";
import { productTypeShape } from "./tariff";

export const moduleTypeShape = z.enum(["dcimanager6-colocation", "dsmanager", "manual"]);
export type ModuleType = z.infer<typeof moduleTypeShape>;

/** Route name → `METHOD path`, replacing a guessed route of the client for one installation. */
export const routeOverridesShape = z.record(z.string().max(60), z.string().max(200));

/** How a panel of the DSmanager family speaks: generation 4, or generation 5 as its successor DCImanager 5. */
export const dialectShape = z.enum(["dsmanager", "dcimanager5"]);
export type Dialect = z.infer<typeof dialectShape>;

/** What a module is, apart from the records of its own profile that it points at. */
export const moduleCoreShape = z.object({
  type: moduleTypeShape,
  /** One module processes one service type; chosen once. */
  productType: productTypeShape,
  /** Null but for `dsmanager`. */
  dialect: dialectShape.nullable(),
  name: lineShape(80),
  /** Empty for `manual`, which has no panel. */
  url: z.string().max(300),
  username: z.string().max(200),
  /** The panel's location that the data centre stands for; null when the panel has one location only. */
  locationId: z.number().int().nullable(),
  /** The lowest sort that can serve an order is chosen. */
  sort: z.number().int().min(0).max(10_000),
  isActive: z.boolean(),
  routeOverrides: routeOverridesShape,
});

/** A processing module: one panel, one service type, one department. Never carries the password. */
export const moduleShape = z.object({
  id: idShape,
  revision: revisionShape,
  ...moduleCoreShape.shape,
  certificate: certificateShape.nullable(),
  dataCentreId: idShape,
  departmentId: idShape,
  /** When the configuration was last read from the panel; null before the first time. */
  configurationTakenAt: instantShape.nullable(),
});
export type Module = Readonly<z.infer<typeof moduleShape>>;

export const moduleRowShape = moduleShape.extend({
  /** Differences between the panel and the configuration as last read; 0 while none are known. */
  pendingChanges: z.number().int(),
  /** Tariffs that name it and services that were ever opened on it: any of them keeps it from being removed. */
  tariffCount: z.number().int(),
  serviceCount: z.number().int(),
});
export type ModuleRow = Readonly<z.infer<typeof moduleRowShape>>;

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

export const connectionInputShape = z
  .object({
    type: moduleTypeShape.exclude(["manual"]).default("dcimanager6-colocation"),
    dialect: dialectShape.nullable().default(null),
    url: urlShape,
    username: lineShape(200),
    password: z.string().min(1, "Required").max(500),
    /** Fingerprint of a certificate that the operator has looked at and accepted. */
    trustedFingerprint: z.string().nullable().default(null),
    routeOverrides: routeOverridesShape.default({}),
  })
  .refine(({ type, username }) => type !== "dcimanager6-colocation" || z.email().safeParse(username).success, {
    message: "The administrator's e-mail address",
    path: ["username"],
  })
  .refine(({ type, dialect }) => (type === "dsmanager") === (dialect !== null), {
    message: "Choose DSmanager or DCImanager 5",
    path: ["dialect"],
  });
export type ConnectionInput = z.infer<typeof connectionInputShape>;

/** One route or function that the client uses, held against what the panel tells of itself. */
export const routeCheckShape = z.object({
  /** The client's own name for it, as in the overrides. */
  name: z.string(),
  /** `METHOD path`, or the function. */
  wire: z.string(),
  /** `differs`: the panel has the path, but not this method or body. `not-checked`: it would change something, or nothing tells. */
  state: z.enum(["found", "missing", "differs", "not-checked"]),
  isOverridden: z.boolean(),
  /** Another wording that did answer and could be taken as an override; empty when none is known. */
  suggestion: z.string(),
  remark: z.string(),
});
export type RouteCheck = Readonly<z.infer<typeof routeCheckShape>>;
export const routeReportShape = z.object({
  checkedAt: instantShape,
  /** What the routes were held against; empty when the panel tells nothing of itself. */
  source: z.string(),
  routes: z.array(routeCheckShape),
});

/** What the panel told when the connection was tried. */
export const connectionReportShape = z.object({
  signedInAs: z.string(),
  serverCount: z.number().int(),
  locations: z.array(locationFactsShape),
  presets: z.array(presetShape),
  certificate: certificateShape.nullable(),
  /** Which functions answered, where the client asked them one by one; null where it did not. */
  routes: z.array(routeCheckShape).nullable(),
});

export const moduleInputShape = z.object({
  type: moduleTypeShape,
  productType: productTypeShape.default("colocation"),
  name: lineShape(80),
  /** Null for `manual` and for nothing else. */
  connection: connectionInputShape.nullable().default(null),
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
  osImages: z.array(osImageShape).default([]),
  /** Every server type of the panel with its servers; shown as `Preset NAME` while one is without owner. */
  presets: z.array(presetShape).default([]),
});
export type ModuleConfiguration = Readonly<z.infer<typeof moduleConfigurationShape>>;

/** In the order in which they are read. */
export const configurationPartShape = z.enum([
  "locations",
  "racks",
  "pools",
  "switches",
  "pdus",
  "users",
  "osImages",
  "presets",
]);
export type ConfigurationPart = z.infer<typeof configurationPartShape>;

/** One thing of the panel that is not as the configuration has it. Counts that change by themselves are no difference. */
export const configurationChangeShape = z.object({
  part: configurationPartShape,
  change: z.enum(["added", "removed", "changed"]),
  name: z.string(),
  /** In words; empty where there is nothing to tell. */
  before: z.string(),
  after: z.string(),
});
export type ConfigurationChange = Readonly<z.infer<typeof configurationChangeShape>>;

export const configurationReportShape = z.object({
  configuration: moduleConfigurationShape,
  /** What the last reading changed. */
  lastChanges: z.array(configurationChangeShape),
  /** When the panel was last compared with the configuration. */
  checkedAt: instantShape,
  /** What a reading would change now; the configuration is stale while there is anything. */
  pendingChanges: z.array(configurationChangeShape),
});
export type ConfigurationReport = Readonly<z.infer<typeof configurationReportShape>>;

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
