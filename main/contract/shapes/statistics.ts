import { z } from "zod";
import { idShape, instantShape } from "./basics";
import { linkStateShape } from "./module";
import { taskKindShape } from "./task";

/** Bounds of the ages that the queue is counted by: under 1 h, 4 h, 1 day, 3 days, older. */
export const ageBandShape = z.enum(["hour", "four-hours", "day", "three-days", "older"]);
export type AgeBand = z.infer<typeof ageBandShape>;

/** How the site fares, counted by the store. Days are those of the workstation's time zone. */
export const statisticsShape = z.object({
  takenAt: instantShape,
  /** Live tasks that wait for a person, by department and age. */
  queue: z.array(
    z.object({
      departmentId: idShape,
      departmentName: z.string(),
      ages: z.record(ageBandShape, z.number().int()),
    }),
  ),
  /** One row a day, oldest first, days without work included. */
  throughput: z.array(
    z.object({
      /** ISO date. */
      day: z.string(),
      opened: z.number().int(),
      done: z.number().int(),
      byKind: z.record(taskKindShape, z.number().int()),
    }),
  ),
  /** By panel: steps that ended in these days, and those that need attention now, whenever they stopped. */
  failures: z.array(
    z.object({
      moduleId: idShape,
      moduleName: z.string(),
      done: z.number().int(),
      needsAttention: z.number().int(),
      discarded: z.number().int(),
      /** The commonest reason of those that need attention, in the panel's words; empty when there is none. */
      commonReason: z.string(),
    }),
  ),
  links: z.array(z.object({ moduleId: idShape, moduleName: z.string(), state: linkStateShape, since: instantShape })),
});
export type Statistics = Readonly<z.infer<typeof statisticsShape>>;
