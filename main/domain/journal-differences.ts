import type { JournalChange, JournalDifference } from "../contract/shapes/journal";

type Facts = Readonly<Record<string, unknown>>;

const longestValue = 200;
const mostDifferences = 40;
const secretName = /password|secret|token/iu;
/** They count the saves and the rows; what was saved tells the change. */
const untold: ReadonlySet<string> = new Set(["revision", "sequence"]);

/**
 * What changed between two states of a record, field by field; undefined stands for no record. An added or removed record tells its fields, a changed
 * one the parts that differ. Long values are shortened and a long list is cut, so that an entry stays small.
 */
export function differencesBetween(
  before: object | undefined,
  after: object | undefined,
): Pick<JournalChange, "differences" | "omitted"> {
  const was: Facts = { ...before };
  const is: Facts = { ...after };
  const names = [...new Set([...Object.keys(was), ...Object.keys(is)])].filter((name) => !untold.has(name));
  const isWhole = before === undefined || after === undefined;
  const all = names.flatMap((name) => compare(name, was[name], is[name], isWhole));
  return { differences: all.slice(0, mostDifferences), omitted: Math.max(0, all.length - mostDifferences) };
}

function compare(field: string, before: unknown, after: unknown, isWhole: boolean): JournalDifference[] {
  if (sorted(before) === sorted(after)) return [];
  if (!isWhole && isComposite(before) && isComposite(after)) {
    const parts = [...new Set([...Object.keys(before), ...Object.keys(after)])];
    return parts.flatMap((part) => compare(`${field}.${part}`, before[part], after[part], false));
  }
  if (secretName.test(field)) return [{ field, before: null, after: null, isSecret: true }];
  const told = { field, before: words(before), after: words(after), isSecret: false };
  return told.before === null && told.after === null ? [] : [told];
}

function isComposite(value: unknown): value is Facts {
  return typeof value === "object" && value !== null;
}

/** Null for what says nothing: absent, empty text, an empty list. */
function words(value: unknown): string | null {
  if (value === undefined || value === null || value === "") return null;
  const text = typeof value === "string" ? value : sorted(value, masked);
  return text === "[]" || text === "{}" ? null : shortened(text);
}

/** By characters, not by halves of one. */
function shortened(text: string): string {
  const characters = [...text.slice(0, 2 * longestValue)];
  return text.length <= longestValue ? text : `${characters.slice(0, longestValue).join("")}…`;
}

function masked(name: string, part: unknown): unknown {
  return secretName.test(name) && part !== null && part !== "" ? "(secret)" : part;
}

/** JSON with sorted keys, so that equal values are equal texts. */
function sorted(value: unknown, turn = (_name: string, part: unknown) => part): string {
  return JSON.stringify(value ?? null, (name, given: unknown) => {
    const part = turn(name, given);
    return isComposite(part) && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([left], [right]) => (left < right ? -1 : 1)))
      : part;
  });
}
