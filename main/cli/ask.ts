import type { Console } from "../compose";
import type { CallInput, CallName, CallOutput } from "../contract/calls";
import type { Fault } from "../contract/faults";

/** Ends the command with its message and exit code 1. */
export class Refused extends Error {
  override readonly name = "Refused";
}

/** The call's value; throws Refused with the fault's message and what can be done. */
export async function ask<Name extends CallName>(
  console: Console,
  name: Name,
  input: CallInput<Name>,
): Promise<CallOutput<Name>> {
  const result = await console.dispatch(name, input);
  if (!result.ok) throw new Refused([result.fault.message, ...adviceFor(result.fault)].join("\n"));
  // `dispatch` parsed it with the output schema of this very name.
  return result.value as CallOutput<Name>;
}

/** What somebody at the command line can do about a refusal: one line, or none. */
export function adviceFor(fault: Fault): readonly string[] {
  if (fault.kind !== "signed-out") return [];
  return [
    fault.access === "no-operators"
      ? "Set the profile up in its window, or with: rackside set-up --as NAME"
      : "Sign in with --as NAME, or with --token-file FILE",
  ];
}
