import type { Layout } from "../../layout/layout";
import type { Mark, Rectangle } from "../../layout/marks";
import type { Area } from "../../layout/placement";
import { createBitmap, turnClockwise } from "../bitmap";
import type { Bitmap } from "../bitmap";
import type { Rasterizer } from "../rasterizer";
import { graphicField } from "./graphic-field";
import { nativeCode } from "./native-code";

/**
 * One label as a ZPL format. Codes are drawn by the printer where it is sure to draw the same; text is sent as dots, because what a printer's
 * own type measures is not known here. Darkness, speed and how the media is sensed stay as the printer was set up.
 */
export function zplLabel(layout: Layout, rasterizer: Rasterizer): string {
  const [across, along] = layout.isTurned ? [layout.height, layout.width] : [layout.width, layout.height];
  const fields = layout.marks.map((mark) => markField(mark, layout, rasterizer)).join("\n");
  return `^XA^CI28^LH0,0^LT0^LS0^FWN^PON^PMN^LRN^PW${across}^LL${along}\n${fields}\n^PQ1,0,0,N^XZ\n`;
}

function markField(mark: Mark, layout: Layout, rasterizer: Rasterizer): string {
  if (mark.type === "bars" && mark.rectangles.every((bar) => isOnLabel(bar, layout)))
    return mark.rectangles.map((bar) => box(bar, layout)).join("");
  const native = mark.type === "code" && !layout.isTurned ? nativeCode(mark) : undefined;
  return native ?? graphic(mark, layout, rasterizer);
}

function box(bar: Rectangle, layout: Layout): string {
  const [x, y, width, height] = asFed(bar, layout);
  return `^FO${x},${y}^GB${width},${height},${Math.min(width, height)}^FS`;
}

/** The mark's dots, as many as lie on the label. */
function graphic(mark: Mark, layout: Layout, rasterizer: Rasterizer): string {
  const area = clip(grow(mark.ink), layout);
  if (area === undefined) return "";
  const bitmap = createBitmap(area.width, area.height);
  rasterizer.draw(mark, bitmap, -area.x, -area.y);
  const [x, y] = asFed([area.x, area.y, area.width, area.height], layout);
  return `^FO${x},${y}${graphicField(fed(bitmap, layout))}`;
}

/** Strokes may reach a dot beyond what type and rounding say. */
function grow({ x, y, width, height }: Area): Area {
  const [left, top] = [Math.floor(x) - 2, Math.floor(y) - 2];
  return { x: left, y: top, width: Math.ceil(x + width) + 2 - left, height: Math.ceil(y + height) + 2 - top };
}

function clip(area: Area, layout: Layout): Area | undefined {
  const [left, top] = [Math.max(0, area.x), Math.max(0, area.y)];
  const width = Math.min(layout.width, area.x + area.width) - left;
  const height = Math.min(layout.height, area.y + area.height) - top;
  return width > 0 && height > 0 ? { x: left, y: top, width, height } : undefined;
}

function isOnLabel([x, y, width, height]: Rectangle, layout: Layout): boolean {
  return x >= 0 && y >= 0 && x + width <= layout.width && y + height <= layout.height;
}

function asFed([x, y, width, height]: Rectangle, layout: Layout): Rectangle {
  return layout.isTurned ? [layout.height - y - height, x, height, width] : [x, y, width, height];
}

function fed(bitmap: Bitmap, layout: Layout): Bitmap {
  return layout.isTurned ? turnClockwise(bitmap) : bitmap;
}
