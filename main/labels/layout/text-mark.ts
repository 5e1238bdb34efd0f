import type { LabelElement, LabelRemark } from "../../contract/shapes/label";
import type { TrueType } from "../type/true-type";
import type { Typefaces } from "../type/typefaces";
import { around, frameSize, rectangleOnLabel, toArea } from "./marks";
import type { Frame, MarkedElement, TextLine, TextMark } from "./marks";
import type { Area } from "./placement";
import { remark } from "./remark";
import { lineHeight, setText, widthOf } from "./set-text";

type TextElement = Extract<LabelElement, { type: "text" }>;

/** Below 4.5 points the type cannot be read at arm's length. */
const smallestReadable = 1.6;
/** Scripts whose letters change or turn around by their neighbours; the press sets letters one after the other. */
const shapedScripts =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Devanagari}\p{Script=Thai}\p{Script=Bengali}\p{Script=Tamil}]/u;

/** Text in its box, at the size that lets it fit. */
export function textMark(
  element: TextElement,
  content: string,
  frame: Frame,
  scale: number,
  typefaces: Typefaces,
): MarkedElement {
  const text = toPrintable(content);
  if (text === "") return { marks: [], remarks: [] };
  const face = element.isBold ? "bold" : "regular";
  const type = typefaces(face);
  const box = frameSize(frame);
  const set = setText(text, type, box, {
    size: element.size * scale,
    minimumSize: element.minimumSize * scale,
    maximumLines: element.maximumLines,
  });
  const lines = placeLines(set.lines, type, set.size, element, box);
  const mark: TextMark = {
    type: "text",
    elementId: element.id,
    frame,
    face,
    size: set.size,
    lines,
    ink: inkOf(lines, type, set.size, frame),
  };
  const remarks: LabelRemark[] = [];
  if (set.isClipped)
    remarks.push(remark("warning", "clipped-text", element.id, `“${shorten(text)}” does not fit and is cut.`));
  if (set.size < (smallestReadable - 0.01) * scale)
    remarks.push(
      remark(
        "warning",
        "small-text",
        element.id,
        `The text is ${(set.size / scale).toFixed(1)} mm high: too small for arm's length.`,
      ),
    );
  const missing = missingIn(text, type);
  if (missing !== "")
    remarks.push(remark("warning", "missing-glyph", element.id, `The label's type cannot set “${missing}”.`));
  return { marks: [mark], remarks };
}

/** One line break for each; tabs as spaces; other control characters print nothing. */
function toPrintable(content: string): string {
  return content
    .normalize("NFC")
    .replace(/\r\n?|\u2028|\u2029/g, "\n")
    .replace(/\t/g, " ")
    .replace(/[^\P{C}\n]/gu, "")
    .replace(/^\s+|\s+$/g, "");
}

function placeLines(
  lines: readonly string[],
  face: TrueType,
  size: number,
  { align, anchor }: TextElement,
  box: { readonly width: number; readonly height: number },
): readonly TextLine[] {
  const room = box.height - lines.length * lineHeight * size;
  const top = anchor === "top" ? 0 : anchor === "middle" ? room / 2 : room;
  const ascent = (face.ascent / face.unitsPerEm) * size;
  return lines.map((text, place) => {
    const width = widthOf(text, face) * size;
    const rest = box.width - width;
    return {
      text,
      glyphs: [...text].map((character) => face.glyphOf(character.codePointAt(0) ?? 0)),
      u: align === "start" ? 0 : Math.round(align === "centre" ? rest / 2 : rest),
      v: Math.round(top + ascent + place * lineHeight * size),
      width,
    };
  });
}

function inkOf(lines: readonly TextLine[], face: TrueType, size: number, frame: Frame): Area {
  const scale = size / face.unitsPerEm;
  return around(
    lines.map(({ glyphs, u, v, width }) => {
      const bounds = glyphs.map((glyph) => face.boundsOf(glyph)).filter((one) => one !== undefined);
      const top = Math.max(0, ...bounds.map((one) => one.top)) * scale;
      const bottom = Math.min(0, ...bounds.map((one) => one.bottom)) * scale;
      return toArea(rectangleOnLabel(frame, [u, v - top, width, top - bottom]));
    }),
  );
}

function missingIn(text: string, face: TrueType): string {
  const missing = [...text].filter(
    (character) =>
      character !== "\n" && (face.glyphOf(character.codePointAt(0) ?? 0) === 0 || shapedScripts.test(character)),
  );
  return [...new Set(missing)].slice(0, 8).join("");
}

function shorten(text: string): string {
  const line = text.replace(/\n/g, " ");
  return line.length > 40 ? `${line.slice(0, 40)}…` : line;
}
