import type { LabelElement, Stock, TemplateContent } from "../../contract/shapes/label";

/** A rectangle from the upper left corner of the label as it is read. */
export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Where a template stands on stock, in millimetres. */
export interface Placement {
  /** The label is read at 90° to the way that it is fed: its left edge comes out first. */
  readonly isTurned: boolean;
  readonly width: number;
  readonly height: number;
  /** What the printer can reach. */
  readonly area: Area;
  /** The template's upper left corner. */
  readonly x: number;
  readonly y: number;
  /** Is there room for the designed area, and is every element inside the printable part. */
  readonly hasRoom: boolean;
  readonly isInside: boolean;
}

/** Stock and printers are this exact; what goes over by less is not cut. */
const slack = 0.15;

/**
 * Puts a template on stock: straight, or turned where only that fits. On tape the text runs along the tape whenever it can. Die-cut
 * labels and sheets have the template in the middle of their printable part; continuous stock is as long as the template says, and longer where its
 * elements would lie in the ends that the printer cannot reach.
 */
export function placeTemplate(template: TemplateContent, stock: Stock): Placement {
  const straight = placeStraight(template, stock);
  const turned = template.height === null ? undefined : placeTurned(template, stock);
  const ways = [straight, turned].filter((way) => way !== undefined);
  if (stock.family === "brother-pt") ways.reverse();
  return ways.find((way) => way.hasRoom && way.isInside) ?? ways.find((way) => way.hasRoom) ?? ways[0] ?? straight;
}

/** Whether all that the template has can be printed on the stock. */
export function fits(template: TemplateContent, stock: Stock): boolean {
  const placement = placeTemplate(template, stock);
  return placement.hasRoom && placement.isInside;
}

/** The box of an element as it stands on the template, after turning. */
export function turnedBox({ x, y, width, height, rotation }: LabelElement): Area {
  if (rotation === 0 || rotation === 180) return { x, y, width, height };
  return { x: x + (width - height) / 2, y: y + (height - width) / 2, width: height, height: width };
}

function placeStraight(template: TemplateContent, stock: Stock): Placement {
  const { top, right, bottom, left } = stock.margins;
  const across = along(template.width, stock.width, left, right);
  const down =
    stock.height === null
      ? alongContinuous(template.height ?? contentEnd(template), extent(template, "y", "height"), top, bottom)
      : along(template.height ?? stock.height, stock.height, top, bottom);
  return toPlacement(template, stock, false, across, down);
}

function placeTurned(template: TemplateContent, stock: Stock): Placement {
  const { top, right, bottom, left } = stock.margins;
  const height = template.height ?? stock.width;
  const across =
    stock.height === null
      ? alongContinuous(template.width, extent(template, "x", "width"), top, bottom)
      : along(template.width, stock.height, top, bottom);
  return toPlacement(template, stock, true, across, along(height, stock.width, right, left));
}

/** One direction: total length, the printable part of it, and where the template begins. */
interface Span {
  readonly total: number;
  readonly start: number;
  readonly printable: number;
  readonly from: number;
  readonly hasRoom: boolean;
}

function along(size: number, total: number, before: number, after: number): Span {
  const printable = total - before - after;
  const room = size <= printable + slack ? { start: before, length: printable } : { start: 0, length: total };
  return {
    total,
    start: before,
    printable,
    from: Math.max(0, room.start + (room.length - size) / 2),
    hasRoom: size <= total + slack,
  };
}

function alongContinuous(size: number, used: { from: number; to: number }, before: number, after: number): Span {
  const lead = Math.max(0, before - used.from);
  const tail = Math.max(0, after - (size - used.to));
  const total = lead + size + tail;
  return { total, start: before, printable: total - before - after, from: lead, hasRoom: true };
}

function extent(template: TemplateContent, side: "x" | "y", length: "width" | "height"): { from: number; to: number } {
  const boxes = template.elements.map(turnedBox);
  const size = length === "width" ? template.width : (template.height ?? contentEnd(template));
  return {
    from: Math.max(0, Math.min(size, ...boxes.map((box) => box[side]))),
    to: Math.min(size, Math.max(0, ...boxes.map((box) => box[side] + box[length]))),
  };
}

/** Lowest edge of an element; what a template without a height reaches down to at most. */
function contentEnd({ elements }: TemplateContent): number {
  return Math.max(3, ...elements.map(turnedBox).map((box) => box.y + box.height));
}

function toPlacement(template: TemplateContent, stock: Stock, isTurned: boolean, across: Span, down: Span): Placement {
  const placement = {
    isTurned,
    width: across.total,
    height: down.total,
    area: { x: across.start, y: down.start, width: across.printable, height: down.printable },
    x: across.from,
    y: down.from,
    hasRoom: across.hasRoom && down.hasRoom,
  };
  const isInside = template.elements
    .map(turnedBox)
    .every((box) => isPrintable({ ...box, x: box.x + placement.x, y: box.y + placement.y }, placement.area, stock));
  return { ...placement, isInside };
}

function isPrintable(box: Area, area: Area, stock: Stock): boolean {
  const isInArea =
    box.x >= area.x - slack &&
    box.y >= area.y - slack &&
    box.x + box.width <= area.x + area.width + slack &&
    box.y + box.height <= area.y + area.height + slack;
  return isInArea && (stock.form !== "round" || isInCircle(box, area, slack));
}

/** Whether the corners of a box lie in the circle that an area holds. */
export function isInCircle(box: Area, area: Area, tolerance: number): boolean {
  const radius = Math.min(area.width, area.height) / 2 + tolerance;
  const [centreX, centreY] = [area.x + area.width / 2, area.y + area.height / 2];
  const corner = Math.hypot(
    Math.max(Math.abs(box.x - centreX), Math.abs(box.x + box.width - centreX)),
    Math.max(Math.abs(box.y - centreY), Math.abs(box.y + box.height - centreY)),
  );
  return corner <= radius;
}
