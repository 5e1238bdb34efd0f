import type { Symbology } from "../../contract/shapes/label";
import { encodeCode128 } from "./code128";
import { encodeDataMatrix } from "./data-matrix";
import { encodeQr } from "./qr";
import type { CodeProblem, CodeSymbol } from "./symbol";

const encoders: Readonly<Record<Symbology, (content: string) => CodeSymbol | CodeProblem>> = {
  qr: encodeQr,
  code128: encodeCode128,
  "data-matrix": encodeDataMatrix,
};

export function encodeCode(symbology: Symbology, content: string): CodeSymbol | CodeProblem {
  return encoders[symbology](content);
}
