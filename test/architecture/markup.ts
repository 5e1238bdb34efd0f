import ts from "typescript";
import { parseSource, walk } from "./sources";
import type { Source } from "./sources";

/** Names by which a text becomes markup, or code, or the content of a frame. */
const doors: ReadonlySet<string> = new Set([
  "dangerouslySetInnerHTML",
  "innerHTML",
  "outerHTML",
  "insertAdjacentHTML",
  "createContextualFragment",
  "parseFromString",
  "setHTMLUnsafe",
  "srcdoc",
  "srcDoc",
  "eval",
  "Function",
]);

/** One line for each place of the window where a text, which may be a panel's, could become more than text. */
export function findMarkup(source: Source): readonly string[] {
  if (!source.path.startsWith("renderer/")) return [];
  const tree = parseSource(source);
  const found: string[] = [];
  walk(tree, (node) => {
    const name = nameOf(node);
    if (name === undefined || !doors.has(name)) return;
    const { line } = tree.getLineAndCharacterOfPosition(node.getStart(tree));
    found.push(`${source.path}:${String(line + 1)} uses ${name}`);
  });
  return found;
}

/** Types are no code: `Function` as one makes nothing. */
function nameOf(node: ts.Node): string | undefined {
  if (ts.isIdentifier(node)) return ts.isTypeReferenceNode(node.parent) ? undefined : node.text;
  return ts.isStringLiteral(node) && ts.isElementAccessExpression(node.parent) ? node.text : undefined;
}
