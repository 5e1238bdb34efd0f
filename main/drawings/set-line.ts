import { widthOf } from "../labels/layout/set-text";
import type { FaceName, Typefaces } from "../labels/type/typefaces";
import { ink } from "./marks";
import type { TextMark } from "./marks";

interface LineStyle {
  readonly size: number;
  readonly face?: FaceName;
  readonly color?: string;
  readonly align?: "start" | "end" | "middle";
}

/** Where a line of text stands: its baseline, the edge that it is aligned to, and the room it has. */
interface LinePlace {
  readonly x: number;
  readonly y: number;
  readonly room: number;
}

export type SetLine = (text: string, place: LinePlace, style: LineStyle) => TextMark | undefined;

/** Narrower than this share of its size type is hard to read; it is cut instead. */
const leastShrink = 0.8;

/** Sets one line in the room that it has: a little smaller where that helps, or else cut with an ellipsis. Undefined for nothing to set. */
export function createSetLine(typefaces: Typefaces): SetLine {
  return (wanted, { x, y, room }, { size, face = "regular", color = ink, align = "start" }) => {
    const text = plain(wanted);
    if (text === "" || room <= 0) return undefined;
    const type = typefaces(face);
    const natural = widthOf(text, type) * size;
    const fitted = natural > room ? Math.max(size * leastShrink, (size * room) / natural) : size;
    const shown =
      widthOf(text, type) * fitted > room + 0.01 ? cut(text, (line) => widthOf(line, type) * fitted <= room) : text;
    if (shown === "") return undefined;
    const width = widthOf(shown, type) * fitted;
    const left = { start: x, end: x - width, middle: x - width / 2 }[align];
    return { type: "text", text: shown, x: left, y, size: fitted, face, color, width };
  };
}

/** One line without characters that no page can show. */
export function plain(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\uFFFE\uFFFF]+/gu, " ").trim();
}

/** The longest beginning with an ellipsis that fits; empty where not even one character does. */
function cut(text: string, fits: (line: string) => boolean): string {
  const characters = [...text];
  let [least, most] = [0, characters.length];
  while (least < most) {
    const middle = Math.ceil((least + most) / 2);
    if (fits(`${characters.slice(0, middle).join("").trimEnd()}…`)) least = middle;
    else most = middle - 1;
  }
  return least === 0 ? "" : `${characters.slice(0, least).join("").trimEnd()}…`;
}
