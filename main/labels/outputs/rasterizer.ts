import { codeRectangles, toLabel } from "../layout/marks";
import type { Frame, Mark, TextMark } from "../layout/marks";
import { toSegments } from "../type/outline-segments";
import type { Typefaces } from "../type/typefaces";
import { createBitmap, fillRectangle, stamp } from "./bitmap";
import type { Bitmap } from "./bitmap";
import { fillContours } from "./fill-contours";
import type { Shape } from "./fill-contours";

/** Draws marks on bitmaps, and keeps the glyphs it has drawn for the next label. */
export interface Rasterizer {
  /** `x` and `y` are where the label's upper left corner lies on the bitmap. */
  draw(mark: Mark, bitmap: Bitmap, x: number, y: number): void;
}

/** Glyphs of a run: some sizes of some alphabets. Beyond that the shelf is emptied, so that it never grows. */
const mostGlyphs = 5_000;

export function createRasterizer(typefaces: Typefaces): Rasterizer {
  const glyphs = new Map<string, Shape | null>();
  const shapeOf = ({ face, size, frame }: TextMark, glyph: number): Shape | null => {
    const key = `${face} ${size} ${frame.rotation} ${glyph}`;
    const known = glyphs.get(key);
    if (known !== undefined) return known;
    const type = typefaces(face);
    const scale = size / type.unitsPerEm;
    const upright: Frame = { x: 0, y: 0, width: 0, height: 0, rotation: frame.rotation };
    const contours = type.contoursOf(glyph).map(toSegments);
    const shape =
      fillContours(
        contours.filter((contour) => contour !== undefined),
        (x, y) => toLabel(upright, x * scale, -y * scale),
      ) ?? null;
    if (glyphs.size >= mostGlyphs) glyphs.clear();
    glyphs.set(key, shape);
    return shape;
  };
  const drawText = (mark: TextMark, bitmap: Bitmap, x: number, y: number): void => {
    const type = typefaces(mark.face);
    const scale = mark.size / type.unitsPerEm;
    for (const line of mark.lines) {
      let pen = line.u;
      for (const glyph of line.glyphs) {
        const shape = shapeOf(mark, glyph);
        const [atX, atY] = toLabel(mark.frame, Math.round(pen), line.v);
        if (shape !== null) stamp(bitmap, shape.bitmap, x + atX + shape.left, y + atY + shape.top);
        pen += type.advanceOf(glyph) * scale;
      }
    }
  };
  return {
    draw: (mark, bitmap, x, y) => {
      switch (mark.type) {
        case "text":
          drawText(mark, bitmap, x, y);
          return;
        case "code":
          for (const [left, top, width, height] of codeRectangles(mark))
            fillRectangle(bitmap, x + left, y + top, width, height);
          return;
        case "bars":
          for (const [left, top, width, height] of mark.rectangles)
            fillRectangle(bitmap, x + left, y + top, width, height);
          return;
        case "curve": {
          const shape = fillContours(mark.contours, (left, top) => [left, top]);
          if (shape !== undefined) stamp(bitmap, shape.bitmap, x + shape.left, y + shape.top);
        }
      }
    },
  };
}

/** The whole label as it is read. */
export function rasterize(
  { width, height, marks }: { readonly width: number; readonly height: number; readonly marks: readonly Mark[] },
  rasterizer: Rasterizer,
): Bitmap {
  const bitmap = createBitmap(width, height);
  for (const mark of marks) rasterizer.draw(mark, bitmap, 0, 0);
  return bitmap;
}
