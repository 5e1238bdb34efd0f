import type { Contour } from "./glyph-outline";

/** A piece of a contour: a point to go to, by a curve where a control point stands before it. */
export type Segment =
  readonly [x: number, y: number] | readonly [controlX: number, controlY: number, x: number, y: number];

export interface SegmentedContour {
  readonly x: number;
  readonly y: number;
  readonly segments: readonly Segment[];
}

/** The contour as lines and quadratic curves. Between two control points in a row a point on the curve is implied. */
export function toSegments(contour: Contour): SegmentedContour | undefined {
  const points = contour.flatMap((point, place) => {
    const next = contour[(place + 1) % contour.length] ?? point;
    if (point.isOn || next.isOn) return [point];
    return [point, { x: (point.x + next.x) / 2, y: (point.y + next.y) / 2, isOn: true }];
  });
  const first = points.findIndex(({ isOn }) => isOn);
  const start = points[first];
  if (start === undefined) return undefined;
  const segments: Segment[] = [];
  for (let step = 1; step <= points.length; step += 1) {
    const point = points[(first + step) % points.length] ?? start;
    if (point.isOn) {
      segments.push([point.x, point.y]);
      continue;
    }
    step += 1;
    const end = points[(first + step) % points.length] ?? start;
    segments.push([point.x, point.y, end.x, end.y]);
  }
  return { x: start.x, y: start.y, segments };
}
