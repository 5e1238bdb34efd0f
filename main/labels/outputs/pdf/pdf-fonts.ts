import type { TextLine } from "../../layout/marks";
import type { TrueType } from "../../type/true-type";
import type { FaceName, Typefaces } from "../../type/typefaces";
import type { PdfFile } from "./pdf-file";
import { subsetFont } from "./subset-font";

const faceNames: readonly FaceName[] = ["regular", "bold"];
const resourceNames: Readonly<Record<FaceName, string>> = { regular: "F1", bold: "F2" };
const fontNames: Readonly<Record<FaceName, string>> = {
  regular: "RACKSI+DejaVuSansCondensed",
  bold: "RACKSI+DejaVuSansCondensed-Bold",
};

/** The two faces in a PDF: text is glyph numbers, and what they mean is written at the end, when it is known which were used. */
export interface PdfFonts {
  /** Body of the dictionary of fonts. */
  readonly resources: string;
  /** Name to select the face by. */
  nameOf(face: FaceName): string;
  /** The line as a string of glyph numbers, remembered as used. */
  encode(face: FaceName, line: Pick<TextLine, "text" | "glyphs">): string;
  writeTo(file: PdfFile): void;
}

export function createPdfFonts(file: PdfFile, typefaces: Typefaces): PdfFonts {
  const ids: Readonly<Record<FaceName, number>> = { regular: file.reserve(), bold: file.reserve() };
  const used: Readonly<Record<FaceName, Map<number, string>>> = { regular: new Map(), bold: new Map() };
  return {
    resources: faceNames.map((face) => `/${resourceNames[face]} ${ids[face]} 0 R`).join(""),
    nameOf: (face) => resourceNames[face],
    encode: (face, { glyphs, text }) => {
      const characters = [...text];
      glyphs.forEach((glyph, place) => used[face].set(glyph, characters[place] ?? ""));
      return `<${glyphs.map((glyph) => hex(glyph)).join("")}>`;
    },
    writeTo: (target) => {
      for (const face of faceNames) writeFont(target, ids[face], fontNames[face], typefaces(face), used[face]);
    },
  };
}

/** A composite font whose codes are glyph numbers [ISO 32000-1, 9.7]. */
function writeFont(file: PdfFile, id: number, name: string, type: TrueType, used: ReadonlyMap<number, string>): void {
  const [descendant, descriptor, program, meaning] = [file.reserve(), file.reserve(), file.reserve(), file.reserve()];
  const toThousand = (units: number): number => Math.round((units * 1_000) / type.unitsPerEm);
  const widths = [...used.keys()].map((glyph) => `${glyph}[${toThousand(type.advanceOf(glyph))}]`).join("");
  const { left, bottom, right, top } = type.bounds;
  file.object(
    id,
    `<</Type/Font/Subtype/Type0/BaseFont/${name}/Encoding/Identity-H/DescendantFonts[${descendant} 0 R]/ToUnicode ${meaning} 0 R>>`,
  );
  file.object(
    descendant,
    `<</Type/Font/Subtype/CIDFontType2/BaseFont/${name}/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>` +
      `/FontDescriptor ${descriptor} 0 R/DW 0/W[${widths}]/CIDToGIDMap/Identity>>`,
  );
  file.object(
    descriptor,
    `<</Type/FontDescriptor/FontName/${name}/Flags 4/FontBBox[${[left, bottom, right, top].map(toThousand).join(" ")}]` +
      `/ItalicAngle 0/Ascent ${toThousand(type.ascent)}/Descent ${toThousand(type.descent)}` +
      `/CapHeight ${toThousand(type.capHeight)}/StemV 80/FontFile2 ${program} 0 R>>`,
  );
  const subset = subsetFont(type, used.keys());
  file.stream(program, `/Length1 ${subset.length}`, subset);
  file.stream(meaning, "", Buffer.from(toUnicodeMap(used), "latin1"));
}

/** What the glyphs mean, for searching and copying; at most a hundred to a block. */
function toUnicodeMap(used: ReadonlyMap<number, string>): string {
  const lines = [...used].map(([glyph, character]) => {
    const utf16 = Buffer.from(character, "utf16le").swap16().toString("hex").toUpperCase();
    return `<${hex(glyph)}> <${utf16}>`;
  });
  const blocks: string[] = [];
  for (let at = 0; at < lines.length; at += 100) {
    const block = lines.slice(at, at + 100);
    blocks.push(`${block.length} beginbfchar\n${block.join("\n")}\nendbfchar`);
  }
  return [
    "/CIDInit /ProcSet findresource begin 12 dict begin begincmap",
    "/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def",
    "/CMapName /Adobe-Identity-UCS def /CMapType 2 def",
    "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange",
    ...blocks,
    "endcmap CMapName currentdict /CMap defineresource pop end end",
  ].join("\n");
}

function hex(glyph: number): string {
  return glyph.toString(16).toUpperCase().padStart(4, "0");
}
