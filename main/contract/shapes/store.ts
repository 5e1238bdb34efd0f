import { z } from "zod";
import { instantShape } from "./basics";

export const backupShape = z.object({
  /** Tells the instant; names sort by time. */
  name: z.string().regex(/^rackside-[\dTZ-]+\.sqlite$/, "The name of a backup"),
  madeAt: instantShape,
  sizeBytes: z.number().int(),
});
export type Backup = Readonly<z.infer<typeof backupShape>>;

/**
 * What happened to a profile whose database was damaged or gone at the start; told until somebody dismisses it. `damage-found`: while it was being worked
 * on; nothing has been done about it yet, the next start restores the newest sound backup.
 */
export const storeNoticeShape = z.object({
  kind: z.enum(["restored-from-backup", "started-empty", "damage-found"]),
  /** Name of the damaged file in the profile's folder; null when there was none. */
  setAside: z.string().nullable(),
  /** What was entered after this instant is missing; null when the profile started empty. */
  backupAt: instantShape.nullable(),
});
export type StoreNotice = Readonly<z.infer<typeof storeNoticeShape>>;

export const storeReportShape = z.object({
  notice: storeNoticeShape.nullable(),
  newestBackupAt: instantShape.nullable(),
  /** Drafts that wait in memory until the disk takes them. */
  draftsInMemory: z.number().int(),
});
export type StoreReport = Readonly<z.infer<typeof storeReportShape>>;
