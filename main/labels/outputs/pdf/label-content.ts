import type { Layout } from "../../layout/layout";
import { codeRectangles, toLabel } from "../../layout/marks";
import type { Mark, Rectangle, TextMark } from "../../layout/marks";
import type { SegmentedContour } from "../../type/outline-segments";
import type { PdfFonts } from "./pdf-fonts";

/** Where a label stands on its page: the page's height and the label's upper left corner in dots, and points in a dot. */
export interface PagePlace {
  readonly pageHeight: number;
  readonly x: number;
  readonly y: number;
  readonly pointsInDot: number;
}

/**
 * The operators that draw one label. The matrix lets all of it be written in the label's own dots with y down; a code is one path, so that no
 * viewer leaves hair lines between its rows.
 */
export function labelContent(layout: Layout, place: PagePlace, fonts: PdfFonts): string {
  const marks = layout.marks.map((mark) => markContent(mark, fonts)).join("\n");
  return `q ${matrixOf(layout, place)} cm 0 0 ${layout.width} ${layout.height} re W n\n${marks}\nQ\n`;
}

function matrixOf({ isTurned, height }: Layout, { pageHeight, x, y, pointsInDot: scale }: PagePlace): string {
  const bottom = (pageHeight - y) * scale;
  const matrix = isTurned
    ? [0, -scale, -scale, 0, (x + height) * scale, bottom]
    : [scale, 0, 0, -scale, x * scale, bottom];
  return matrix.map(toNumber).join(" ");
}

function markContent(mark: Mark, fonts: PdfFonts): string {
  switch (mark.type) {
    case "text":
      return textContent(mark, fonts);
    case "code":
      return rectanglesContent(codeRectangles(mark));
    case "bars":
      return rectanglesContent(mark.rectangles);
    case "curve":
      return `${mark.contours.map(contourContent).join(" ")} f`;
  }
}

function rectanglesContent(rectangles: readonly Rectangle[]): string {
  return `${rectangles.map((rectangle) => `${rectangle.join(" ")} re`).join("\n")} f`;
}

function textContent({ frame, face, size, lines }: TextMark, fonts: PdfFonts): string {
  const [originX, originY] = toLabel(frame, 0, 0);
  const [alongX, alongY] = toLabel(frame, 1, 0);
  const [upX, upY] = toLabel(frame, 0, -1);
  const turn = [alongX - originX, alongY - originY, upX - originX, upY - originY].join(" ");
  const shown = lines.map((line) => {
    const [x, y] = toLabel(frame, line.u, line.v);
    return `${turn} ${toNumber(x)} ${toNumber(y)} Tm ${fonts.encode(face, line)} Tj`;
  });
  return `BT /${fonts.nameOf(face)} ${toNumber(size)} Tf ${shown.join(" ")} ET`;
}

/** PDF has cubic curves only: the control points lie two thirds of the way to the quadratic one. */
function contourContent({ x, y, segments }: SegmentedContour): string {
  let [fromX, fromY] = [x, y];
  const parts = segments.map((segment) => {
    if (segment.length === 2) {
      [fromX, fromY] = segment;
      return `${toNumber(fromX)} ${toNumber(fromY)} l`;
    }
    const [controlX, controlY, endX, endY] = segment;
    const points = [
      fromX + ((controlX - fromX) * 2) / 3,
      fromY + ((controlY - fromY) * 2) / 3,
      endX + ((controlX - endX) * 2) / 3,
      endY + ((controlY - endY) * 2) / 3,
      endX,
      endY,
    ];
    [fromX, fromY] = [endX, endY];
    return `${points.map(toNumber).join(" ")} c`;
  });
  return `${toNumber(x)} ${toNumber(y)} m ${parts.join(" ")} h`;
}

/** Six decimals are far below a dot even across a page. */
export function toNumber(value: number): string {
  return Number.isInteger(value) ? String(value) : String(Math.round(value * 1e6) / 1e6);
}
