import type { RackDrawing } from "../ports/rack-drawing";
import { createFigures, figureHead } from "./figure";
import { legendMarks } from "./legend";
import { boxMark, quietInk } from "./marks";
import type { Mark } from "./marks";
import { figureGap, margin, pageFoot, pageHead } from "./page-plan";
import { plain } from "./set-line";
import type { SetLine } from "./set-line";
import { nextTurn } from "./turns";
import { createFormats, wordsOf } from "./words";

const racksInRow = 10;
const faceWidth = 62;
const unitHeight = 6;

/** One picture of all racks, in rows that stand on a floor each, with its size in true millimetres. */
export async function toSvg(drawing: RackDrawing, setLine: SetLine): Promise<string> {
  const { racks, faces, language, site, drawnAt } = drawing;
  const words = wordsOf[language];
  const figureWidth = faceWidth * faces.length;
  const columns = Math.min(racks.length, racksInRow);
  const width = Math.max(190, 2 * margin + columns * (figureWidth + figureGap) - figureGap);
  const draw = createFigures(drawing, setLine);
  const parts: string[] = [];
  let floor = margin + pageHead;
  for (let first = 0; first < racks.length; first += racksInRow) {
    const row = racks.slice(first, first + racksInRow);
    floor += figureHead + unitHeight * Math.max(...row.map(({ size }) => size)) + (first === 0 ? 0 : figureGap);
    for (const [column, rack] of row.entries()) {
      const x = margin + column * (figureWidth + figureGap);
      parts.push(...draw(rack, { x, width: figureWidth, floor, unitHeight }).map(markup));
      await nextTurn();
    }
  }
  const height = floor + pageFoot + margin;
  const title = [site, words.racks(racks.length)].filter((text) => text !== "").join(" · ");
  const date = createFormats(drawing).instant(drawnAt);
  const room = width - 2 * margin;
  const around = [
    boxMark({ x: 0, y: 0, width, height }, { fill: "#ffffff" }),
    setLine(title, { x: margin, y: margin + 3, room: room * 0.7 }, { size: 3.4, face: "bold" }),
    setLine(date, { x: width - margin, y: margin + 3, room: room * 0.3 }, { size: 2.6, color: quietInk, align: "end" }),
    ...legendMarks(margin, floor + pageFoot - 3.2, words, setLine),
  ].filter((mark) => mark !== undefined);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${number(width)}mm" height="${number(height)}mm" viewBox="0 0 ${number(width)} ${number(height)}"`,
    ` font-family="'DejaVu Sans Condensed', 'Arial Narrow', Arial, sans-serif">`,
    `<title>${escapeXml(plain(title))}</title>`,
    ...around.map(markup),
    ...parts,
    "</svg>\n",
  ].join("");
}

function markup(mark: Mark): string {
  switch (mark.type) {
    case "box": {
      const { x, y, width, height, fill, stroke, strokeWidth, isDashed } = mark;
      const dash = isDashed ? ` stroke-dasharray="1.2 0.8"` : "";
      const line = stroke === null ? "" : ` stroke="${stroke}" stroke-width="${number(strokeWidth)}"${dash}`;
      return `<rect x="${number(x)}" y="${number(y)}" width="${number(width)}" height="${number(height)}" fill="${fill ?? "none"}"${line}/>`;
    }
    case "lines": {
      const path = mark.lines.map(
        (line) => `M${line.slice(0, 2).map(number).join(" ")}L${line.slice(2).map(number).join(" ")}`,
      );
      return `<path d="${path.join("")}" stroke="${mark.stroke}" stroke-width="${number(mark.strokeWidth)}" fill="none"/>`;
    }
    case "text": {
      const weight = mark.face === "bold" ? ` font-weight="bold"` : "";
      // Whatever type a viewer has instead takes the width that the drawing is laid out for.
      const fit = ` textLength="${number(mark.width)}" lengthAdjust="spacingAndGlyphs"`;
      return `<text x="${number(mark.x)}" y="${number(mark.y)}" font-size="${number(mark.size)}"${weight}${fit} fill="${mark.color}">${escapeXml(mark.text)}</text>`;
    }
  }
}

const escapes: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function escapeXml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => escapes[character] ?? "");
}

/** A thousandth of a millimetre is finer than any printer. */
function number(value: number): string {
  return String(Math.round(value * 1_000) / 1_000);
}
