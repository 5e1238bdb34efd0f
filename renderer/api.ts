import type { Bridge } from "../main/contract/bridge";
import type { CallInput, CallName, CallOutput } from "../main/contract/calls";
import type { Result } from "../main/contract/faults";

declare global {
  interface Window {
    readonly rackside: Bridge;
  }
}

/** Puts one question or order to the program. Never rejects: a program that is gone is a fault like any other. */
export async function call<Name extends CallName>(
  name: Name,
  input: CallInput<Name>,
): Promise<Result<CallOutput<Name>>> {
  try {
    return await window.rackside.call(name, input);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { ok: false, fault: { kind: "internal", message, reference: name } };
  }
}
