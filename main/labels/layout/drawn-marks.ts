import type { LabelElement } from "../../contract/shapes/label";
import type { SegmentedContour, Segment } from "../type/outline-segments";
import { around, frameSize, rectangleOnLabel, toArea, toLabel } from "./marks";
import type { BarsMark, CurveMark, Frame, Rectangle } from "./marks";

type LineElement = Extract<LabelElement, { type: "line" }>;
type FrameElement = Extract<LabelElement, { type: "frame" }>;

/** A rule through the middle of its box, along the longer side. */
export function lineMark({ id, thickness }: LineElement, frame: Frame, scale: number): BarsMark {
  const { width, height } = frameSize(frame);
  const dots = Math.max(1, Math.round(thickness * scale));
  const rule: Rectangle =
    width >= height
      ? [0, Math.floor((height - dots) / 2), width, dots]
      : [Math.floor((width - dots) / 2), 0, dots, height];
  return toBars(id, [rectangleOnLabel(frame, rule)]);
}

/** A frame inside its box; with round corners it is a curve. */
export function frameMark({ id, thickness, radius }: FrameElement, frame: Frame, scale: number): BarsMark | CurveMark {
  const { width, height } = frameSize(frame);
  const dots = Math.min(Math.max(1, Math.round(thickness * scale)), Math.ceil(Math.min(width, height) / 2));
  if (radius > 0) return roundedFrame(id, frame, dots, radius * scale);
  const sides: readonly Rectangle[] = [
    [0, 0, width, dots],
    [0, height - dots, width, dots],
    [0, dots, dots, height - 2 * dots],
    [width - dots, dots, dots, height - 2 * dots],
  ];
  return toBars(
    id,
    sides.filter(([, , , sideHeight]) => sideHeight > 0).map((side) => rectangleOnLabel(frame, side)),
  );
}

function toBars(elementId: string, rectangles: readonly Rectangle[]): BarsMark {
  return { type: "bars", elementId, rectangles, ink: around(rectangles.map(toArea)) };
}

function roundedFrame(elementId: string, frame: Frame, dots: number, wantedRadius: number): CurveMark {
  const { width, height } = frameSize(frame);
  const radius = Math.min(wantedRadius, width / 2, height / 2);
  const inner = Math.max(0, radius - dots);
  return {
    type: "curve",
    elementId,
    contours: [
      roundedRectangle(frame, 0, radius, 1),
      ...(Math.min(width, height) > 2 * dots ? [roundedRectangle(frame, dots, inner, -1)] : []),
    ],
    ink: { x: frame.x, y: frame.y, width: frame.width, height: frame.height },
  };
}

/** Two quadratic curves a corner are off a circle by less than a hundredth of the radius. The inner contour runs the other way. */
function roundedRectangle(frame: Frame, inset: number, radius: number, direction: 1 | -1): SegmentedContour {
  const { width, height } = frameSize(frame);
  const [left, top, right, bottom] = [inset, inset, width - inset, height - inset];
  const centres = [
    [right - radius, top + radius, -90],
    [right - radius, bottom - radius, 0],
    [left + radius, bottom - radius, 90],
    [left + radius, top + radius, 180],
  ] as const;
  const points = centres.flatMap(([x, y, from]) =>
    [0, 22.5, 45, 67.5, 90].map((step) => pointAt(x, y, radius, from + step)),
  );
  const ordered = direction === 1 ? points : points.reverse();
  const onLabel = ordered.map(([u, v]) => toLabel(frame, u, v));
  const [startX, startY] = onLabel[0] ?? [0, 0];
  const segments: Segment[] = [];
  for (let corner = 0; corner < 4; corner += 1) {
    const at = corner * 5;
    const [first, , middle, , last] = onLabel.slice(at, at + 5);
    if (first === undefined || middle === undefined || last === undefined) continue;
    segments.push(first, arcTo(first, onLabel[at + 1] ?? middle, middle), arcTo(middle, onLabel[at + 3] ?? last, last));
  }
  return { x: startX, y: startY, segments };
}

function pointAt(x: number, y: number, radius: number, degrees: number): readonly [number, number] {
  const angle = (degrees * Math.PI) / 180;
  return [x + radius * Math.cos(angle), y + radius * Math.sin(angle)];
}

/** The quadratic curve that passes through `via` half-way. */
function arcTo(
  from: readonly [number, number],
  via: readonly [number, number],
  to: readonly [number, number],
): readonly [number, number, number, number] {
  return [2 * via[0] - (from[0] + to[0]) / 2, 2 * via[1] - (from[1] + to[1]) / 2, to[0], to[1]];
}
