import { z } from "zod";
import { idShape, instantShape, optionalLineShape, revisionShape } from "./basics";
import { actionShape } from "./action";
import { sortShape, taskSortColumns } from "./list";
import { moduleTypeShape } from "./module";
import { rackPlanShape } from "./rack";
import { serviceRowShape } from "./service";
import { productTypeShape } from "./tariff";

export const taskKindShape = z.enum(["set-up", "assign-addresses", "suspend", "resume", "change", "close"]);
export type TaskKind = z.infer<typeof taskKindShape>;

/** `running`: nobody has to do anything, the steps are on their way to the panel. */
export const taskStateShape = z.enum(["open", "in-work", "running", "done", "cancelled"]);
export type TaskState = z.infer<typeof taskStateShape>;

export const taskShape = z.object({
  id: idShape,
  revision: revisionShape,
  /** Counts up within the profile; shown as `T-17`. */
  number: z.number().int(),
  kind: taskKindShape,
  state: taskStateShape,
  serviceId: idShape,
  departmentId: idShape,
  /** Who accepted it; null while it is free to take, `Rackside` for automatic work. */
  performer: z.string().nullable(),
  acceptedAt: instantShape.nullable(),
  createdAt: instantShape,
  endedAt: instantShape.nullable(),
});
export type Task = Readonly<z.infer<typeof taskShape>>;

export const taskRowShape = taskShape.extend({
  serviceNumber: z.number().int(),
  serviceLabel: z.string(),
  customerName: z.string(),
  tariffName: z.string(),
  moduleId: idShape,
  moduleName: z.string(),
  moduleType: moduleTypeShape,
  productType: productTypeShape,
  dataCentreName: z.string(),
  departmentName: z.string(),
  rack: z.string(),
  serverId: z.number().int().nullable(),
  stepsDone: z.number().int(),
  stepsTotal: z.number().int(),
  needsAttention: z.boolean(),
});
export type TaskRow = Readonly<z.infer<typeof taskRowShape>>;

export const labelMaximumLength = 120;

/**
 * The card as a form: for identification of the equipment. Everything may be half typed, so lengths are
 * the only rule here; `task.close` checks the rest. An empty password leaves the stored one as it is.
 */
export const cardFieldsShape = z.object({
  url: z.string().max(2000),
  identifier: z.string().max(2000),
  username: z.string().max(2000),
  password: z.string().max(2000),
  rack: z.string().max(2000),
  label: z.string().max(2000),
});
export type CardFields = z.infer<typeof cardFieldsShape>;

export const cardShape = z.object({
  serviceId: idShape,
  revision: revisionShape,
  url: z.string(),
  identifier: z.string(),
  username: z.string(),
  hasPassword: z.boolean(),
  rack: z.string(),
  label: z.string(),
});
export type Card = Readonly<z.infer<typeof cardShape>>;

export const draftShape = z.object({
  taskId: idShape,
  operator: z.string(),
  fields: cardFieldsShape,
  savedAt: instantShape,
  /** True while the disk does not take it: it is safe from a reload of the window, but not from the end of the program. */
  isKeptInMemory: z.boolean().optional(),
});
export type Draft = Readonly<z.infer<typeof draftShape>>;

/** Will the addresses of an order be there when the card is closed? One row a family. */
export const addressForecastShape = z.object({
  family: z.enum(["ipv4", "ipv6"]),
  needed: z.number().int(),
  /** Decimal text; null when no pool of this family is known. */
  free: z.string().nullable(),
  /** Null when no pool would be used. */
  poolId: z.number().int().nullable(),
  poolName: z.string(),
  /** Why this pool: rack, location, or a name that contains "public". */
  poolReason: z.enum(["rack", "location", "public-name", "none"]),
  isShort: z.boolean(),
  /** When the count was read from the panel. */
  takenAt: instantShape.nullable(),
  /** False when the panel could not be asked just now and the last known count is shown. */
  isLive: z.boolean(),
});
export type AddressForecast = Readonly<z.infer<typeof addressForecastShape>>;

/** Is there enough of something that is counted before an order is accepted: free servers of a preset, rack units side by side. */
export const stockForecastShape = z.object({
  what: z.enum(["server", "rack-unit"]),
  needed: z.number().int(),
  /** Null when it is not known. */
  free: z.number().int().nullable(),
  /** Preset or rack. */
  where: z.string(),
  isShort: z.boolean(),
  takenAt: instantShape.nullable(),
  isLive: z.boolean(),
});
export type StockForecast = Readonly<z.infer<typeof stockForecastShape>>;

export const taskDetailShape = z.object({
  task: taskRowShape,
  service: serviceRowShape,
  customerEmail: z.string(),
  card: cardShape,
  draft: draftShape.nullable(),
  steps: z.array(actionShape),
  /** Where the equipment is to be mounted; null when nobody has planned it, or the panel shows it already. */
  plan: rackPlanShape.nullable(),
});
export type TaskDetail = Readonly<z.infer<typeof taskDetailShape>>;

export const taskFilterShape = z.object({
  /** `live` is everything that has not ended. */
  state: z.enum(["live", "open", "in-work", "running", "done", "cancelled", "all"]).default("live"),
  departmentId: idShape.nullable().default(null),
  performer: z.string().nullable().default(null),
  kind: taskKindShape.nullable().default(null),
  dataCentreId: idShape.nullable().default(null),
  onlyNeedingAttention: z.boolean().default(false),
  search: optionalLineShape(200).default(""),
  /** Null: as the queue is worked through. */
  sort: sortShape(taskSortColumns),
});
