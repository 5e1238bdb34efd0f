import { z } from "zod";
import { idShape, instantShape } from "./basics";
import { labelSubjectShape } from "./label";

/** What a scanner read, and what it is. */
export const scanShape = z.discriminatedUnion("is", [
  /** A label of this site. */
  z.object({
    is: z.literal("ours"),
    shortId: z.string(),
    subject: labelSubjectShape,
    title: z.string(),
    place: z.string(),
    /** The service that stands on it; null where there is none. */
    serviceId: idShape.nullable(),
    /** Its unfinished task; null where there is none. */
    taskId: idShape.nullable(),
  }),
  /** Formed like a label of ours, but nothing here has this id; another site's prefix is named. */
  z.object({ is: z.literal("unknown"), text: z.string(), message: z.string() }),
  /** Something else, such as a maker's serial number: what it was found in, if anything. */
  z.object({
    is: z.literal("foreign"),
    text: z.string(),
    matches: z.array(z.object({ serviceId: idShape, title: z.string() })),
  }),
]);
export type Scan = Readonly<z.infer<typeof scanShape>>;

/** That a server was seen in a rack, by scanning both. */
export const placementShape = z.object({
  shortId: z.string(),
  title: z.string(),
  /** Rack as scanned. */
  rack: z.string(),
  at: instantShape,
  operator: z.string(),
  /** Where panel or card say that it stands; empty when neither does. */
  expectedRack: z.string(),
  isExpected: z.boolean(),
});
export type Placement = Readonly<z.infer<typeof placementShape>>;
