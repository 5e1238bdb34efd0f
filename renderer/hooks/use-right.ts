import type { CallName } from "../../main/contract/calls";
import { mayCall } from "../../main/contract/rights";
import { useConsole } from "../stores/console-store";

/**
 * Whether whoever works here may make the call, by the table that the program itself asks. What somebody may not do is left out; where people
 * look for it, it says why.
 */
export function useRight(name: CallName): boolean {
  return useConsole(({ description }) => mayCall(description?.role ?? null, name));
}
