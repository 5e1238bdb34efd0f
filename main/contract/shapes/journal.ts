import { z } from "zod";
import { idShape, instantShape } from "./basics";
import { journalSortColumns, sortShape } from "./list";

/** One field of a record. Of a secret nothing is told but that it changed. */
export const journalDifferenceShape = z.object({
  /** Parts of a field are told by their path, such as `resources.0.maximum`. */
  field: z.string(),
  /** Shortened text; null where there was nothing. */
  before: z.string().nullable(),
  after: z.string().nullable(),
  isSecret: z.boolean(),
});
export type JournalDifference = Readonly<z.infer<typeof journalDifferenceShape>>;

/** What became of one record. */
export const journalChangeShape = z.object({
  /** What kind of record: `service`, `tariff-version`, `module-password` and so on. */
  record: z.string(),
  id: z.string(),
  kind: z.enum(["added", "changed", "removed"]),
  differences: z.array(journalDifferenceShape),
  /** Differences that are not told, because the entry would grow too long. */
  omitted: z.number().int().nonnegative(),
});
export type JournalChange = Readonly<z.infer<typeof journalChangeShape>>;

/** Through what it was done; null in entries from before this was kept. */
export const journalViaShape = z.enum(["window", "command-line"]);
export type JournalVia = z.infer<typeof journalViaShape>;

/** One line of the history that a person may be asked about later. */
export const journalEntryShape = z.object({
  /** Counts the entries without a gap. */
  sequence: z.number().int().positive(),
  id: idShape,
  at: instantShape,
  operator: z.string(),
  /** Name of the computer; empty in entries from before this was kept. */
  workstation: z.string(),
  via: journalViaShape.nullable(),
  call: z.string(),
  entity: z.string(),
  entityId: idShape,
  serviceId: idShape.nullable(),
  /** What happened, in one sentence without secrets. */
  summary: z.string(),
  changes: z.array(journalChangeShape),
  /** SHA-256 of the entry before, hexadecimal; zeros in the first. */
  previousHash: z.string(),
  /** SHA-256 of this entry's canonical form, which has `previousHash` in it. */
  hash: z.string(),
});
export type JournalEntry = Readonly<z.infer<typeof journalEntryShape>>;

/** Which entries; null and "" leave a field open. */
export const journalFilterShape = z.object({
  serviceId: idShape.nullable().default(null),
  operator: z.string().max(60).nullable().default(null),
  call: z.string().max(60).nullable().default(null),
  entity: z.string().max(60).nullable().default(null),
  /** First instant. */
  from: instantShape.nullable().default(null),
  /** First instant that is too late. */
  to: instantShape.nullable().default(null),
  /** Part of what is told or of a changed value, whatever the case of its letters. */
  text: z.string().max(200).default(""),
  /** Null: newest first. */
  sort: sortShape(journalSortColumns),
});
export type JournalFilter = Readonly<z.infer<typeof journalFilterShape>>;

/** The first place where the chain does not hold. */
export const brokenLinkShape = z.object({
  sequence: z.number().int(),
  /** Null where the entry itself is gone or cannot be read. */
  at: instantShape.nullable(),
  call: z.string().nullable(),
  what: z.enum(["changed", "missing", "previous", "unreadable"]),
});
export type BrokenLink = Readonly<z.infer<typeof brokenLinkShape>>;

export const journalReportShape = z.object({
  /** Entries that were looked at, up to the broken one. */
  entries: z.number().int(),
  broken: brokenLinkShape.nullable(),
});
export type JournalReport = Readonly<z.infer<typeof journalReportShape>>;

export const journalFormatShape = z.enum(["csv", "jsonl"]);
export type JournalFormat = z.infer<typeof journalFormatShape>;
