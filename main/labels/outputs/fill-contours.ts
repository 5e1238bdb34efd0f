import type { SegmentedContour } from "../type/outline-segments";
import { createBitmap, setBlack } from "./bitmap";
import type { Bitmap } from "./bitmap";

/** A drawn shape and where its upper left dot lies. */
export interface Shape {
  readonly bitmap: Bitmap;
  readonly left: number;
  readonly top: number;
}

/** From the contours' own coordinates to dots, y down. */
export type ToDots = (x: number, y: number) => readonly [x: number, y: number];

interface Edge {
  readonly top: number;
  readonly bottom: number;
  readonly topX: number;
  /** Dots to the right for each dot down. */
  readonly slope: number;
  readonly winding: 1 | -1;
}

const rowsInADot = 4;
const stepsOfCurve = 6;
/** Less than half of a dot, so that a stroke between two rows of dots becomes thicker rather than vanishing. */
const darkShare = 0.42;

/** Fills contours by the nonzero rule. A dot is black when enough of it is covered; there is no grey. */
export function fillContours(contours: readonly SegmentedContour[], toDots: ToDots): Shape | undefined {
  const lines = contours.map((contour) => flatten(contour, toDots));
  const points = lines.flat();
  if (points.length === 0) return undefined;
  const left = Math.floor(Math.min(...points.map(([x]) => x)));
  const top = Math.floor(Math.min(...points.map(([, y]) => y)));
  const right = Math.ceil(Math.max(...points.map(([x]) => x)));
  const bottom = Math.ceil(Math.max(...points.map(([, y]) => y)));
  const bitmap = createBitmap(Math.max(1, right - left), Math.max(1, bottom - top));
  const edges = lines.flatMap(toEdges);
  const covered = new Float32Array(bitmap.width);
  for (let row = 0; row < bitmap.height; row += 1) {
    covered.fill(0);
    for (let part = 0; part < rowsInADot; part += 1)
      addSpans(edges, top + row + (part + 0.5) / rowsInADot, left, covered);
    for (let x = 0; x < bitmap.width; x += 1) {
      if ((covered[x] ?? 0) >= darkShare * rowsInADot) setBlack(bitmap, x, row);
    }
  }
  return { bitmap, left, top };
}

function flatten({ x, y, segments }: SegmentedContour, toDots: ToDots): (readonly [number, number])[] {
  const points = [toDots(x, y)];
  let [fromX, fromY] = [x, y];
  for (const segment of segments) {
    if (segment.length === 2) points.push(toDots(segment[0], segment[1]));
    else {
      const [controlX, controlY, endX, endY] = segment;
      for (let step = 1; step <= stepsOfCurve; step += 1) {
        const at = step / stepsOfCurve;
        const [before, middle, after] = [(1 - at) ** 2, 2 * at * (1 - at), at ** 2];
        points.push(
          toDots(before * fromX + middle * controlX + after * endX, before * fromY + middle * controlY + after * endY),
        );
      }
    }
    [fromX, fromY] = segment.length === 2 ? segment : [segment[2], segment[3]];
  }
  return points;
}

function toEdges(points: readonly (readonly [number, number])[]): Edge[] {
  return points.flatMap(([x, y], place): Edge[] => {
    const [nextX, nextY] = points[(place + 1) % points.length] ?? [x, y];
    if (y === nextY) return [];
    const slope = (nextX - x) / (nextY - y);
    return y < nextY
      ? [{ top: y, bottom: nextY, topX: x, slope, winding: 1 }]
      : [{ top: nextY, bottom: y, topX: nextX, slope, winding: -1 }];
  });
}

/** Adds how much of each dot of a row the shape covers along one line. */
function addSpans(edges: readonly Edge[], y: number, left: number, covered: Float32Array): void {
  const crossings = edges
    .filter((edge) => edge.top <= y && y < edge.bottom)
    .map((edge) => ({ x: edge.topX + (y - edge.top) * edge.slope - left, winding: edge.winding }))
    .sort((first, second) => first.x - second.x);
  let winding = 0;
  let start = 0;
  for (const crossing of crossings) {
    if (winding === 0) start = crossing.x;
    winding += crossing.winding;
    if (winding === 0) addSpan(covered, start, crossing.x);
  }
}

function addSpan(covered: Float32Array, start: number, end: number): void {
  for (let x = Math.max(0, Math.floor(start)); x < Math.min(covered.length, Math.ceil(end)); x += 1)
    covered[x] = (covered[x] ?? 0) + Math.min(end, x + 1) - Math.max(start, x);
}
