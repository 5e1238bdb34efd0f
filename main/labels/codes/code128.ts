import { patterns } from "./code128-patterns";
import type { CodeProblem, CodeSymbol, Run } from "./symbol";

/** ISO/IEC 15417: ten modules of white at both ends. */
const quiet = { x: 10, y: 0 };
const sets = ["A", "B", "C"] as const;
type CodeSet = (typeof sets)[number];

const startOf: Readonly<Record<CodeSet, number>> = { A: 103, B: 104, C: 105 };
const switchTo: Readonly<Record<CodeSet, number>> = { A: 101, B: 100, C: 99 };
const stop = 106;

/** Code 128 with as few symbol characters as the three sets allow. */
export function encodeCode128(content: string): CodeSymbol | CodeProblem {
  const foreign = [...content].find((character) => character.charCodeAt(0) > 127);
  if (foreign !== undefined)
    return { problem: `Code 128 cannot hold “${foreign}”, only letters without accents, digits and signs.` };
  const codewords = [...shortestData(content)];
  const check = codewords.reduce((sum, codeword, place) => sum + codeword * Math.max(1, place), 0) % 103;
  codewords.push(check, stop);
  const dark: Run[] = [];
  let column = 0;
  for (const codeword of codewords) {
    [...(patterns[codeword] ?? "")].forEach((width, place) => {
      if (place % 2 === 0) dark.push([column, 0, Number(width)]);
      column += Number(width);
    });
  }
  return { symbology: "code128", columns: column, rows: 1, quiet, dark, recipe: { type: "code128", codewords } };
}

/** Start, data and switches without check and stop. The best way to the end is known from the end on, for each set. */
function shortestData(content: string): readonly number[] {
  type Ways = Readonly<Record<CodeSet, readonly number[] | undefined>>;
  let next: Ways = { A: [], B: [], C: [] };
  let afterNext: Ways = { A: undefined, B: undefined, C: undefined };
  for (let place = content.length - 1; place >= 0; place -= 1) {
    const [following, later] = [next, afterNext];
    const staying = (set: CodeSet): readonly number[] | undefined => {
      const value = valueIn(set, content, place);
      const rest = set === "C" ? later[set] : following[set];
      return value === undefined || rest === undefined ? undefined : [value, ...rest];
    };
    const stays: Ways = { A: staying("A"), B: staying("B"), C: staying("C") };
    const best = (from: CodeSet): readonly number[] | undefined =>
      shortest(
        sets.map((set) => {
          const way = stays[set];
          return set === from || way === undefined ? way : [switchTo[set], ...way];
        }),
      );
    afterNext = next;
    next = { A: best("A"), B: best("B"), C: best("C") };
  }
  const ways = sets.map((set) => {
    const way = next[set];
    return way === undefined ? undefined : [startOf[set], ...way];
  });
  return shortest([ways[1], ways[2], ways[0]]) ?? [startOf.B];
}

function shortest(ways: readonly (readonly number[] | undefined)[]): readonly number[] | undefined {
  return ways.reduce(
    (best, way) => (best === undefined || (way !== undefined && way.length < best.length) ? way : best),
    undefined,
  );
}

function valueIn(set: CodeSet, content: string, place: number): number | undefined {
  if (set === "C") {
    const pair = content.slice(place, place + 2);
    return /^\d\d$/.test(pair) ? Number(pair) : undefined;
  }
  const character = content.charCodeAt(place);
  if (set === "B") return character >= 32 ? character - 32 : undefined;
  return character < 32 ? character + 64 : character < 96 ? character - 32 : undefined;
}
