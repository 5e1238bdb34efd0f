import type { Enumeration, EnumerationItem } from "../../../main/contract/shapes/enumeration";

export interface ItemDraft extends EnumerationItem {
  /** Names the row inside the draft, whatever is typed into it. */
  readonly key: string;
}

/** An enumeration as the editor holds it. */
export interface EnumerationDraft {
  readonly name: string;
  readonly internalName: string;
  readonly items: readonly ItemDraft[];
}

export type EnumerationContent = Pick<Enumeration, "name" | "internalName" | "items">;
export type EnumerationProblem = "required" | "nameFormat" | "twice" | "tooMany";
/** Dotted path of the field, as the call's own issues name it, → what is wrong there. */
export type EnumerationProblems = Readonly<Record<string, EnumerationProblem>>;

const namePattern = /^[\p{L}\p{N}][\p{L}\p{N} ._+-]{0,79}$/u;
const mostItems = 500;

export const emptyEnumerationDraft: EnumerationDraft = { name: "", internalName: "", items: [] };

export function enumerationDraftOf({ name, internalName, items }: EnumerationContent): EnumerationDraft {
  return { name, internalName, items: items.map((item, index) => ({ key: String(index), ...item })) };
}

/** What the draft says, as the contract puts it; rows that are empty through and through are left out. */
export function enumerationContentOf({ name, internalName, items }: EnumerationDraft): EnumerationContent {
  return {
    name: name.trim(),
    internalName: internalName.trim(),
    items: items
      .filter((item) => !isBlank(item))
      .map((item) => ({ internalName: item.internalName.trim(), name: displayName(item) })),
  };
}

/** Everything that keeps a draft from being saved; empty when it can be. A double is pointed out where it stands again. */
export function enumerationProblems({ name, internalName, items }: EnumerationDraft): EnumerationProblems {
  const seen = new Set<string>();
  const problems: [string, EnumerationProblem | null][] = [
    ["name", name.trim() === "" ? "required" : null],
    ["internalName", nameProblem(internalName.trim())],
    ["items", items.length > mostItems ? "tooMany" : null],
  ];
  items.forEach((item, index) => {
    if (isBlank(item)) return;
    const itemName = item.internalName.trim();
    problems.push([
      `items.${String(index)}.internalName`,
      nameProblem(itemName) ?? (seen.has(itemName) ? "twice" : null),
    ]);
    seen.add(itemName);
  });
  return Object.fromEntries(problems.filter((one): one is [string, EnumerationProblem] => one[1] !== null));
}

/** The items with others at the end. */
export function withItems(
  items: readonly ItemDraft[],
  added: readonly EnumerationItem[],
  at = items.length,
): ItemDraft[] {
  const first = Math.max(-1, ...items.map(({ key }) => Number(key))) + 1;
  const drafts = added.map((item, index) => ({ key: String(first + index), ...item }));
  return items.toSpliced(at, 0, ...drafts);
}

/** Reads a pasted list: an item a line, its internal name and, behind a tab or a semicolon, its display name. */
export function readItemLines(text: string): EnumerationItem[] {
  return text
    .split(/\r?\n/u)
    .map((line) => {
      const [internalName = "", ...rest] = line.split(/[\t;]/u);
      return { internalName: internalName.trim(), name: rest.join(";").trim() || internalName.trim() };
    })
    .filter(({ internalName }) => internalName !== "");
}

/** Those that no item names yet, each of them once. */
export function newItems(items: readonly EnumerationItem[], candidates: readonly EnumerationItem[]): EnumerationItem[] {
  const known = new Set(items.map(({ internalName }) => internalName.trim()));
  return candidates.filter(({ internalName }) => {
    if (known.has(internalName)) return false;
    known.add(internalName);
    return true;
  });
}

export function isBlank({ internalName, name }: EnumerationItem): boolean {
  return internalName.trim() === "" && name.trim() === "";
}

/** An item without a display name is shown by its internal one. */
function displayName({ internalName, name }: EnumerationItem): string {
  return name.trim() === "" ? internalName.trim() : name.trim();
}

function nameProblem(name: string): EnumerationProblem | null {
  if (name === "") return "required";
  return namePattern.test(name) ? null : "nameFormat";
}
