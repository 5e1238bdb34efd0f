import type { Issue } from "../contract/faults";
import type {
  Drawing,
  LabelKind,
  LabelRemark,
  LabelValues,
  Stock,
  StockContent,
  Template,
  TemplateContent,
} from "../contract/shapes/label";
import type { PrinterLanguage } from "../contract/shapes/printer";

/** What labels are laid out for. Without a printer that is a vector page. */
export interface LabelDevice {
  readonly language: PrinterLanguage;
  /** Dots per inch. */
  readonly dpi: number;
  /** Dots that the head has across. */
  readonly headDots: number;
  /** Maker's name of the model; empty for the usual way. */
  readonly model: string;
}

/** One label of a run: what it looks like and what it tells. */
export interface LabelRun {
  readonly template: TemplateContent;
  readonly stock: Stock;
  readonly device: LabelDevice;
  /** Values of each label in the order of printing, copies repeated. */
  readonly values: Iterable<LabelValues>;
  /** First label on a part-used sheet, counted from 0 along the rows. */
  readonly startPosition: number;
  readonly signal?: AbortSignal;
}

/** A piece of the data for the printer, and how many labels are whole up to its end. */
export interface LabelPiece {
  readonly bytes: Uint8Array;
  readonly labels: number;
}

/** Lays labels out and says them in the printers' languages. Every output has the same marks at the same places. */
export interface LabelPress {
  draw(label: {
    readonly template: TemplateContent;
    readonly values: LabelValues;
    readonly stock: Stock;
    readonly device: LabelDevice;
  }): Drawing;
  /** What stands against a label, without drawing it out; for checking thousands. */
  check(label: Parameters<LabelPress["draw"]>[0]): readonly LabelRemark[];
  /** Memory stays flat with the count: pieces are made as they are taken. Ends early, without an error, when the signal says so. */
  run(run: LabelRun): AsyncIterable<LabelPiece>;
}

/** What the program brings along for labels, and what it knows about stock. */
export interface LabelLibrary {
  readonly stocks: readonly Stock[];
  readonly templates: readonly Template[];
  /** What cannot be true of stock, one issue a field. */
  checkStock(stock: StockContent): readonly Issue[];
  /** Whether the template has room on the stock. */
  fits(template: TemplateContent, stock: Stock): boolean;
  /** What a label of the kind might tell, to design it by. */
  sampleValues(kind: LabelKind): LabelValues;
  /** Stock as large as the template, to show it on while none is chosen. */
  plainStock(template: TemplateContent): Stock;
  /** What to lay out for while no printer is chosen. */
  readonly vectorDevice: LabelDevice;
}
