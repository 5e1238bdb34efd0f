import type { LabelElement, LabelValues } from "../../contract/shapes/label";
import type { Typefaces } from "../type/typefaces";
import { codeMark } from "./code-mark";
import { frameMark, lineMark } from "./drawn-marks";
import { fillContent } from "./fill-content";
import type { LabelGrid } from "./label-grid";
import type { Frame, MarkedElement } from "./marks";
import { turnedBox } from "./placement";
import { textMark } from "./text-mark";

/** The marks of one element on the label's dots, and what stands against them. */
export function markElement(
  element: LabelElement,
  values: LabelValues,
  grid: LabelGrid,
  typefaces: Typefaces,
): MarkedElement {
  const frame = frameOf(element, grid);
  switch (element.type) {
    case "text":
      return textMark(element, fillContent(element.content, values), frame, grid.scale, typefaces);
    case "code":
      return codeMark(element, fillContent(element.content, values).trim(), frame);
    case "line":
      return { marks: [lineMark(element, frame, grid.scale)], remarks: [] };
    case "frame":
      return { marks: [frameMark(element, frame, grid.scale)], remarks: [] };
  }
}

/** Both edges are rounded, so that neighbours in millimetres stay neighbours in dots. */
function frameOf(element: LabelElement, { scale, x, y }: LabelGrid): Frame {
  const box = turnedBox(element);
  const left = Math.round(box.x * scale);
  const top = Math.round(box.y * scale);
  return {
    x: x + left,
    y: y + top,
    width: Math.max(1, Math.round((box.x + box.width) * scale) - left),
    height: Math.max(1, Math.round((box.y + box.height) * scale) - top),
    rotation: element.rotation,
  };
}
