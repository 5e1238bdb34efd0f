import type { Page } from "playwright-core";
import type { CallInput, CallName, CallOutput } from "../../../main/contract/calls";
import type { Result } from "../../../main/contract/faults";
// For its declaration of what the preload script puts on `window`.
import type {} from "../../../renderer/api";

/** Asks the program through the page's own bridge, as a script of the page would. */
export async function callFrom<Name extends CallName>(
  page: Page,
  name: Name,
  input: CallInput<Name>,
): Promise<Result<CallOutput<Name>>> {
  const text = await page.evaluate(({ callName, callInput }) => window.rackside.call(callName, callInput), {
    callName: name,
    callInput: input as never,
  });
  return JSON.parse(text) as Result<CallOutput<Name>>;
}

/** The value of an answer; a fault fails the test. */
export function valueOf<Value>(name: CallName, result: Result<Value>): Value {
  if (!result.ok) throw new Error(`${name}: ${JSON.stringify(result.fault)}`);
  return result.value;
}
