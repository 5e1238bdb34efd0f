import type { Issue } from "../contract/faults";
import type { ActionTrouble } from "../contract/shapes/action";

type Difference = ActionTrouble["differences"][number];

/** For each field in conflict: bring about what was wanted, or leave what was found. */
export type ConflictChoices = Readonly<Record<string, "wanted" | "found">>;

export type ConflictDecision =
  | { readonly is: "incomplete"; readonly issues: readonly Issue[] }
  /** Nothing is to be changed any more. */
  | { readonly is: "leave"; readonly words: string }
  /** `seen` is what the operator has looked at by now: only that may be overwritten. */
  | { readonly is: "send"; readonly seen: Readonly<Record<string, string>>; readonly words: string };

/** Draws the conclusion from the choices. Every field has to be chosen; one that is wanted is enough to send. */
export function decideConflict(differences: readonly Difference[], choices: ConflictChoices): ConflictDecision {
  const issues = differences
    .filter(({ field }) => choices[field] === undefined)
    .map(({ field }) => ({ path: `choices.${field}`, message: `Choose a value for ${field}` }));
  if (issues.length > 0) return { is: "incomplete", issues };
  const words = differences.map(describeDifference).join("; ");
  if (differences.every(({ field }) => choices[field] === "found")) return { is: "leave", words };
  return { is: "send", seen: seenNow(differences), words };
}

/** What the operator has seen of each field after looking at a conflict. */
export function seenNow(differences: readonly Difference[]): Readonly<Record<string, string>> {
  return Object.fromEntries(differences.map(({ field, found }) => [field, found]));
}

function describeDifference({ field, wanted, found }: Difference): string {
  return `${field}: wanted ${orNothing(wanted)}, found ${orNothing(found)}`;
}

function orNothing(value: string): string {
  return value === "" ? "nothing" : value;
}
