import { calls, isCallName, type CallName } from "../../../main/contract/calls";
import { mayCall, rights } from "../../../main/contract/rights";
import type { Role } from "../../../main/contract/shapes/operator";
import { phrase } from "../../text/phrase";

export interface OfferedCall {
  readonly name: CallName;
  readonly summary: string;
  readonly effect: "read" | "write";
}

const named: readonly OfferedCall[] = Object.entries(calls)
  .flatMap(([name, { summary, effect }]) => (isCallName(name) ? [{ name, summary, effect }] : []))
  .sort((one, other) => one.name.localeCompare(other.name));

/** The calls that a token of somebody of this role may name, by name. What anyone may call needs no token. */
export function callsFor(role: Role): readonly OfferedCall[] {
  return named.filter(({ name }) => rights[name] !== "anyone" && mayCall(role, name));
}

/** Those whose name or summary has every word of the text. */
export function matchingCalls(offered: readonly OfferedCall[], text: string): readonly OfferedCall[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  return offered.filter(({ name, summary }) =>
    words.every((word) => `${name} ${phrase(summary)}`.toLowerCase().includes(word)),
  );
}
