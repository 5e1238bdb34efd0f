import type { CallInput, CallName, CallOutput } from "./calls";
import type { ConsoleEvent } from "./events";
import type { Result } from "./faults";

/** What the preload script puts on `window.rackside`: one way to ask, one way to listen. It does not grow. */
export interface Bridge {
  /** Answers with a Result; rejects only when the program is gone. */
  call<Name extends CallName>(name: Name, input: CallInput<Name>): Promise<Result<CallOutput<Name>>>;
  /** Returns the function that ends the subscription. */
  subscribe(listener: (event: ConsoleEvent) => void): () => void;
}

export const requestChannel = "rackside:call";
export const eventChannel = "rackside:event";
