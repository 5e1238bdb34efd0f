import ts from "typescript";
import { parseSource, type Source } from "./sources";

/** A text in the program that an operator may come to see. */
export interface SpokenText {
  readonly where: string;
  /** What changes in it stands as `{}`. */
  readonly text: string;
}

/** Where texts come from that reach the window. What the database says reaches it by few ways; the rest of its texts is SQL. */
const speaking = /^main\/|^db\/(?:action-repository|check|errors|migrate|record-codec|recover|restore)\.ts$/;

/** Files that say nothing to the window, and why. */
const silentFiles: readonly (readonly [path: RegExp, why: string])[] = [
  [/^main\/cli\//, "the command line stays English"],
  [/^main\/contract\/(events|catalogue-schema|bridge)\.ts$/, "descriptions for whoever writes a script"],
  [/^main\/contract\/phrases\//, "the phrase book itself"],
  [/^main\/profile\/practice/, "names of the practice site's things, which an operator could have typed"],
  [/^main\/labels\/(outputs|type|templates\/sample)/, "the languages of printers, and samples of values"],
  [/^main\/drawings\//, "drawings are made in the language that the call asks for, by their own table of words"],
  [/^main\/printers\/windows-scripts\.ts$/, "PowerShell"],
  [/^main\/remote\/dcimanager6\/(routes|list|pools)\.ts$/, "routes and filters, shown as they are"],
  [/^main\/remote\/dsmanager\/functions\.ts$/, "functions, and where they are known from: shown as they are"],
  [/^main\/app\/recorded-repositories\.ts$/, "reasons for the reader of the code"],
  [/^main\/domain\/list-columns\.ts$/, "heads of a CSV file, which programs read: the same in every language"],
  [/^main\/profile\/transfer\.ts$/, "the command line carries profiles from machine to machine"],
];

/** Texts that look like words and are none, and why. */
export const silentTexts: readonly (readonly [text: RegExp, why: string])[] = [
  [/^rackside (?:key|retired)/, "what a key is for, bound into its seal"],
  [/^(?:Rackside|Zebra|Dymo|Avery|Zweckform|Bypass|Administrator|Switch)$/, "names"],
  [/^(?:release|cancel|create) \{\}$/, "keys by which a panel knows a repeated request"],
  [/^(?:\{\} BMC|\{\} Mbit\/s|HTTP \{\}|Swagger: \{\}|Brother \{\})$/, "the same in every language"],
  [
    /^(?: AND | and |name CP|location_id EQ|application\/xml|id asc|[a-z_, ]+ COLLATE)/,
    "what is sent to a panel or joins a list",
  ],
  [/^\{\} of \{\}$/, "units of a rack: the phrase begins with their U, or it would fit too much"],
  [/^[a-z-]+\.[a-z-]+ is being built$/, "refusals of calls that no window makes yet"],
];

/** Functions whose texts go to the log, or to nobody. */
const silentCalls =
  /^(?:log|parts\.log|app\.log|this\.log)\.|^(?:Error|TypeError|RangeError|assertNever)$|\.(?:raw|whereRaw|orderByRaw|describe|meta)$/;

const sql = /^\s*(?:SELECT|INSERT|UPDATE|DELETE|CREATE|DROP|ALTER|PRAGMA|VACUUM|WITH|ATTACH|ANALYZE|REINDEX)\b/i;

/** Every text of the file that reads like words to a person, apart from those that go to a log. */
export function listSpokenTexts(source: Source): readonly SpokenText[] {
  if (!speaking.test(source.path)) return [];
  if (silentFiles.some(([path]) => path.test(source.path))) return [];
  const file = parseSource(source);
  const found: SpokenText[] = [];
  const visit = (node: ts.Node): void => {
    if (isSilent(node, file)) return;
    const text = textOf(node);
    if (text !== undefined && isWords(text)) {
      const line = file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1;
      found.push({ where: `${source.path}:${String(line)}`, text });
    }
    node.forEachChild(visit);
  };
  visit(file);
  return found;
}

function isSilent(node: ts.Node, file: ts.SourceFile): boolean {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node) || ts.isTypeNode(node)) return true;
  if (ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node)) return true;
  // The name of a class of errors.
  if (ts.isPropertyDeclaration(node) && node.name.getText(file) === "name") return true;
  if (ts.isCallExpression(node) || ts.isNewExpression(node)) return silentCalls.test(node.expression.getText(file));
  return false;
}

function textOf(node: ts.Node): string | undefined {
  if (ts.isStringLiteralLike(node)) return node.text;
  if (!ts.isTemplateExpression(node)) return undefined;
  return node.head.text + node.templateSpans.map(({ literal }) => `{}${literal.text}`).join("");
}

/** Two words, or a word beside a value, or one word with a capital: not a code, a path, a key or SQL. */
function isWords(text: string): boolean {
  if (sql.test(text) || !/\p{L}{2}/u.test(text)) return false;
  return (
    /(?:^|[\p{L}’”"}),.:;])\s+(?:[\p{L}“"]|\{\})/u.test(text) || /^\p{Lu}\p{Ll}+$/u.test(text) || /^[,.;:] /.test(text)
  );
}
