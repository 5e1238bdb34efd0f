import type { CodeSymbol } from "../../codes/symbol";
import type { CodeMark } from "../../layout/marks";
import { escapeField, hexIndicator } from "./escape-field";

/** Set B's value of `>`, which begins an invocation code: readers of ZPL disagree about what follows `>0`, which stands for it. */
const greaterThan = 30;
const deleteSign = 95;
/** What `^BQ` and `^BY` take at most. */
const widestModule = 10;

/**
 * The command with which the printer draws the code by itself, or undefined where it is not certain to draw the same symbol: then the
 * dots are sent instead. [ZPL II Programming Guide, ^BQ, ^BC, ^BX, ^BY, ^FH]
 */
export function nativeCode({ symbol, frame, content, u, v, module, rowHeight }: CodeMark): string | undefined {
  if (frame.rotation !== 0) return undefined;
  const [x, y] = [frame.x + u, frame.y + v];
  if (x < 0 || y < 1) return undefined;
  const { recipe } = symbol;
  switch (recipe.type) {
    case "qr":
      return qr(recipe, content, module, x, y);
    case "code128": {
      const data = invocations(recipe.codewords);
      if (data === undefined || module > widestModule) return undefined;
      return `^BY${module},2,${rowHeight}^FO${x},${y}^BCN,${rowHeight},N,N,N,N${field(data)}`;
    }
    case "data-matrix":
      return dataMatrix(symbol, content, module, x, y);
  }
}

/** The firmware lowers a QR code by the height that `^BY` was last told, so it is told one dot. */
function qr(
  { level, mode }: Extract<CodeSymbol["recipe"], { type: "qr" }>,
  content: string,
  module: number,
  x: number,
  y: number,
): string | undefined {
  if (mode === "B" || module > widestModule) return undefined;
  return `^BY1,2,1^FO${x},${y - 1}^BQN,2,${module},${level},7${field(`${level}M,${mode}${content}`)}`;
}

/** `^BX` has escapes of its own that begin with the character it is told; data that has that one is sent as dots. */
function dataMatrix(symbol: CodeSymbol, content: string, module: number, x: number, y: number): string | undefined {
  if (!/^[ -}]+$/.test(content) || content.includes(hexIndicator)) return undefined;
  const size = `${symbol.columns},${symbol.rows}`;
  return `^FO${x},${y}^BXN,${module},200,${size},,${hexIndicator}${field(content)}`;
}

/** Field data that names every symbol character, so that the printer chooses nothing; control characters and `>` have no safe name. */
function invocations([start, ...rest]: readonly number[]): string | undefined {
  if (start !== 104 && start !== 105) return undefined;
  let set: "B" | "C" = start === 105 ? "C" : "B";
  let data = set === "C" ? ">;" : ">:";
  for (const codeword of rest.slice(0, -2)) {
    if (set === "C" && codeword < 100) data += String(codeword).padStart(2, "0");
    else if (codeword === 100 && set === "C") [set, data] = ["B", `${data}>6`];
    else if (codeword === 99 && set === "B") [set, data] = ["C", `${data}>5`];
    else if (codeword < deleteSign && codeword !== greaterThan) data += String.fromCharCode(codeword + 32);
    else return undefined;
  }
  return data;
}

function field(data: string): string {
  return `^FH${hexIndicator}^FD${escapeField(data)}^FS`;
}
