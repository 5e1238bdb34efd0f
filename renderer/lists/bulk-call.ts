import type { CallInput, CallName } from "../../main/contract/calls";
import type { Fault } from "../../main/contract/faults";
import { call } from "../api";
import { useConsole } from "../stores/console-store";

/** One row's call of a bulk run: answers why it could not be done, or null; what it changed is shown at once. */
export async function bulkCall<Name extends CallName>(name: Name, input: CallInput<Name>): Promise<Fault | null> {
  const result = await call(name, input);
  if (!result.ok) return result.fault;
  useConsole.getState().absorbAnswer(result.value);
  return null;
}
