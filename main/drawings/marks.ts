import type { FaceName } from "../labels/type/typefaces";

/** A rectangle in millimetres; y points down. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface BoxMark extends Box {
  readonly type: "box";
  /** `#rrggbb`; null: not filled. */
  readonly fill: string | null;
  readonly stroke: string | null;
  readonly strokeWidth: number;
  readonly isDashed: boolean;
}

/** Lines of one colour and width that are drawn in one go. */
export interface LinesMark {
  readonly type: "lines";
  readonly lines: readonly (readonly [x1: number, y1: number, x2: number, y2: number])[];
  readonly stroke: string;
  readonly strokeWidth: number;
}

/** One line of text from its baseline on. */
export interface TextMark {
  readonly type: "text";
  readonly text: string;
  readonly x: number;
  readonly y: number;
  /** The em. */
  readonly size: number;
  readonly face: FaceName;
  readonly color: string;
  /** As wide as the text is in the drawing's own type. */
  readonly width: number;
}

/** What a drawing is made of, in the order of drawing. */
export type Mark = BoxMark | LinesMark | TextMark;

export const ink = "#1a1a1a";
export const quietInk = "#5c5c5c";

export function boxMark(box: Box, look: Partial<Omit<BoxMark, "type" | keyof Box>> = {}): BoxMark {
  return { type: "box", ...box, fill: null, stroke: null, strokeWidth: 0.15, isDashed: false, ...look };
}

/** Strokes at 45° inside a box, rising to the right, so that a kind can be told without colour. */
export function hatch({ x, y, width, height }: Box, gap: number): LinesMark["lines"] {
  const lines: [number, number, number, number][] = [];
  for (let offset = gap; offset < width + height; offset += gap) {
    const from = Math.max(0, offset - height);
    const to = Math.min(width, offset);
    lines.push([x + from, y + offset - from, x + to, y + offset - to]);
  }
  return lines;
}
