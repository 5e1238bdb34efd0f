import type { LabelRemark } from "../../contract/shapes/label";
import type { CodeSymbol } from "../codes/symbol";
import type { SegmentedContour } from "../type/outline-segments";
import type { FaceName } from "../type/typefaces";
import type { Area } from "./placement";

/** In dots: x, y, width, height. */
export type Rectangle = readonly [x: number, y: number, width: number, height: number];

/** The box of an element on the label, in whole dots, as it stands there. Inside it u runs along the element's own width and v down. */
export interface Frame extends Area {
  readonly rotation: 0 | 90 | 180 | 270;
}

export interface TextLine {
  readonly text: string;
  readonly glyphs: readonly number[];
  readonly u: number;
  /** The baseline. */
  readonly v: number;
  readonly width: number;
}

export interface TextMark {
  readonly type: "text";
  readonly elementId: string;
  readonly frame: Frame;
  readonly face: FaceName;
  /** The em in dots. */
  readonly size: number;
  readonly lines: readonly TextLine[];
  /** What is black, on the label. */
  readonly ink: Area;
}

export interface CodeMark {
  readonly type: "code";
  readonly elementId: string;
  readonly frame: Frame;
  readonly symbol: CodeSymbol;
  readonly content: string;
  /** Upper left corner of the dark part in the frame. */
  readonly u: number;
  readonly v: number;
  /** Dots of a module across, and of a row. */
  readonly module: number;
  readonly rowHeight: number;
  readonly ink: Area;
}

export interface BarsMark {
  readonly type: "bars";
  readonly elementId: string;
  readonly rectangles: readonly Rectangle[];
  readonly ink: Area;
}

/** Contours on the label, y down, filled by the nonzero rule. */
export interface CurveMark {
  readonly type: "curve";
  readonly elementId: string;
  readonly contours: readonly SegmentedContour[];
  readonly ink: Area;
}

/** What became of one element. */
export interface MarkedElement {
  readonly marks: readonly Mark[];
  readonly remarks: readonly LabelRemark[];
}

export type Mark = TextMark | CodeMark | BarsMark | CurveMark;

/** The element's own size inside its frame. */
export function frameSize({ width, height, rotation }: Frame): { readonly width: number; readonly height: number } {
  return rotation === 90 || rotation === 270 ? { width: height, height: width } : { width, height };
}

/** A point of the frame on the label. */
export function toLabel(frame: Frame, u: number, v: number): readonly [x: number, y: number] {
  switch (frame.rotation) {
    case 0:
      return [frame.x + u, frame.y + v];
    case 90:
      return [frame.x + frame.width - v, frame.y + u];
    case 180:
      return [frame.x + frame.width - u, frame.y + frame.height - v];
    case 270:
      return [frame.x + v, frame.y + frame.height - u];
  }
}

/** A rectangle of the frame on the label. */
export function rectangleOnLabel(frame: Frame, [u, v, width, height]: Rectangle): Rectangle {
  const [startX, startY] = toLabel(frame, u, v);
  const [endX, endY] = toLabel(frame, u + width, v + height);
  return [Math.min(startX, endX), Math.min(startY, endY), Math.abs(endX - startX), Math.abs(endY - startY)];
}

/** The dark rectangles of a code on the label. */
export function codeRectangles({ frame, symbol, u, v, module, rowHeight }: CodeMark): Rectangle[] {
  return symbol.dark.map(([column, row, length]) =>
    rectangleOnLabel(frame, [u + column * module, v + row * rowHeight, length * module, rowHeight]),
  );
}

/** The code with its quiet zone, on the label. */
export function quietArea({ frame, symbol, u, v, module, rowHeight }: CodeMark): Area {
  const [sides, ends] = [symbol.quiet.x * module, symbol.quiet.y * module];
  return toArea(
    rectangleOnLabel(frame, [
      u - sides,
      v - ends,
      symbol.columns * module + 2 * sides,
      symbol.rows * rowHeight + 2 * ends,
    ]),
  );
}

export function toArea([x, y, width, height]: Rectangle): Area {
  return { x, y, width, height };
}

/** The smallest area around several. */
export function around(areas: readonly Area[]): Area {
  const left = Math.min(...areas.map(({ x }) => x));
  const top = Math.min(...areas.map(({ y }) => y));
  return {
    x: left,
    y: top,
    width: Math.max(...areas.map(({ x, width }) => x + width)) - left,
    height: Math.max(...areas.map(({ y, height }) => y + height)) - top,
  };
}
