import type { Language } from "../contract/shapes/preference";
import type { RackBlock, RackDrawingRequest, RackFace, RackRow } from "../contract/shapes/rack";

/** A rack with everything that takes its units, as it is to be drawn. */
export interface DrawnRack extends RackRow {
  readonly blocks: readonly RackBlock[];
}

/** What goes on one drawing. */
export interface RackDrawing {
  readonly racks: readonly DrawnRack[];
  readonly faces: readonly RackFace[];
  readonly paper: RackDrawingRequest["paper"];
  readonly language: Language;
  /** Where the racks are, in words, for the head of every page. */
  readonly site: string;
  readonly drawnAt: number;
  /** IANA name; instants are written as clocks show them there. */
  readonly timeZone: string;
}

/** Draws racks for paper and screen. Both have the same marks at the same places. Long drawings let others have their turn in between. */
export interface RackDraughtsman {
  /** One picture of all racks. */
  toSvg(drawing: RackDrawing): Promise<string>;
  /** Pages of the paper's true size, with as many racks as can be read on them. */
  toPdf(drawing: RackDrawing): Promise<{ readonly bytes: Uint8Array; readonly pages: number }>;
}
