import { z } from "zod";
import { idShape, instantShape, lineShape, revisionShape } from "./basics";
import { labelRemarkShape, labelSubjectShape } from "./label";

/** What the printer is told in. */
export const printerLanguageShape = z.enum(["zpl", "brother-ql", "brother-pt", "pdf", "png"]);
export type PrinterLanguage = z.infer<typeof printerLanguageShape>;

export const printerWayShape = z.discriminatedUnion("type", [
  /** Raw data to a TCP port, 9100 as a rule; the status is read back over it. */
  z.object({
    type: z.literal("network"),
    host: lineShape(200),
    port: z.number().int().min(1).max(65_535).default(9100),
  }),
  /** Internet Printing Protocol: `ipp://` or `ipps://` address of the printer or of a CUPS queue. */
  z.object({
    type: z.literal("ipp"),
    address: z
      .string()
      .regex(/^ipps?:\/\/[^\s]+$/, "ipp:// or ipps://")
      .max(300),
  }),
  /** A queue of this computer: `lp -o raw` where CUPS is, the spooler's RAW type on Windows. */
  z.object({ type: z.literal("queue"), name: lineShape(200) }),
  /** A file that the operator keeps. */
  z.object({ type: z.literal("file") }),
  /** The PDF is opened in the system's own viewer, to be printed from there at 100 %. */
  z.object({ type: z.literal("system-dialog") }),
]);
export type PrinterWay = z.infer<typeof printerWayShape>;

export const printerContentShape = z.object({
  name: lineShape(80),
  language: printerLanguageShape,
  /** Dots per inch. */
  dpi: z.number().int().min(72).max(2_400),
  /** Dots that the head has across; a stock that is wider is refused. */
  headDots: z.number().int().min(8).max(20_000),
  way: printerWayShape,
  /** What is loaded, as the operator said or the printer told; null while nobody knows. */
  stockId: idShape.nullable(),
  /** Model by the maker's name, such as `QL-820NWB`: some speak a little differently. Empty for the usual way. */
  model: z.string().max(80).default(""),
});
export type PrinterContent = z.infer<typeof printerContentShape>;

export const printerShape = printerContentShape.extend({ id: idShape, revision: revisionShape });
export type Printer = Readonly<z.infer<typeof printerShape>>;

/** What is wrong with a printer, or nothing. */
export const printerConditionShape = z.enum([
  "ready",
  "busy",
  "paused",
  "no-media",
  "wrong-media",
  "no-ribbon",
  "cover-open",
  "cutter-jam",
  "media-jam",
  "too-hot",
  /** The connection is accepted, and nothing answers: with Zebra that is how some faults show. */
  "silent",
  "unreachable",
  "error",
  /** This way of printing tells nothing. */
  "unknown",
]);
export type PrinterCondition = z.infer<typeof printerConditionShape>;

export const printerStatusShape = z.object({
  condition: printerConditionShape,
  /** What can be done about it, in words; empty when it is ready. */
  message: z.string(),
  /** Width and length in millimetres as the printer tells them; length 0 for continuous. Null when it does not tell. */
  media: z.object({ width: z.number(), length: z.number() }).nullable(),
  takenAt: instantShape,
});
export type PrinterStatus = Readonly<z.infer<typeof printerStatusShape>>;

/** A printer that was found on the network or in the system, for the operator to add. */
export const foundPrinterShape = z.object({
  name: z.string(),
  way: printerWayShape,
  /** Null where it cannot be told from outside. */
  language: printerLanguageShape.nullable(),
  dpi: z.number().int().nullable(),
  detail: z.string(),
});
export type FoundPrinter = Readonly<z.infer<typeof foundPrinterShape>>;

/**
 * `waiting` → `sending` → `printing` → `printed`. `printed` only when the printer said so, or when the operator did where the way cannot tell.
 * `unsure`: it is not known whether it came out; a person decides, and it is never sent again by itself. `failed`: nothing of the rest came out.
 */
export const printStateShape = z.enum(["waiting", "sending", "printing", "unsure", "failed", "printed", "cancelled"]);
export type PrintState = z.infer<typeof printStateShape>;

export const printJobShape = z.object({
  id: idShape,
  revision: revisionShape,
  state: printStateShape,
  printerId: idShape,
  printerName: z.string(),
  stockId: idShape,
  templateId: idShape,
  templateName: z.string(),
  templateVersion: z.number().int(),
  /** Labels in all, copies counted, and how many of them are known to have come out. */
  labels: z.number().int(),
  printed: z.number().int(),
  /** First labels in words, such as `srv-b12-07 and 23 more`. */
  title: z.string(),
  /** Remarks that were printed over, one line for each rule. */
  overridden: z.array(z.string()),
  /** Why it waits, is unsure or has failed, and what can be done; empty otherwise. */
  reason: z.string(),
  condition: printerConditionShape,
  /** Its document was made and can be fetched by `print.file`: ways `file` and `system-dialog`. */
  hasFile: z.boolean(),
  createdAt: instantShape,
  createdBy: z.string(),
  endedAt: instantShape.nullable(),
});
export type PrintJob = Readonly<z.infer<typeof printJobShape>>;

/** What is to be printed. */
export const printRequestShape = z.object({
  subjects: z.array(labelSubjectShape).min(1, "Nothing is chosen").max(5_000),
  templateId: idShape,
  printerId: idShape,
  stockId: idShape,
  copies: z.number().int().min(1).max(100).default(1),
  /** A front and a rear copy of each. */
  bothSides: z.boolean().default(false),
  /** First label on a part-used sheet, counted from 0 along the rows. */
  startPosition: z.number().int().min(0).max(5_000).default(0),
});
export type PrintRequest = z.infer<typeof printRequestShape>;

export const printCheckShape = z.object({
  labels: z.number().int(),
  /** Sheets, or labels on a roll. */
  pages: z.number().int(),
  remarks: z.array(
    labelRemarkShape.extend({
      /** Titles of the first labels that it concerns, and how many there are. */
      labels: z.array(z.string()),
      count: z.number().int(),
    }),
  ),
});
export type PrintCheck = Readonly<z.infer<typeof printCheckShape>>;
