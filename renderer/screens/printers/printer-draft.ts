import type { Printer, PrinterContent, PrinterLanguage, PrinterWay } from "../../../main/contract/shapes/printer";

/** What stands in the form; the fields of every way are kept, so that changing it back loses nothing. */
export interface PrinterDraft {
  readonly name: string;
  readonly language: PrinterLanguage;
  readonly dpi: number;
  readonly headDots: number;
  readonly model: string;
  readonly stockId: string | null;
  readonly way: PrinterWay["type"];
  readonly host: string;
  readonly port: number;
  readonly address: string;
  readonly queue: string;
}

/** What printers of each language usually are. */
const usual: Readonly<Record<PrinterLanguage, Pick<PrinterDraft, "dpi" | "headDots">>> = {
  zpl: { dpi: 203, headDots: 832 },
  "brother-ql": { dpi: 300, headDots: 720 },
  "brother-pt": { dpi: 180, headDots: 128 },
  pdf: { dpi: 600, headDots: 20_000 },
  png: { dpi: 300, headDots: 20_000 },
};

/** Head widths in dots of Zebra printers with a four-inch head, by resolution. */
const zebraHeads: Readonly<Partial<Record<number, number>>> = { 203: 832, 300: 1_248, 600: 2_496 };

export const emptyPrinter: PrinterDraft = {
  name: "",
  language: "zpl",
  ...usual.zpl,
  model: "",
  stockId: null,
  way: "network",
  host: "",
  port: 9100,
  address: "",
  queue: "",
};

export function printerDraftOf(printer: Printer | null): PrinterDraft {
  if (printer === null) return emptyPrinter;
  const { name, language, dpi, headDots, model, stockId, way } = printer;
  return { ...emptyPrinter, name, language, dpi, headDots, model, stockId, ...wayFields(way) };
}

/** The fields of the form that a way fills. */
export function wayFields(way: PrinterWay): Partial<PrinterDraft> {
  switch (way.type) {
    case "network":
      return { way: "network", host: way.host, port: way.port };
    case "ipp":
      return { way: "ipp", address: way.address };
    case "queue":
      return { way: "queue", queue: way.name };
    case "file":
    case "system-dialog":
      return { way: way.type };
  }
}

export function printerContentOf(draft: PrinterDraft): PrinterContent {
  const { name, language, dpi, headDots, model, stockId } = draft;
  return { name, language, dpi, headDots, model, stockId, way: wayOf(draft) };
}

function wayOf(draft: PrinterDraft): PrinterWay {
  switch (draft.way) {
    case "network":
      return { type: "network", host: draft.host, port: draft.port };
    case "ipp":
      return { type: "ipp", address: draft.address };
    case "queue":
      return { type: "queue", name: draft.queue };
    case "file":
    case "system-dialog":
      return { type: draft.way };
  }
}

/** Another language brings what its printers usually are, and the ways that make sense for it. */
export function withLanguage(draft: PrinterDraft, language: PrinterLanguage): PrinterDraft {
  const isDocument = language === "pdf" || language === "png";
  const way = isDocument ? "file" : draft.way === "system-dialog" ? "network" : draft.way;
  return { ...draft, language, ...usual[language], stockId: null, way };
}

export function withDpi(draft: PrinterDraft, dpi: number): PrinterDraft {
  const headDots = draft.language === "zpl" ? (zebraHeads[dpi] ?? draft.headDots) : draft.headDots;
  return { ...draft, dpi, headDots };
}

/** Resolutions that printers of a language have. */
export const resolutions: Readonly<Record<PrinterLanguage, readonly number[]>> = {
  zpl: [203, 300, 600],
  "brother-ql": [300],
  "brother-pt": [180, 360],
  pdf: [600],
  png: [203, 300, 600],
};

/** Ways that make sense for a language. */
export function waysFor(language: PrinterLanguage): readonly PrinterWay["type"][] {
  if (language === "pdf") return ["file", "system-dialog", "ipp"];
  if (language === "png") return ["file"];
  return ["network", "queue", "ipp", "file"];
}
