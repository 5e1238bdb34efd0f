import type { LabelElement, TemplateContent } from "../../../main/contract/shapes/label";

export type Draft = TemplateContent;

/** A corner or an edge that is pulled; compass points, the way the label lies on the screen. */
export type Handle = "n" | "e" | "s" | "w" | "ne" | "se" | "sw" | "nw";
export const handles: readonly Handle[] = ["nw", "n", "ne", "e", "se", "s", "sw", "w"];

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Millimetres of the grid, and how near an edge has to come to another one to be drawn to it. */
const gridMm = 0.5;
const reachMm = 0.6;
const smallestMm = 1;

/** Height that a continuous label is drawn with while its content decides. */
export const openHeightMm = 40;

export function elementOf(draft: Draft, id: string | null): LabelElement | undefined {
  return draft.elements.find((one) => one.id === id);
}

export function changeElement(draft: Draft, id: string, change: Partial<LabelElement>): Draft {
  // A change names fields of the element's own type only.
  const elements = draft.elements.map((one) => (one.id === id ? ({ ...one, ...change } as LabelElement) : one));
  return { ...draft, elements };
}

export function removeElement(draft: Draft, id: string): Draft {
  return { ...draft, elements: draft.elements.filter((one) => one.id !== id) };
}

/** A copy a little lower and further right, on top of the others. */
export function duplicateElement(draft: Draft, id: string): { readonly draft: Draft; readonly id: string } {
  const element = elementOf(draft, id);
  if (element === undefined) return { draft, id };
  const copy = { ...element, id: freeId(draft), x: tidy(element.x + 2), y: tidy(element.y + 2) };
  return { draft: { ...draft, elements: [...draft.elements, copy] }, id: copy.id };
}

/** A new element in the middle of the label, of a size that fits it. */
export function addElement(draft: Draft, type: LabelElement["type"]): { readonly draft: Draft; readonly id: string } {
  const height = draft.height ?? openHeightMm;
  const side = tidy(Math.min(draft.width, height) * 0.6);
  const wide = tidy(draft.width * 0.6);
  const id = freeId(draft);
  const middle = (width: number, tall: number) => ({
    id,
    x: tidy((draft.width - width) / 2),
    y: tidy((height - tall) / 2),
    width,
    height: tall,
    rotation: 0 as const,
  });
  const elements: Readonly<Record<LabelElement["type"], LabelElement>> = {
    text: {
      ...middle(wide, Math.min(5, height)),
      type: "text",
      content: "{name}",
      size: Math.min(4, height),
      minimumSize: Math.min(2, height),
      isBold: false,
      align: "start",
      anchor: "middle",
      maximumLines: 1,
    },
    code: { ...middle(side, side), type: "code", symbology: "qr", content: "{id}" },
    line: { ...middle(wide, 0.4), type: "line", thickness: 0.4 },
    frame: { ...middle(wide, side), type: "frame", thickness: 0.4, radius: 0 },
  };
  return { draft: { ...draft, elements: [...draft.elements, elements[type]] }, id };
}

/** Moves the box by so much, drawn to the edges and middles of the others unless `isFree`. */
export function moveBox(box: Box, by: { readonly x: number; readonly y: number }, guides: Guides | null): Box {
  const moved = { ...box, x: box.x + by.x, y: box.y + by.y };
  if (guides === null) return { ...moved, x: tidy(moved.x), y: tidy(moved.y) };
  return {
    ...moved,
    x: draw(moved.x, moved.width, guides.vertical),
    y: draw(moved.y, moved.height, guides.horizontal),
  };
}

/** Pulls an edge or a corner; the opposite one stays. */
export function resizeBox(
  box: Box,
  handle: Handle,
  by: { readonly x: number; readonly y: number },
  guides: Guides | null,
): Box {
  const edge = (value: number, lines: readonly number[] | undefined) => drawEdge(value, lines ?? null);
  let { x, y, width, height } = box;
  if (handle.includes("e")) width = edge(box.x + box.width + by.x, guides?.vertical) - x;
  if (handle.includes("s")) height = edge(box.y + box.height + by.y, guides?.horizontal) - y;
  if (handle.includes("w")) {
    x = Math.min(edge(box.x + by.x, guides?.vertical), box.x + box.width - smallestMm);
    width = box.x + box.width - x;
  }
  if (handle.includes("n")) {
    y = Math.min(edge(box.y + by.y, guides?.horizontal), box.y + box.height - smallestMm);
    height = box.y + box.height - y;
  }
  return {
    x: tidy(x),
    y: tidy(y),
    width: tidy(Math.max(width, smallestMm)),
    height: tidy(Math.max(height, smallestMm)),
  };
}

/** Lines that boxes are drawn to. */
export interface Guides {
  readonly vertical: readonly number[];
  readonly horizontal: readonly number[];
}

/** Edges and middles of the label and of every element but one. */
export function guidesBeside(draft: Draft, id: string): Guides {
  const height = draft.height ?? openHeightMm;
  const others = draft.elements.filter((one) => one.id !== id);
  return {
    vertical: [
      0,
      draft.width / 2,
      draft.width,
      ...others.flatMap((one) => [one.x, one.x + one.width / 2, one.x + one.width]),
    ],
    horizontal: [
      0,
      height / 2,
      height,
      ...others.flatMap((one) => [one.y, one.y + one.height / 2, one.y + one.height]),
    ],
  };
}

/** Where a stretch begins so that its start, middle or end lies on the nearest line in reach, or else on the grid. */
function draw(start: number, length: number, lines: readonly number[]): number {
  let best: number | undefined;
  for (const line of lines) {
    for (const part of [0, length / 2, length]) {
      const offset = line - (start + part);
      if (Math.abs(offset) <= reachMm && (best === undefined || Math.abs(offset) < Math.abs(best))) best = offset;
    }
  }
  return tidy(best === undefined ? onGrid(start) : start + best);
}

function drawEdge(value: number, lines: readonly number[] | null): number {
  if (lines === null) return value;
  const near = lines.filter((line) => Math.abs(line - value) <= reachMm);
  const nearest = near.sort((left, right) => Math.abs(left - value) - Math.abs(right - value))[0];
  return nearest ?? onGrid(value);
}

function onGrid(value: number): number {
  return Math.round(value / gridMm) * gridMm;
}

/** Hundredths of a millimetre are finer than any printer. */
export function tidy(value: number): number {
  return Math.round(value * 100) / 100;
}

function freeId(draft: Draft): string {
  const taken = new Set(draft.elements.map(({ id }) => id));
  let number = draft.elements.length + 1;
  while (taken.has(`e${String(number)}`)) number += 1;
  return `e${String(number)}`;
}
