import { toNumber } from "../labels/outputs/pdf/label-content";
import { createPdfFile } from "../labels/outputs/pdf/pdf-file";
import { createPdfFonts } from "../labels/outputs/pdf/pdf-fonts";
import type { PdfFonts } from "../labels/outputs/pdf/pdf-fonts";
import type { FaceName, Typefaces } from "../labels/type/typefaces";
import type { RackDrawing } from "../ports/rack-drawing";
import { createFigures } from "./figure";
import { legendMarks } from "./legend";
import { quietInk } from "./marks";
import type { BoxMark, Mark } from "./marks";
import { figureGap, margin, pageFoot, planPages } from "./page-plan";
import type { PagePlan } from "./page-plan";
import type { SetLine } from "./set-line";
import { nextTurn } from "./turns";
import { createFormats, wordsOf } from "./words";

const pointsInMillimetre = 72 / 25.4;

/** Pages of the paper's true size, as many racks on each as can be read; all racks of a page stand on one floor. */
export async function toPdf(
  drawing: RackDrawing,
  setLine: SetLine,
  typefaces: Typefaces,
): Promise<{ readonly bytes: Uint8Array; readonly pages: number }> {
  const plan = planPages(drawing);
  const draw = createFigures(drawing, setLine);
  const file = createPdfFile();
  const [catalog, tree, resources, information] = [file.reserve(), file.reserve(), file.reserve(), file.reserve()];
  const fonts = createPdfFonts(file, typefaces);
  const encode = createEncoder(fonts, typefaces);
  const count = Math.ceil(drawing.racks.length / plan.perPage);
  const box = `[0 0 ${toNumber(plan.width * pointsInMillimetre)} ${toNumber(plan.height * pointsInMillimetre)}]`;
  const pages: number[] = [];
  for (let page = 0; page < count; page += 1) {
    const racks = drawing.racks.slice(page * plan.perPage, (page + 1) * plan.perPage);
    const floor = plan.height - margin - pageFoot;
    const figures = racks.flatMap((rack, index) => {
      const x = margin + index * (plan.figureWidth + figureGap);
      return draw(rack, { x, width: plan.figureWidth, floor, unitHeight: plan.unitHeight });
    });
    const marks = [...aroundPage(drawing, plan, { number: page + 1, count }, setLine), ...figures];
    const [id, contents] = [file.reserve(), file.reserve()];
    file.object(
      id,
      `<</Type/Page/Parent ${tree} 0 R/MediaBox${box}/Resources ${resources} 0 R/Contents ${contents} 0 R>>`,
    );
    file.stream(contents, "", Buffer.from(pageContent(marks, plan, encode), "latin1"));
    pages.push(id);
    await nextTurn();
  }
  fonts.writeTo(file);
  file.object(resources, `<</Font<<${fonts.resources}>>>>`);
  file.object(tree, `<</Type/Pages/Count ${pages.length}/Kids[${pages.map((id) => `${id} 0 R`).join(" ")}]>>`);
  file.object(information, "<</Title(Racks)/Producer(Rackside)>>");
  file.object(catalog, `<</Type/Catalog/Pages ${tree} 0 R/ViewerPreferences<</PrintScaling/None>>>>`);
  file.end(catalog, information);
  return { bytes: file.take(), pages: count };
}

/** Head and foot: where the racks are, when they were drawn, what the looks mean, and which page this is. */
function aroundPage(
  drawing: RackDrawing,
  { width, height }: PagePlan,
  page: { readonly number: number; readonly count: number },
  setLine: SetLine,
): Mark[] {
  const { language, site, racks } = drawing;
  const words = wordsOf[language];
  const room = width - 2 * margin;
  const right = { x: width - margin, room: room * 0.3 };
  const title = [site, words.racks(racks.length)].filter((text) => text !== "").join(" · ");
  const date = createFormats(drawing).instant(drawing.drawnAt);
  return [
    setLine(title, { x: margin, y: margin + 3, room: room * 0.68 }, { size: 3.4, face: "bold" }),
    setLine(date, { ...right, y: margin + 3 }, { size: 2.6, color: quietInk, align: "end" }),
    ...legendMarks(margin, height - margin - 3.2, words, setLine),
    setLine(
      words.page(page.number, page.count),
      { ...right, y: margin + 6.6 },
      { size: 2.6, color: quietInk, align: "end" },
    ),
  ].filter((mark) => mark !== undefined);
}

type Encode = (face: FaceName, text: string) => { readonly font: string; readonly glyphs: string };

function createEncoder(fonts: PdfFonts, typefaces: Typefaces): Encode {
  return (face, text) => {
    const type = typefaces(face);
    const glyphs = [...text].map((character) => type.glyphOf(character.codePointAt(0) ?? 0));
    return { font: fonts.nameOf(face), glyphs: fonts.encode(face, { text, glyphs }) };
  };
}

/** Everything is written in millimetres with y down; text is turned upright again by its own matrix. */
function pageContent(marks: readonly Mark[], { height }: PagePlan, encode: Encode): string {
  const scale = toNumber(pointsInMillimetre);
  const matrix = `${scale} 0 0 -${scale} 0 ${toNumber(height * pointsInMillimetre)} cm`;
  return `q ${matrix}\n${marks.map((mark) => markContent(mark, encode)).join("\n")}\nQ\n`;
}

function markContent(mark: Mark, encode: Encode): string {
  switch (mark.type) {
    case "box":
      return boxContent(mark);
    case "lines": {
      const path = mark.lines.map(([x1, y1, x2, y2]) => `${point(x1, y1)} m ${point(x2, y2)} l`);
      return `${colour(mark.stroke, "RG")} ${toNumber(mark.strokeWidth)} w [] 0 d ${path.join(" ")} S`;
    }
    case "text": {
      const { font, glyphs } = encode(mark.face, mark.text);
      return `BT ${colour(mark.color, "rg")} /${font} ${short(mark.size)} Tf 1 0 0 -1 ${point(mark.x, mark.y)} Tm ${glyphs} Tj ET`;
    }
  }
}

function boxContent({ x, y, width, height, fill, stroke, strokeWidth, isDashed }: BoxMark): string {
  const path = `${point(x, y)} ${point(width, height)} re`;
  const dash = isDashed ? "[1.2 0.8] 0 d" : "[] 0 d";
  const pen = stroke === null ? "" : `${colour(stroke, "RG")} ${toNumber(strokeWidth)} w ${dash} `;
  const brush = fill === null ? "" : `${colour(fill, "rg")} `;
  const paint = fill === null ? (stroke === null ? "n" : "S") : stroke === null ? "f" : "B";
  return `${brush}${pen}${path} ${paint}`;
}

function point(x: number, y: number): string {
  return `${short(x)} ${short(y)}`;
}

/** A thousandth of a millimetre is finer than any printer. */
function short(value: number): string {
  return toNumber(Math.round(value * 1_000) / 1_000);
}

function colour(hex: string, operator: "rg" | "RG"): string {
  const parts = [1, 3, 5].map((at) =>
    toNumber(Math.round((parseInt(hex.slice(at, at + 2), 16) / 255) * 1_000) / 1_000),
  );
  return `${parts.join(" ")} ${operator}`;
}
