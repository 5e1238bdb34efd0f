import { isCallName } from "../contract/calls";

/** Something whose name is not to be told, with everything it is called by. */
export interface Named {
  /** What stands in its place, with a number: `customer-1`. */
  readonly kind: string;
  readonly texts: readonly string[];
}

const shortestName = 2;
const fileEndings = /\.(?:[cm]?[jt]sx?|json|jsonl|log|node|sqlite|asar|so|dll|html)$/iu;
const word = /[\p{L}\p{N}]+/gu;
const edges = /^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu;

/** What names a person or a machine wherever it stands. */
const patterns: readonly { readonly kind: string; readonly pattern: RegExp }[] = [
  { kind: "email", pattern: /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*/gu },
  { kind: "host", pattern: /(?<=\b[a-z][a-z\d+.-]*:\/\/)[^\s/?#"'\\<>)]+/giu },
  { kind: "mac", pattern: /\b(?:[\da-f]{2}[:-]){5}[\da-f]{2}\b/giu },
  { kind: "address", pattern: /(?<![\d.])\d{1,3}(?:\.\d{1,3}){3}(?![\d.])/gu },
  { kind: "address", pattern: /(?<![\p{L}\p{N}:])(?:[\da-f]{0,4}:){2,7}[\da-f]{1,4}(?![\p{L}\p{N}:])/giu },
  {
    kind: "host",
    pattern: /(?<![\p{L}\p{N}._/\\-])(?:[a-z\d](?:[a-z\d-]*[a-z\d])?\.)+[a-z]{2,}(?![\p{L}\p{N}_/-])/giu,
  },
];

/**
 * Turns texts into ones that name nobody: known names, e-mail addresses, hosts and addresses become pseudonyms, the same one for the same thing. Names
 * of calls and files stay, and so do instants, which look like addresses to nobody else.
 */
export function createPseudonyms(named: readonly Named[]): (text: string) => string {
  const pseudonyms = new Map<string, string>();
  const counts = new Map<string, number>();

  function next(kind: string): string {
    const count = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, count);
    return `${kind}-${String(count)}`;
  }

  function pseudonymOf(kind: string, found: string): string {
    const known = pseudonyms.get(found.toLowerCase());
    if (known !== undefined) return known;
    const made = next(kind);
    pseudonyms.set(found.toLowerCase(), made);
    return made;
  }

  for (const { kind, texts } of named) {
    const own = texts
      .map((text) => text.toLowerCase().replaceAll(edges, ""))
      .filter((text) => text.length >= shortestName);
    if (own.length === 0) continue;
    const pseudonym = own.map((text) => pseudonyms.get(text)).find((found) => found !== undefined) ?? next(kind);
    for (const text of own) pseudonyms.set(text, pseudonym);
  }
  const replaceNames = createReplacement(new Map(pseudonyms));

  return (text) =>
    patterns.reduce(
      (rest, { kind, pattern }) =>
        rest.replace(pattern, (found) => (isHarmless(found) ? found : pseudonymOf(kind, found))),
      replaceNames(text),
    );
}

/** Looks names up by their first word: there may be a hundred thousand of them. The longest that fits counts. */
function createReplacement(names: ReadonlyMap<string, string>): (text: string) => string {
  const byFirstWord = new Map<string, string[]>();
  for (const name of [...names.keys()].sort((left, right) => right.length - left.length)) {
    const [first = ""] = name.match(word) ?? [];
    byFirstWord.set(first, [...(byFirstWord.get(first) ?? []), name]);
  }

  return (text) => {
    let replaced = "";
    let end = 0;
    for (const { 0: first, index } of text.matchAll(word)) {
      if (index < end) continue;
      const name = (byFirstWord.get(first.toLowerCase()) ?? []).find((one) => standsAt(text, index, one));
      if (name === undefined) continue;
      replaced += text.slice(end, index) + (names.get(name) ?? "");
      end = index + name.length;
    }
    return replaced + text.slice(end);
  };
}

/** The name as a whole, whatever the case of its letters. */
function standsAt(text: string, index: number, name: string): boolean {
  const end = index + name.length;
  return text.slice(index, end).toLowerCase() === name && !/^[\p{L}\p{N}]/u.test(text.slice(end, end + 2));
}

/** Times of the day have colons as well, and calls and files have dots. */
function isHarmless(found: string): boolean {
  return isCallName(found) || fileEndings.test(found) || /^\d{1,2}(?::\d{2}){1,2}$/u.test(found);
}
