import type { TrueType } from "../type/true-type";

/** A piece of text after which a line may end. */
export interface Token {
  readonly text: string;
  /** In ems. */
  readonly width: number;
  /** The same without white space at its end, which may hang over. */
  readonly inkWidth: number;
  readonly characters: readonly (readonly [text: string, width: number])[];
}

/** Lines end at white space and after the signs that names of equipment are put together with. */
export function toTokens(line: string, face: TrueType): readonly Token[] {
  return (line.match(/[^\s\-/_.:,]*(?:[-/_.:,]+|\s+|$)/gu) ?? [])
    .filter((text) => text !== "")
    .map((text) => toToken(text, face));
}

function toToken(text: string, face: TrueType): Token {
  const characters = [...text].map(
    (character) => [character, face.advanceOf(face.glyphOf(character.codePointAt(0) ?? 0)) / face.unitsPerEm] as const,
  );
  const inkLength = [...text.trimEnd()].length;
  return {
    text,
    characters,
    width: sumOf(characters),
    inkWidth: sumOf(characters.slice(0, inkLength)),
  };
}

function sumOf(characters: Token["characters"]): number {
  return characters.reduce((sum, [, width]) => sum + width, 0);
}

/** The lines, or undefined when a piece is wider than a line and words may not be split. */
export function wrap(
  paragraphs: readonly (readonly Token[])[],
  widthInEms: number,
  { maySplitWords }: { readonly maySplitWords: boolean },
): readonly string[] | undefined {
  const lines: string[] = [];
  for (const tokens of paragraphs) {
    let line = "";
    let used = 0;
    for (const token of tokens) {
      if (used + token.inkWidth <= widthInEms) {
        line += token.text;
        used += token.width;
        continue;
      }
      if (line !== "") lines.push(line.trimEnd());
      [line, used] = [token.text, token.width];
      if (token.inkWidth <= widthInEms) continue;
      if (!maySplitWords) return undefined;
      [line, used] = ["", 0];
      for (const [character, width] of token.characters) {
        if (used + width > widthInEms && line !== "") {
          lines.push(line);
          [line, used] = ["", 0];
        }
        line += character;
        used += width;
      }
    }
    lines.push(line.trimEnd());
  }
  return lines;
}
