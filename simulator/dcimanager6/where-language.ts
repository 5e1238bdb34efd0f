import { refuse } from "./refusal";

export type Scalar = string | number | boolean | null;
/** Reads a column of a row; undefined means that there is no such column. */
export type ReadColumn<Row> = (row: Row, column: string) => Scalar | undefined;
export type RowTest<Row> = (row: Row) => boolean;

type Token =
  | { readonly kind: "word" | "text" | "bracket"; readonly text: string }
  | { readonly kind: "number"; readonly text: string; readonly number: number };

const tokenPattern = /\s*(?:([()])|'((?:[^']|'')*)'|(-?\d+(?:\.\d+)?)(?![\w.])|([A-Za-z_][\w.]*))/y;

/**
 * Compiles a filter such as `(owner_email IS null) AND is_new EQ false`: EQ, NE, GT, LT, CP (a pattern with %),
 * IS null, NOT, AND, OR and brackets; NOT binds tightest, then AND. A null column fits no comparison but IS null.
 */
export function compileWhere<Row>(source: string, readColumn: ReadColumn<Row>): RowTest<Row> {
  const tokens = readTokens(source);
  let position = 0;

  const peekWord = (): string | null => {
    const token = tokens[position];
    return token?.kind === "word" ? token.text.toUpperCase() : null;
  };
  const take = (): Token => {
    const token = tokens[position];
    if (token === undefined) throw syntaxError(source);
    position += 1;
    return token;
  };
  const takeOperator = (operator: string): boolean => {
    if (peekWord() !== operator) return false;
    position += 1;
    return true;
  };
  const parseOr = (): RowTest<Row> => {
    const tests = [parseAnd()];
    while (takeOperator("OR")) tests.push(parseAnd());
    return (row) => tests.some((test) => test(row));
  };
  const parseAnd = (): RowTest<Row> => {
    const tests = [parseNot()];
    while (takeOperator("AND")) tests.push(parseNot());
    return (row) => tests.every((test) => test(row));
  };
  const parseNot = (): RowTest<Row> => {
    if (!takeOperator("NOT")) return parseTerm();
    const test = parseNot();
    return (row) => !test(row);
  };
  const parseTerm = (): RowTest<Row> => {
    const token = take();
    if (token.kind === "bracket" && token.text === "(") {
      const inside = parseOr();
      if (take().text !== ")") throw syntaxError(source);
      return inside;
    }
    if (token.kind !== "word") throw syntaxError(source);
    return parseComparison(token.text);
  };
  const parseComparison = (column: string): RowTest<Row> => {
    const read = (row: Row): Scalar => {
      const value = readColumn(row, column);
      if (value === undefined) throw refuse(1005, `Unknown column ${column}`, { column });
      return value;
    };
    const operator = take().text.toUpperCase();
    if (operator === "IS") {
      const isNegative = takeOperator("NOT");
      if (!takeOperator("NULL")) throw syntaxError(source);
      return (row) => (read(row) === null) !== isNegative;
    }
    const compare = comparison(operator, literalOf(take()));
    if (compare === null) throw syntaxError(source);
    return (row) => {
      const value = read(row);
      return value !== null && compare(value);
    };
  };

  const test = parseOr();
  if (position < tokens.length) throw syntaxError(source);
  return test;
}

function comparison(operator: string, wanted: Scalar): ((value: Exclude<Scalar, null>) => boolean) | null {
  switch (operator) {
    case "EQ":
      return (value) => sameValue(value, wanted);
    case "NE":
      return (value) => !sameValue(value, wanted);
    case "GT":
      return (value) => wanted !== null && value > wanted;
    case "LT":
      return (value) => wanted !== null && value < wanted;
    case "CP": {
      const pattern = likePattern(String(wanted));
      return (value) => pattern.test(String(value));
    }
    default:
      return null;
  }
}

function sameValue(value: Scalar, wanted: Scalar): boolean {
  return wanted !== null && String(value) === String(wanted);
}

function likePattern(like: string): RegExp {
  const source = like
    .split("%")
    .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"))
    .join("[\\s\\S]*");
  return new RegExp(`^${source}$`, "iu");
}

function literalOf(token: Token): Scalar {
  if (token.kind === "number") return token.number;
  if (token.kind === "text") return token.text;
  if (token.text === "true") return true;
  if (token.text === "false") return false;
  if (token.text === "null") return null;
  throw syntaxError(token.text);
}

function readTokens(source: string): readonly Token[] {
  const tokens: Token[] = [];
  const pattern = new RegExp(tokenPattern);
  const end = source.trimEnd().length;
  while (pattern.lastIndex < end) {
    const match = pattern.exec(source);
    if (match === null) throw syntaxError(source);
    const [, bracket, text, number, word] = match;
    if (bracket !== undefined) tokens.push({ kind: "bracket", text: bracket });
    else if (text !== undefined) tokens.push({ kind: "text", text: text.replaceAll("''", "'") });
    else if (number !== undefined) tokens.push({ kind: "number", text: number, number: Number(number) });
    else tokens.push({ kind: "word", text: word ?? "" });
  }
  return tokens;
}

function syntaxError(source: string): Error {
  return refuse(1004, "The where expression cannot be read", { where: source });
}
