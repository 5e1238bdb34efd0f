import type { CallInput, CallName } from "./calls";
import type { ConsoleEvent } from "./events";

/** What the preload script puts on `window.rackside`: one way to ask, one way to listen. It does not grow. */
export interface Bridge {
  /** Answers with the Result as JSON text, which crosses two worlds far quicker than objects; rejects only when the program is gone. */
  call<Name extends CallName>(name: Name, input: CallInput<Name>): Promise<string>;
  /** Returns the function that ends the subscription. */
  subscribe(listener: (event: ConsoleEvent) => void): () => void;
}

export const requestChannel = "rackside:call";
export const eventChannel = "rackside:event";
