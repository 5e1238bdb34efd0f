import { z } from "zod";
import { idShape, instantShape, lineShape, revisionShape } from "./basics";

/** Millimetres. A template and everything on it is laid out in them; dots are a printer's business. */
const lengthShape = z.number().min(0).max(1_000);

export const labelKindShape = z.enum(["server", "rack", "port", "cable", "text"]);
export type LabelKind = z.infer<typeof labelKindShape>;

/**
 * What a label may tell. A template names them in braces: `{name}`, `{place}`. Which of them have a value depends on what is labelled; one without
 * a value prints as nothing.
 */
export const labelFieldShape = z.enum([
  /** The human name of the thing. */
  "name",
  /** Site, room, rack and units in one line, such as `RIX-1 A12 U14-15`. */
  "place",
  "site",
  "rack",
  "units",
  /** The short id that the code carries, with the site's prefix. */
  "id",
  "serial",
  /** Service number, such as `C-17`. */
  "service",
  "customer",
  /** Line that the site sets for all its labels, such as a telephone number. */
  "contact",
  /** Port or outlet, and the device it belongs to. */
  "port",
  "device",
  /** Ends of a cable: each as one line, such as `A12 U14 eth0`. */
  "near",
  "far",
  /** Free text, up to four lines. */
  "line1",
  "line2",
  "line3",
  "line4",
  /** Day of printing, ISO 8601. */
  "date",
  /** `front` or `rear`, where copies for both sides are printed. */
  "side",
]);
export type LabelField = z.infer<typeof labelFieldShape>;
export const labelValuesShape = z.partialRecord(labelFieldShape, z.string().max(2_000));
export type LabelValues = Readonly<Partial<Record<LabelField, string>>>;

const rotationShape = z.union([z.literal(0), z.literal(90), z.literal(180), z.literal(270)]);

/** The box of an element before it is turned clockwise about its centre; from the label's upper left corner. */
const boxShape = {
  id: z.string().min(1).max(40),
  x: z.number().min(-100).max(1_000),
  y: z.number().min(-100).max(1_000),
  width: lengthShape,
  height: lengthShape,
  rotation: rotationShape.default(0),
};

export const textElementShape = z.object({
  ...boxShape,
  type: z.literal("text"),
  /** Text with fields in braces. */
  content: z.string().max(500),
  /** Height of the em; the text shrinks to `minimumSize` before it is cut. */
  size: z.number().min(0.5).max(200),
  minimumSize: z.number().min(0.5).max(200),
  isBold: z.boolean().default(false),
  align: z.enum(["start", "centre", "end"]).default("start"),
  /** Where the lines stand in the box. */
  anchor: z.enum(["top", "middle", "bottom"]).default("top"),
  maximumLines: z.number().int().min(1).max(20).default(1),
});

export const symbologyShape = z.enum(["qr", "code128", "data-matrix"]);
export type Symbology = z.infer<typeof symbologyShape>;

/** The box holds the symbol together with its quiet zone. The module is the widest whole number of dots that fits. */
export const codeElementShape = z.object({
  ...boxShape,
  type: z.literal("code"),
  symbology: symbologyShape,
  content: z.string().max(500),
});

export const lineElementShape = z.object({
  ...boxShape,
  type: z.literal("line"),
  thickness: z.number().min(0.1).max(10),
});
export const frameElementShape = z.object({
  ...boxShape,
  type: z.literal("frame"),
  thickness: z.number().min(0.1).max(10),
  radius: lengthShape.default(0),
});

export const labelElementShape = z.discriminatedUnion("type", [
  textElementShape,
  codeElementShape,
  lineElementShape,
  frameElementShape,
]);
export type LabelElement = Readonly<z.infer<typeof labelElementShape>>;

/** Version of the template document; a document with a higher one is refused with words. */
export const templateFormat = 1;

/** What a label looks like: fits every stock on which its area has room. */
export const templateContentShape = z.object({
  name: lineShape(80),
  kind: labelKindShape,
  /** The designed area. On continuous stock `height` is the length that is fed; null lets it follow the content. */
  width: z.number().min(3).max(300),
  height: z.number().min(3).max(300).nullable(),
  elements: z.array(labelElementShape).max(60),
});
export type TemplateContent = Readonly<z.infer<typeof templateContentShape>>;

export const templateShape = templateContentShape.extend({
  /** Built-in templates have an id that begins with `built-in:`. They cannot be changed, only copied. */
  id: idShape,
  revision: revisionShape,
  isBuiltIn: z.boolean(),
  /** Counts the saved contents of one template; the record of a print names it. */
  version: z.number().int().positive(),
});
export type Template = Readonly<z.infer<typeof templateShape>>;

/** Templates as a document of their own. */
export const templateFileShape = z.object({
  rackside: z.literal("label-templates"),
  format: z.number().int().positive(),
  templates: z.array(templateContentShape).max(200),
});

export const stockFamilyShape = z.enum(["brother-ql", "brother-pt", "zebra", "dymo", "sheet", "other"]);
export type StockFamily = z.infer<typeof stockFamilyShape>;

/** Places of the labels on a page, in millimetres. */
export const sheetShape = z.object({
  pageWidth: z.number().positive().max(1_000),
  pageHeight: z.number().positive().max(1_000),
  columns: z.number().int().min(1).max(50),
  rows: z.number().int().min(1).max(100),
  originX: lengthShape,
  originY: lengthShape,
  pitchX: lengthShape,
  pitchY: lengthShape,
});
export type Sheet = Readonly<z.infer<typeof sheetShape>>;

/** What labels are printed on. */
export const stockContentShape = z.object({
  name: lineShape(80),
  family: stockFamilyShape,
  /** `round` is die-cut with a round outline. */
  form: z.enum(["die-cut", "continuous", "round", "sheet"]),
  width: z.number().min(3).max(300),
  /** Null for continuous stock. */
  height: z.number().min(3).max(1_000).nullable(),
  /** What the printer cannot reach at each edge. */
  margins: z.object({ top: lengthShape, right: lengthShape, bottom: lengthShape, left: lengthShape }),
  cornerRadius: lengthShape.default(0),
  /** Null but for `sheet`. */
  sheet: sheetShape.nullable(),
});
export type StockContent = Readonly<z.infer<typeof stockContentShape>>;

export const stockShape = stockContentShape.extend({
  /** Stock of the table has an id that begins with `built-in:`. */
  id: idShape,
  revision: revisionShape,
  isBuiltIn: z.boolean(),
  /** The maker's number, such as `DK-11209`, `TZe-251`, `L7163`; empty where there is none. */
  code: z.string(),
  /** Printable dots across, by dots per inch, where the maker's table says so: it may differ from what the margins give. */
  dotsAcross: z.record(z.string(), z.number().int().positive()).default({}),
});
export type Stock = Readonly<z.infer<typeof stockShape>>;

/** What stands against a label as it would be printed. */
export const labelRemarkShape = z.object({
  /** `error` cannot be printed; `warning` is printed when a person says so, and that is kept. */
  level: z.enum(["error", "warning"]),
  rule: z.enum([
    /** Fewer than four dots a module. */
    "small-module",
    "quiet-zone",
    /** The code does not fit its box even with one dot a module. */
    "code-too-large",
    /** The content is not writable in this symbology. */
    "code-content",
    "clipped-text",
    /** Smaller than what can be read at arm's length. */
    "small-text",
    "outside",
    "stock-too-small",
    "stock-too-wide",
    "empty-content",
    /** A character that the printer's or the program's type does not have. */
    "missing-glyph",
  ]),
  /** Null where it concerns the label as a whole. */
  elementId: z.string().nullable(),
  message: z.string(),
});
export type LabelRemark = Readonly<z.infer<typeof labelRemarkShape>>;

/**
 * A label laid out: what every output prints and the window draws, in millimetres from the upper left corner of the stock. Paths are SVG path data with
 * the commands M, L, Q, C and Z in absolute coordinates.
 */
export const drawingShape = z.object({
  width: z.number(),
  height: z.number(),
  /** Printable part. */
  area: z.object({ x: z.number(), y: z.number(), width: z.number(), height: z.number() }),
  marks: z.array(
    z.discriminatedUnion("type", [
      /** Filled black, by the nonzero rule. */
      z.object({ type: z.literal("path"), elementId: z.string(), path: z.string() }),
      /** Dark rectangles: modules of a code in rows, lines, frames. */
      z.object({
        type: z.literal("bars"),
        elementId: z.string(),
        rectangles: z.array(z.tuple([z.number(), z.number(), z.number(), z.number()])),
      }),
    ]),
  ),
  remarks: z.array(labelRemarkShape),
});
export type Drawing = Readonly<z.infer<typeof drawingShape>>;

/** What can be labelled. */
export const labelSubjectShape = z.discriminatedUnion("kind", [
  /** A server by the service that stands on it, with or without a panel. */
  z.object({ kind: z.literal("service"), serviceId: idShape }),
  z.object({ kind: z.literal("server"), moduleId: idShape, serverId: z.number().int().positive() }),
  z.object({ kind: z.literal("rack"), moduleId: idShape, rackId: z.number().int().positive() }),
  z.object({
    kind: z.literal("switch-port"),
    moduleId: idShape,
    switchId: z.number().int().positive(),
    portId: z.number().int().positive(),
  }),
  z.object({
    kind: z.literal("pdu-port"),
    moduleId: idShape,
    pduId: z.number().int().positive(),
    portId: z.number().int().positive(),
  }),
  /** A cable between a server and the port that one of its connections names. */
  z.object({
    kind: z.literal("cable"),
    moduleId: idShape,
    serverId: z.number().int().positive(),
    connectionId: z.number().int().positive(),
    to: z.enum(["switch", "pdu"]),
  }),
  /** Typed by hand. */
  z.object({ kind: z.literal("text"), lines: z.array(z.string().max(500)).min(1).max(4) }),
]);
export type LabelSubject = Readonly<z.infer<typeof labelSubjectShape>>;

/** Something that has or needs a label. */
export const labelledShape = z.object({
  /** Without the site's prefix; never changes. Empty for text. */
  shortId: z.string(),
  subject: labelSubjectShape,
  kind: labelKindShape,
  title: z.string(),
  place: z.string(),
  needsLabel: z.boolean(),
  /** Why it needs one; empty when it does not. */
  reason: z.string(),
  printedAt: instantShape.nullable(),
  printedCount: z.number().int(),
});
export type Labelled = Readonly<z.infer<typeof labelledShape>>;

/** What all labels of the site have in common. */
export const labelSettingsShape = z.object({
  /** Stands before every short id in a code; upper-case letters, digits and dashes. */
  prefix: z.string().regex(/^[A-Z0-9-]{0,8}$/, "At most 8 capitals, digits and dashes"),
  contact: z.string().max(120),
});
export type LabelSettings = Readonly<z.infer<typeof labelSettingsShape>>;
export const defaultLabelSettings: LabelSettings = { prefix: "", contact: "" };
