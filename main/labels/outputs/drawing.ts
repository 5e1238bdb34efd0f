import type { Drawing } from "../../contract/shapes/label";
import type { Layout } from "../layout/layout";
import { codeRectangles, toLabel } from "../layout/marks";
import type { Mark, Rectangle, TextMark } from "../layout/marks";
import { toSegments } from "../type/outline-segments";
import type { SegmentedContour } from "../type/outline-segments";
import type { Typefaces } from "../type/typefaces";

type DrawnMark = Drawing["marks"][number];
type ToPoint = (x: number, y: number) => readonly [x: number, y: number];

/** The layout in millimetres, for the window. */
export function toDrawing({ width, height, area, scale, marks, remarks }: Layout, typefaces: Typefaces): Drawing {
  const toLength = (dots: number): number => Math.round((dots / scale) * 1_000) / 1_000;
  return {
    width: toLength(width),
    height: toLength(height),
    area: { x: toLength(area.x), y: toLength(area.y), width: toLength(area.width), height: toLength(area.height) },
    marks: marks.map((mark) => drawMark(mark, toLength, typefaces)),
    remarks: [...remarks],
  };
}

function drawMark(mark: Mark, toLength: (dots: number) => number, typefaces: Typefaces): DrawnMark {
  const { elementId } = mark;
  const toRectangles = (rectangles: readonly Rectangle[]): DrawnMark => ({
    type: "bars",
    elementId,
    rectangles: rectangles.map(([x, y, width, height]) => [
      toLength(x),
      toLength(y),
      toLength(width),
      toLength(height),
    ]),
  });
  switch (mark.type) {
    case "text":
      return { type: "path", elementId, path: textPath(mark, toLength, typefaces) };
    case "code":
      return toRectangles(codeRectangles(mark));
    case "bars":
      return toRectangles(mark.rectangles);
    case "curve": {
      const path = mark.contours.map((contour) => toPath(contour, (x, y) => [toLength(x), toLength(y)])).join("");
      return { type: "path", elementId, path };
    }
  }
}

function textPath({ face, size, frame, lines }: TextMark, toLength: (dots: number) => number, typefaces: Typefaces) {
  const type = typefaces(face);
  const scale = size / type.unitsPerEm;
  const paths: string[] = [];
  for (const line of lines) {
    let pen = line.u;
    for (const glyph of line.glyphs) {
      const start = Math.round(pen);
      const toPoint: ToPoint = (x, y) => {
        const [onLabelX, onLabelY] = toLabel(frame, start + x * scale, line.v - y * scale);
        return [toLength(onLabelX), toLength(onLabelY)];
      };
      for (const contour of type.contoursOf(glyph).map(toSegments)) {
        if (contour !== undefined) paths.push(toPath(contour, toPoint));
      }
      pen += type.advanceOf(glyph) * scale;
    }
  }
  return paths.join("");
}

/** SVG path data in absolute coordinates. */
function toPath({ x, y, segments }: SegmentedContour, toPoint: ToPoint): string {
  const parts = segments.map((segment) => {
    if (segment.length === 2) return `L${toPoint(segment[0], segment[1]).join(" ")}`;
    return `Q${[...toPoint(segment[0], segment[1]), ...toPoint(segment[2], segment[3])].join(" ")}`;
  });
  return `M${toPoint(x, y).join(" ")}${parts.join("")}Z`;
}
