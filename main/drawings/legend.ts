import type { RackBlock } from "../contract/shapes/rack";
import { kindMarks } from "./block-marks";
import { boxMark, quietInk } from "./marks";
import type { Mark } from "./marks";
import type { SetLine } from "./set-line";
import type { Words } from "./words";

const kinds: readonly RackBlock["kind"][] = ["server", "planned", "reserved", "panel-reserved", "service-unit"];
const swatch = { width: 6, height: 3.2 };
const size = 2.4;

/** What the looks of blocks mean, in one row from its left edge. */
export function legendMarks(x: number, y: number, words: Words, setLine: SetLine): Mark[] {
  const marks: (Mark | undefined)[] = [];
  let left = x;
  const add = (look: (box: typeof swatch & { x: number; y: number }) => Mark[], name: string): void => {
    const text = setLine(name, { x: left + swatch.width + 1.2, y: y + 2.4, room: 60 }, { size, color: quietInk });
    marks.push(...look({ x: left, y, ...swatch }), text);
    left += swatch.width + 1.2 + (text?.width ?? 0) + 4;
  };
  for (const kind of kinds) add((box) => kindMarks(kind, box), words.kinds[kind]);
  add((box) => [boxMark(box, { stroke: "#9aa0a6", strokeWidth: 0.12 })], words.free);
  add((box) => [boxMark(box, { stroke: "#b00020", strokeWidth: 0.7 })], words.overlap);
  return marks.filter((mark) => mark !== undefined);
}
