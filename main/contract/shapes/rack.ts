import { z } from "zod";
import { idShape, instantShape, lineShape, revisionShape } from "./basics";
import { rackFactsShape } from "./panel";
import { languageShape } from "./preference";

export const rackFaceShape = z.enum(["front", "rear"]);
export type RackFace = z.infer<typeof rackFaceShape>;

const unitShape = z.number().int().min(1).max(100);
const rackAddress = { moduleId: idShape, rackId: z.number().int().positive() };

/** Units side by side, counted from the bottom. */
export const unitRunShape = z
  .object({ bottom: unitShape, height: unitShape })
  .refine(({ bottom, height }) => bottom + height - 1 <= 100, { message: "Ends above unit 100", path: ["height"] });
export type UnitRun = Readonly<z.infer<typeof unitRunShape>>;

/** What of a rack may be sold; null where nobody has said. */
export const rackCapacityShape = z.object({
  powerWatts: z.number().int().positive().max(1_000_000).nullable(),
  bandwidthMbit: z.number().int().positive().max(10_000_000).nullable(),
});

/** How full a rack is. Units of a reservation, a plan or the panel's staff are not free. */
export const rackUseShape = z.object({
  occupied: z.number().int(),
  planned: z.number().int(),
  reserved: z.number().int(),
  service: z.number().int(),
  free: z.number().int(),
  longestFreeRun: z.number().int(),
  /** Of the services that stand or are planned in it, by their tariffs' `power` (watts) and `flat` (Mbit/s) resources. */
  powerSoldWatts: z.number(),
  bandwidthSoldMbit: z.number(),
});
export type RackUse = Readonly<z.infer<typeof rackUseShape>>;

/**
 * A rack as lists show it. While nobody has told its units, `freeUnits` is null and `use` counts only what Rackside itself keeps there; otherwise both say the same.
 */
export const rackRowShape = rackFactsShape.extend({
  moduleId: idShape,
  moduleName: z.string(),
  dataCentreName: z.string(),
  locationName: z.string(),
  capacity: rackCapacityShape,
  use: rackUseShape,
  takenAt: instantShape,
});
export type RackRow = Readonly<z.infer<typeof rackRowShape>>;

/** Something that takes units of a rack. */
export const rackBlockShape = z.object({
  /** Stable while the thing stays what it is. */
  key: z.string(),
  kind: z.enum(["server", "planned", "reserved", "panel-reserved", "service-unit"]),
  bottom: unitShape,
  height: unitShape,
  faces: z.array(rackFaceShape).min(1),
  title: z.string(),
  /** Customer, reason of a reservation, what a service unit is for. */
  detail: z.string(),
  serverId: z.number().int().nullable(),
  serviceId: idShape.nullable(),
  serviceNumber: z.number().int().nullable(),
  /** The set-up task that can still be moved; null for what cannot. */
  taskId: idShape.nullable(),
  /** Of Rackside's own reservation or service unit; null for the panel's. */
  reservationId: idShape.nullable(),
  /** ISO date; empty where it has no end. */
  until: z.string(),
  /** Another block claims one of its units on the same face. */
  overlaps: z.boolean(),
});
export type RackBlock = Readonly<z.infer<typeof rackBlockShape>>;

/** A rack to be drawn. Everything that is no block is free. */
export const elevationShape = rackRowShape.extend({
  /** Top unit first as most racks are counted, or bottom first. */
  blocks: z.array(rackBlockShape),
  /** Cards that name this rack and have no units yet. */
  waiting: z.array(
    z.object({ serviceId: idShape, serviceNumber: z.number().int(), title: z.string(), height: unitShape }),
  ),
  isLive: z.boolean(),
  reason: z.string(),
});
export type Elevation = Readonly<z.infer<typeof elevationShape>>;

/** Units kept free for a purpose until a day, or taken by the site itself (`service-unit`, without end). */
export const reservationInputShape = z
  .object({
    ...rackAddress,
    units: unitRunShape,
    faces: z.array(rackFaceShape).min(1).default(["front", "rear"]),
    kind: z.enum(["reserved", "service-unit"]),
    reason: lineShape(200),
    /** ISO date, the last day that counts; null without end. */
    until: z.iso.date().nullable().default(null),
  })
  .refine(({ kind, until }) => kind === "reserved" || until === null, {
    message: "A service unit has no end",
    path: ["until"],
  });
export const reservationShape = z.object({
  id: idShape,
  revision: revisionShape,
  ...rackAddress,
  units: unitRunShape,
  faces: z.array(rackFaceShape),
  kind: z.enum(["reserved", "service-unit"]),
  reason: z.string(),
  until: z.string().nullable(),
  operator: z.string(),
  createdAt: instantShape,
});
export type Reservation = Readonly<z.infer<typeof reservationShape>>;

/** Where a service is to be mounted, before the panel knows. */
export const rackPlanInputShape = z.object({
  serviceId: idShape,
  ...rackAddress,
  units: unitRunShape,
  faces: z.array(rackFaceShape).min(1).default(["front", "rear"]),
});

/** The place that is planned for a service. */
export const rackPlanShape = z.object({
  ...rackAddress,
  rackName: z.string(),
  units: unitRunShape,
  faces: z.array(rackFaceShape).min(1),
  operator: z.string(),
});

export const rackDrawingRequestShape = z.object({
  racks: z.array(z.object(rackAddress)).min(1, "Choose a rack").max(200),
  faces: z.array(rackFaceShape).min(1).default(["front"]),
  /** PDF has as many racks a page as fit; SVG is one picture of all. */
  format: z.enum(["pdf", "svg"]),
  paper: z.enum(["a4", "a3", "letter"]).default("a4"),
  /** Of the words around the racks. */
  language: languageShape.default("en"),
});
export type RackDrawingRequest = Readonly<z.infer<typeof rackDrawingRequestShape>>;
