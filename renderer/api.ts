import type { Bridge } from "../main/contract/bridge";
import type { CallInput, CallName, CallOutput } from "../main/contract/calls";
import type { Fault, Result } from "../main/contract/faults";
import { phrase } from "./text/phrase";

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
    const result = JSON.parse(await window.rackside.call(name, input)) as Result<CallOutput<Name>>;
    if (!result.ok && result.fault.kind === "signed-out") for (const tell of signedOutListeners) tell();
    return result.ok ? result : { ok: false, fault: inWindowLanguage(result.fault) };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { ok: false, fault: { kind: "internal", message, reference: name } };
  }
}

/** A fault is told once, in the language of the moment; what is kept is put into words where it is shown. */
function inWindowLanguage(fault: Fault): Fault {
  const message = phrase(fault.message);
  switch (fault.kind) {
    case "invalid-input":
      return { ...fault, message, issues: fault.issues.map((issue) => ({ ...issue, message: phrase(issue.message) })) };
    case "remote-refused":
      return { ...fault, message, reason: phrase(fault.reason) };
    default:
      return { ...fault, message };
  }
}
