import { useEffect } from "react";
import type { CallName, CallOutput } from "../../main/contract/calls";
import type { Fault, Result } from "../../main/contract/faults";
import { useConsole } from "../stores/console-store";

/** One question to the program, by the key that its answer is kept under. */
interface Question<Name extends CallName> {
  readonly key: string;
  readonly load: () => Promise<Result<CallOutput<Name>>>;
}

interface Answer<Name extends CallName> {
  readonly value: CallOutput<Name> | undefined;
  readonly fault: Fault | null;
}

/** Asks the same call several times and keeps the answers true. Gives what stands under a key, undefined before it was asked. `asked` has to be stable. */
export function useObserved<Name extends CallName>(
  name: Name,
  asked: readonly Question<Name>[],
): (key: string) => Answer<Name> | undefined {
  const queries = useConsole((state) => state.queries);
  const known = asked.filter(({ key }) => queries.has(key)).length;

  useEffect(() => {
    const ends = asked.map(({ key, load }) => useConsole.getState().observe(key, name, load));
    return () => {
      for (const end of ends) end();
    };
    // `known` shrinks when everything is forgotten: then it is asked anew.
  }, [name, asked, known]);

  // A key names the call, so the value behind it is an answer to that call.
  return (key) => queries.get(key) as Answer<Name> | undefined;
}
