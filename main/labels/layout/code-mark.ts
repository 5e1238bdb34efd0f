import type { LabelElement, LabelRemark, Symbology } from "../../contract/shapes/label";
import { encodeCode } from "../codes/encode-code";
import type { CodeSymbol } from "../codes/symbol";
import { frameSize, rectangleOnLabel, toArea } from "./marks";
import type { CodeMark, Frame, MarkedElement } from "./marks";
import { remark } from "./remark";

type CodeElement = Extract<LabelElement, { type: "code" }>;

/** Denso's rule for QR serves the Data Matrix too. Bars are read along a line, and two dots let them keep their widths. */
const leastModule: Readonly<Record<Symbology, number>> = { qr: 4, "data-matrix": 4, code128: 2 };

/** A code in the middle of its box, its module the widest whole number of dots that leaves room for the quiet zone. */
export function codeMark(element: CodeElement, content: string, frame: Frame): MarkedElement {
  const { id, symbology } = element;
  if (content === "")
    return only(remark("warning", "empty-content", id, "The code has nothing to carry and is left out."));
  const symbol = encodeCode(symbology, content);
  if ("problem" in symbol) return only(remark("error", "code-content", id, symbol.problem));
  const box = frameSize(frame);
  const quietModule = widestModule(symbol, box, symbol.quiet);
  const module = quietModule === 0 ? widestModule(symbol, box, { x: 0, y: 0 }) : quietModule;
  if (module === 0) return only(tooLarge(id, symbol, box));
  return {
    marks: [placeSymbol(element, content, frame, symbol, module)],
    remarks: [
      ...(quietModule === 0
        ? [remark("warning", "quiet-zone", id, "The box has no room for the white that has to be around the code.")]
        : []),
      ...(module < leastModule[symbology] ? [smallModule(id, module, leastModule[symbology])] : []),
    ],
  };
}

function widestModule(
  symbol: CodeSymbol,
  box: { readonly width: number; readonly height: number },
  quiet: CodeSymbol["quiet"],
): number {
  const across = Math.floor(box.width / (symbol.columns + 2 * quiet.x));
  return symbol.rows === 1 ? across : Math.min(across, Math.floor(box.height / (symbol.rows + 2 * quiet.y)));
}

function placeSymbol(
  element: CodeElement,
  content: string,
  frame: Frame,
  symbol: CodeSymbol,
  module: number,
): CodeMark {
  const box = frameSize(frame);
  const rowHeight = symbol.rows === 1 ? box.height : module;
  const [width, height] = [symbol.columns * module, symbol.rows * rowHeight];
  const u = Math.floor((box.width - width) / 2);
  const v = Math.floor((box.height - height) / 2);
  const ink = toArea(rectangleOnLabel(frame, [u, v, width, height]));
  return { type: "code", elementId: element.id, frame, symbol, content, u, v, module, rowHeight, ink };
}

function only(single: LabelRemark): MarkedElement {
  return { marks: [], remarks: [single] };
}

function tooLarge(id: string, symbol: CodeSymbol, box: { readonly width: number }): LabelRemark {
  return remark(
    "error",
    "code-too-large",
    id,
    `The code is ${symbol.columns} modules wide and its box only ${box.width} dots. Make the box larger or the content shorter.`,
  );
}

function smallModule(id: string, module: number, least: number): LabelRemark {
  const dots = module === 1 ? "1 dot" : `${module} dots`;
  return remark(
    "warning",
    "small-module",
    id,
    `A module is ${dots} wide; from ${least} on it reads safely. Make the code larger, its content shorter, or print with more dots per inch.`,
  );
}
