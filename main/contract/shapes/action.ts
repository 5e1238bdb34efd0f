import { z } from "zod";
import { idShape, instantShape, lineShape, optionalLineShape, revisionShape } from "./basics";
import { sortShape, stepSortColumns } from "./list";
import { addressFamilyShape } from "./panel";

const positiveId = z.number().int().positive();
const macPattern = /^([0-9a-f]{2}:){5}[0-9a-f]{2}$/i;

/** Values for a server that the panel does not know yet. */
export const newServerShape = z.object({
  name: lineShape(120),
  locationId: positiveId,
  rackId: positiveId,
  /** Occupied units, lowest first. */
  units: z.array(z.number().int().min(1).max(60)).min(1, "At least one unit").max(20),
  mac: z.string().regex(macPattern, "A MAC address such as 0c:c4:7a:00:11:22").or(z.literal("")).default(""),
  serial: optionalLineShape(60).default(""),
  notes: optionalLineShape(500).default(""),
});
export type NewServer = z.infer<typeof newServerShape>;

/** A cable to record: server port to switch port, power supply to outlet, or BMC. */
export const newConnectionShape = z.discriminatedUnion("to", [
  z.object({ to: z.literal("switch"), switchId: positiveId, portId: positiveId }),
  z.object({ to: z.literal("pdu"), pduId: positiveId, portId: positiveId }),
  z.object({
    to: z.literal("ipmi"),
    address: z.union([z.ipv4("An IP address"), z.ipv6("An IP address")]),
    mac: z.string().regex(macPattern, "A MAC address such as 0c:c4:7a:00:11:22").or(z.literal("")).default(""),
    username: lineShape(60),
    /** Kept sealed in the outbox and gone from it when the action has ended. */
    password: z.string().min(1, "Required").max(200),
    handler: lineShape(40).default("ipmi"),
  }),
]);
export type NewConnection = z.infer<typeof newConnectionShape>;

/** Everything that Rackside can change on a panel. */
export const actionRequestShape = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("create-server"), server: newServerShape }),
  /** Finds a free server of a type for the service and keeps it for it; changes nothing on the panel. */
  z.object({ kind: z.literal("take-server"), serverType: z.string() }),
  z.object({
    kind: z.literal("set-owner"),
    ownerEmail: z.string().nullable(),
    /** Registers the user first when the panel has none of this address. */
    newUserName: z.string().nullable().default(null),
  }),
  /** `password` is for the installed system's administrator; kept sealed in the outbox and gone from it when the action has ended. */
  z.object({ kind: z.literal("install-os"), image: z.string(), hostname: z.string(), password: z.string() }),
  /** Suspends or resumes the server as the panel itself does. */
  z.object({ kind: z.literal("set-enabled"), isEnabled: z.boolean() }),
  z.object({ kind: z.literal("set-hostname"), hostname: z.string() }),
  z.object({ kind: z.literal("add-connection"), connection: newConnectionShape }),
  z.object({ kind: z.literal("remove-connection"), to: z.enum(["switch", "pdu", "ipmi"]), connectionId: positiveId }),
  /** Brings the number of the server's addresses of one family up to `count`; never takes any away. */
  z.object({
    kind: z.literal("assign-addresses"),
    family: addressFamilyShape,
    count: z.number().int().min(1).max(4096),
  }),
  /** Brings the number of the server's addresses of one family down to `count`, newest first. */
  z.object({
    kind: z.literal("reduce-addresses"),
    family: addressFamilyShape,
    count: z.number().int().min(0).max(4096),
  }),
  /** `keepsFirst` leaves the server its main address, as a server in stock has one. */
  z.object({ kind: z.literal("release-addresses"), keepsFirst: z.boolean().default(false) }),
  z.object({ kind: z.literal("cancel-operations") }),
  z.object({ kind: z.literal("set-power"), power: z.enum(["on", "off", "reset"]) }),
  /** All of the server's ports, never a management port. */
  z.object({ kind: z.literal("set-ports"), status: z.enum(["up", "down"]) }),
]);
export type ActionRequest = z.infer<typeof actionRequestShape>;

/** What of a step can be changed before it goes out, with the new values. */
export const actionEditShape = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("set-owner"), ownerEmail: z.email("Not an e-mail address").nullable() }),
  z.object({ kind: z.literal("assign-addresses"), count: z.number().int().min(1).max(4096) }),
  newServerShape.pick({ name: true, units: true }).extend({ kind: z.literal("create-server") }),
  z.object({ kind: z.literal("connect-switch"), switchId: positiveId, portId: positiveId }),
  z.object({ kind: z.literal("connect-pdu"), pduId: positiveId, portId: positiveId }),
]);
export type ActionEdit = Readonly<z.infer<typeof actionEditShape>>;

export const actionStateShape = z.enum([
  "waiting",
  "sending",
  "confirming",
  "uncertain",
  "needs-attention",
  "done",
  "discarded",
]);
export type ActionState = z.infer<typeof actionStateShape>;

/** Why an action is not done, in the panel's words where there are any. */
export const actionTroubleShape = z.object({
  kind: z.enum([
    "not-sent",
    "unknown-outcome",
    "refused",
    "asleep",
    "throttled",
    "unauthenticated",
    "untrusted-certificate",
    "malformed",
    "conflict",
    "operation-failed",
    "timed-out",
    "unreadable",
    "unlinked",
  ]),
  message: z.string(),
  /** Filled for a conflict: field → wanted, seen when entered, found now. */
  differences: z.array(z.object({ field: z.string(), wanted: z.string(), seen: z.string(), found: z.string() })),
});
export type ActionTrouble = Readonly<z.infer<typeof actionTroubleShape>>;

/** One step on a panel: a row of the outbox, shown as such. */
export const actionShape = z.object({
  id: idShape,
  revision: revisionShape,
  /** Grows with every new action; the order inside a lane. */
  sequence: z.number().int(),
  lane: z.string(),
  kind: z.string(),
  /** What is to be done, in words. Secrets are left out. */
  summary: z.string(),
  state: actionStateShape,
  moduleId: idShape,
  serviceId: idShape.nullable(),
  taskId: idShape.nullable(),
  serverId: z.number().int().nullable(),
  attempts: z.number().int(),
  createdAt: instantShape,
  nextAttemptAt: instantShape.nullable(),
  startedAt: instantShape.nullable(),
  endedAt: instantShape.nullable(),
  trouble: actionTroubleShape.nullable(),
  /** What came of it, in words; empty until done. */
  outcome: z.string(),
  /** Percent of the panel's operation where it reports one. */
  percent: z.number().nullable(),
  createdBy: z.string(),
  /** Who paused it; it and what follows in its lane wait until somebody releases it. */
  heldBy: z.string().nullable(),
  /** The values that `action.edit` would replace; null when nothing can be changed now. */
  editable: actionEditShape.nullable(),
});
export type Action = Readonly<z.infer<typeof actionShape>>;

/** A step as Activity shows it, with the names of what it points at. */
export const listedActionShape = actionShape.extend({
  moduleName: z.string(),
  serviceNumber: z.number().int().nullable(),
});
export type ListedAction = Readonly<z.infer<typeof listedActionShape>>;

/** Which steps; null and "" leave a field open. */
export const actionFilterShape = z.object({
  /** `done` are all that have ended, those that were given up included. */
  state: z.enum(["unfinished", "needs-attention", "done", "all"]).default("unfinished"),
  moduleId: idShape.nullable().default(null),
  createdBy: z.string().max(60).nullable().default(null),
  /** What finds the step's service, or part of the sentence of a step that has not ended. */
  search: z.string().max(200).default(""),
  /** Null: what has not ended oldest first, all else newest first. */
  sort: sortShape(stepSortColumns),
});

export const receiptShape = z.object({
  actionIds: z.array(idShape),
  /** `queued` when the panel is out of reach right now, `held` when somebody paused it, `sending` otherwise; the work is the same. */
  delivery: z.enum(["sending", "queued", "held", "none"]),
});
