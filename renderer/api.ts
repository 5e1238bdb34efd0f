import type { Bridge } from "../main/contract/bridge";
import type { CallInput, CallName, CallOutput } from "../main/contract/calls";
import type { Result } from "../main/contract/faults";

declare global {
  interface Window {
    readonly rackside: Bridge;
  }
}

const signedOutListeners = new Set<() => void>();

/** Tells of every call that was refused because nobody is signed in. Returns the function that ends it. */
export function onSignedOut(listener: () => void): () => void {
  signedOutListeners.add(listener);
  return () => signedOutListeners.delete(listener);
}

/** Puts one question or order to the program. Never rejects: a program that is gone is a fault like any other. */
export async function call<Name extends CallName>(
  name: Name,
  input: CallInput<Name>,
): Promise<Result<CallOutput<Name>>> {
  try {
    const result = await window.rackside.call(name, input);
    if (!result.ok && result.fault.kind === "signed-out") for (const tell of signedOutListeners) tell();
    return result;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { ok: false, fault: { kind: "internal", message, reference: name } };
  }
}
