import type { TrueType } from "../type/true-type";
import { toTokens, wrap } from "./wrap-text";
import type { Token } from "./wrap-text";

export interface TextStyle {
  /** The em in dots, as it should be and as it may become. */
  readonly size: number;
  readonly minimumSize: number;
  readonly maximumLines: number;
}

export interface SetText {
  readonly size: number;
  readonly lines: readonly string[];
  readonly isClipped: boolean;
}

/** Room of a line in ems. */
export const lineHeight = 1.164;
/** A text stays in fewer lines while it is at least so large, of what it should be. */
const goodShare = 0.45;
const shrinkStep = 0.95;

/**
 * Fits text into a box: it shrinks in one line first; where that makes it much smaller, it is wrapped into as many lines as let it be
 * largest. What does not fit at the smallest size is cut and ends in an ellipsis.
 */
export function setText(
  text: string,
  face: TrueType,
  box: { readonly width: number; readonly height: number },
  style: TextStyle,
): SetText {
  const paragraphs = text.split("\n").map((line) => toTokens(line, face));
  const tries = Array.from({ length: style.maximumLines }, (_, place) =>
    largestFitting(paragraphs, box, { ...style, maximumLines: place + 1 }),
  ).filter((set) => set !== undefined);
  const good = tries.find(({ size }) => size >= style.size * goodShare);
  const largest = tries.reduce<SetText | undefined>(
    (best, set) => (best === undefined || set.size > best.size ? set : best),
    undefined,
  );
  return good ?? largest ?? clip(paragraphs, face, box, style);
}

function largestFitting(
  paragraphs: readonly (readonly Token[])[],
  box: { readonly width: number; readonly height: number },
  { size: wanted, minimumSize, maximumLines }: TextStyle,
): SetText | undefined {
  if (paragraphs.length > maximumLines) return undefined;
  const least = Math.min(wanted, minimumSize);
  for (let size = wanted; ; size = Math.max(least, size * shrinkStep)) {
    const set = quantize(size, least);
    const lines = maximumLines === paragraphs.length ? unwrapped(paragraphs, box.width / set) : undefined;
    const wrapped = lines ?? wrap(paragraphs, box.width / set, { maySplitWords: size <= least });
    if (wrapped !== undefined && wrapped.length <= maximumLines && isHighEnough(wrapped.length, set, box.height))
      return { size: set, lines: wrapped, isClipped: false };
    if (size <= least) return undefined;
  }
}

/** Whole lines only, when they are narrow enough. */
function unwrapped(paragraphs: readonly (readonly Token[])[], widthInEms: number): readonly string[] | undefined {
  const fit = paragraphs.every((tokens) => tokens.reduce((sum, { width }) => sum + width, 0) <= widthInEms);
  return fit ? paragraphs.map((tokens) => tokens.map(({ text }) => text).join("")) : undefined;
}

function clip(
  paragraphs: readonly (readonly Token[])[],
  face: TrueType,
  box: { readonly width: number; readonly height: number },
  style: TextStyle,
): SetText {
  const size = Math.min(style.size, style.minimumSize);
  const lines = wrap(paragraphs, box.width / size, { maySplitWords: true }) ?? [];
  const room = Math.floor((box.height * 1.02) / (size * lineHeight));
  const kept = lines.slice(0, Math.max(1, Math.min(style.maximumLines, room)));
  const last = kept.pop() ?? "";
  return { size, lines: [...kept, withEllipsis(last, face, box.width / size)], isClipped: true };
}

function withEllipsis(line: string, face: TrueType, widthInEms: number): string {
  const characters = [...line.trimEnd()];
  while (characters.length > 0 && widthOf(`${characters.join("")}…`, face) > widthInEms) characters.pop();
  return `${characters.join("").trimEnd()}…`;
}

/** In ems. */
export function widthOf(text: string, face: TrueType): number {
  let units = 0;
  for (const character of text) units += face.advanceOf(face.glyphOf(character.codePointAt(0) ?? 0));
  return units / face.unitsPerEm;
}

function isHighEnough(lineCount: number, size: number, height: number): boolean {
  return lineCount * size * lineHeight <= height * 1.02;
}

/** Quarters of a dot: close enough for the eye, and few sizes for the glyphs that are kept ready. */
function quantize(size: number, least: number): number {
  return Math.max(least, Math.floor(size * 4) / 4);
}
