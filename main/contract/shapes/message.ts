import { z } from "zod";
import { idShape, instantShape } from "./basics";

/** Something that a department has to know: an automatic step that failed, with the reason. */
export const messageShape = z.object({
  id: idShape,
  at: instantShape,
  departmentId: idShape,
  serviceId: idShape.nullable(),
  taskId: idShape.nullable(),
  actionId: idShape.nullable(),
  /** What could not be done, in one line. */
  subject: z.string(),
  /** Why, in the panel's words where it gave any. */
  reason: z.string(),
});
export type Message = Readonly<z.infer<typeof messageShape>>;

export const messageRowShape = messageShape.extend({
  departmentName: z.string(),
  serviceNumber: z.number().int().nullable(),
  taskNumber: z.number().int().nullable(),
  /** By the operator who asks. */
  isRead: z.boolean(),
});
export type MessageRow = Readonly<z.infer<typeof messageRowShape>>;

/** Unread messages of one department for the operator who asks. */
export const unreadShape = z.object({ departmentId: idShape, departmentName: z.string(), unread: z.number().int() });
export type Unread = Readonly<z.infer<typeof unreadShape>>;
