import ts from "typescript";
import { parseSource, walk } from "./sources";
import type { Source } from "./sources";

const longestFile = 300;
/** One table, found with one search: the allow-list of calls is not split. */
const longTables: ReadonlySet<string> = new Set(["main/contract/calls.ts"]);
const forbiddenComments = /eslint-disable|@ts-(ignore|nocheck|expect-error)|\b(TODO|FIXME|XXX)\b/;
/** Tools insist on a default export here. */
const defaultExporters: ReadonlySet<string> = new Set(["renderer/vite.config.ts"]);

/** One line for each place that the rules of CONTRIBUTING.md do not allow. */
export function findViolations(source: Source): readonly string[] {
  const tree = parseSource(source);
  const found: string[] = [];
  const report = (node: ts.Node, what: string): void => {
    const { line } = tree.getLineAndCharacterOfPosition(node.getStart(tree));
    found.push(`${source.path}:${String(line + 1)} ${what}`);
  };
  const lines = source.text.split("\n").length - 1;
  if (lines > longestFile && !longTables.has(source.path))
    found.push(`${source.path} has ${String(lines)} lines, more than ${String(longestFile)}`);
  for (const comment of listComments(source.text)) {
    const match = forbiddenComments.exec(comment);
    if (match) found.push(`${source.path} has a comment with ${match[0]}`);
  }
  walk(tree, (node) => {
    const what = nameViolation(node, source.path);
    if (what !== undefined) report(node, what);
  });
  return found;
}

function nameViolation(node: ts.Node, path: string): string | undefined {
  switch (node.kind) {
    case ts.SyntaxKind.AnyKeyword:
      return "says any";
    case ts.SyntaxKind.NonNullExpression:
      return "says ! where nothing is proven";
    case ts.SyntaxKind.EnumDeclaration:
      return "declares an enum";
    case ts.SyntaxKind.Decorator:
      return "uses a decorator";
    case ts.SyntaxKind.ExportAssignment:
    case ts.SyntaxKind.DefaultKeyword:
      return isDefaultExport(node) && !defaultExporters.has(path) ? "has a default export" : undefined;
    default:
      return undefined;
  }
}

/** `default` also begins the last clause of a switch, which is a node of its own and has no such keyword below it. */
function isDefaultExport(node: ts.Node): boolean {
  return ts.isExportAssignment(node) || ts.canHaveModifiers(node.parent);
}

function listComments(text: string): readonly string[] {
  const scanner = ts.createScanner(ts.ScriptTarget.Latest, false, ts.LanguageVariant.JSX, text);
  const comments: string[] = [];
  for (let token = scanner.scan(); token !== ts.SyntaxKind.EndOfFileToken; token = scanner.scan()) {
    const isComment = token === ts.SyntaxKind.SingleLineCommentTrivia || token === ts.SyntaxKind.MultiLineCommentTrivia;
    if (isComment) comments.push(scanner.getTokenText());
  }
  return comments;
}
