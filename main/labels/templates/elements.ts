import type { LabelElement } from "../../contract/shapes/label";

/** Smallest em of built-in templates: 5 points. */
const smallestEm = 1.8;
/** Room that a line of the program's type takes, in ems. */
const lineHeight = 1.17;

/** Where an element stands: x, y, width and height in millimetres. */
export type Box = readonly [x: number, y: number, width: number, height: number];

interface TextStyle {
  readonly isBold?: boolean;
  readonly align?: "start" | "centre" | "end";
  readonly lines?: number;
  readonly rotation?: 0 | 90;
}

/** Text as large as its box lets it be. */
export function text(id: string, box: Box, content: string, style: TextStyle = {}): LabelElement {
  const [x, y, width, height] = box;
  const size = round(height / lineHeight);
  return {
    id,
    type: "text",
    x: round(x),
    y: round(y),
    width: round(width),
    height: round(height),
    rotation: style.rotation ?? 0,
    content,
    size,
    minimumSize: Math.min(smallestEm, size),
    isBold: style.isBold ?? false,
    align: style.align ?? "start",
    anchor: "middle",
    maximumLines: style.lines ?? 1,
  };
}

/** Text that reads along the short side: the box is given as it stands on the label, and turned by 90°. */
export function uprightText(id: string, box: Box, content: string, style: TextStyle = {}): LabelElement {
  const [x, y, width, height] = box;
  const unturned: Box = [x + (width - height) / 2, y + (height - width) / 2, height, width];
  return text(id, unturned, content, { ...style, rotation: 90 });
}

/** A symbol that carries the short id. */
export function code(symbology: "qr" | "code128" | "data-matrix", box: Box): LabelElement {
  const [x, y, width, height] = box;
  return {
    id: "code",
    type: "code",
    x: round(x),
    y: round(y),
    width: round(width),
    height: round(height),
    rotation: 0,
    symbology,
    content: "{id}",
  };
}

interface Row {
  readonly id: string;
  readonly content: string;
  /** Share of the height. */
  readonly share: number;
  readonly style?: TextStyle;
}

/** Rows of text that share a box from top to bottom. */
export function rows(box: Box, list: readonly Row[]): LabelElement[] {
  const [x, y, width, height] = box;
  const whole = list.reduce((sum, { share }) => sum + share, 0);
  let top = y;
  return list.map(({ id, content, share, style }) => {
    const rowHeight = (height * share) / whole;
    const element = text(id, [x, top, width, rowHeight], content, style);
    top += rowHeight;
    return element;
  });
}

/** Down to the hundredth, so that neighbours never overlap by rounding. */
export function round(millimetres: number): number {
  return Math.floor(millimetres * 100 + 1e-6) / 100;
}
