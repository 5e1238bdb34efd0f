import type { RackDrawing } from "../ports/rack-drawing";
import { figureHead } from "./figure";

/** Paper upright, in millimetres [ISO 216; ANSI/ASME Y14.1]. */
const papers: Readonly<Record<RackDrawing["paper"], readonly [width: number, height: number]>> = {
  a4: [210, 297],
  a3: [297, 420],
  letter: [215.9, 279.4],
};

export const margin = 12;
export const pageHead = 9;
export const pageFoot = 9;
export const figureGap = 6;
/** A face narrower than this has no room for a name and its customer. */
const leastFace = 38;
const mostFace = 84;
/** A unit lower than this is hard to write in on paper. */
const leastUnit = 4.2;
const mostUnit = 7.5;

/** How racks are shared out among pages. */
export interface PagePlan {
  readonly width: number;
  readonly height: number;
  readonly perPage: number;
  readonly figureWidth: number;
  readonly unitHeight: number;
}

/** The way of laying paper that takes the most racks a page and keeps them readable; upright where both take the same. */
export function planPages(drawing: Pick<RackDrawing, "racks" | "faces" | "paper">): PagePlan {
  const [short, long] = papers[drawing.paper];
  const upright = planFor(drawing, short, long);
  const lying = planFor(drawing, long, short);
  return lying.perPage > upright.perPage && lying.unitHeight >= leastUnit ? lying : upright;
}

function planFor({ racks, faces }: Pick<RackDrawing, "racks" | "faces">, width: number, height: number): PagePlan {
  const highest = Math.max(1, ...racks.map(({ size }) => size));
  const across = width - 2 * margin;
  const least = leastFace * faces.length;
  const perPage = Math.max(1, Math.min(racks.length, Math.floor((across + figureGap) / (least + figureGap))));
  const figureWidth = Math.min(mostFace * faces.length, (across - figureGap * (perPage - 1)) / perPage);
  const down = height - 2 * margin - pageHead - pageFoot - figureHead;
  return { width, height, perPage, figureWidth, unitHeight: Math.min(mostUnit, down / highest) };
}
