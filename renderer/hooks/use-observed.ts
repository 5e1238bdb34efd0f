import { useEffect, useMemo } from "react";
import { useShallow } from "zustand/react/shallow";
import type { CallName, CallOutput } from "../../main/contract/calls";
import type { Fault, Result } from "../../main/contract/faults";
import { useConsole } from "../stores/console-store";

/** One question to the program, by the key that its answer is kept under. */
export interface Question<Name extends CallName> {
  readonly key: string;
  readonly load: () => Promise<Result<CallOutput<Name>>>;
}

export interface Answer<Name extends CallName> {
  readonly value: CallOutput<Name> | undefined;
  readonly fault: Fault | null;
}

/**
 * Asks the same call several times and keeps the answers true, in the order of the questions; undefined before one was asked. `asked` has to be
 * stable. The array is the same one until an answer changes.
 */
export function useObserved<Name extends CallName>(
  name: Name,
  asked: readonly Question<Name>[],
): readonly (Answer<Name> | undefined)[] {
  // What is on its way and who else looks changes often and shows nowhere: only answers count.
  const flat = useConsole(
    useShallow(({ queries }) =>
      asked.flatMap(({ key }) => {
        const entry = queries.get(key);
        return [entry !== undefined, entry?.value, entry?.fault ?? null];
      }),
    ),
  );
  const known = asked.filter((_, index) => flat[3 * index] === true).length;

  useEffect(() => {
    const ends = asked.map(({ key, load }) => useConsole.getState().observe(key, name, load));
    return () => {
      for (const end of ends) end();
    };
    // `known` shrinks when everything is forgotten: then it is asked anew.
  }, [name, asked, known]);

  return useMemo(
    () =>
      asked.map((_, index) => {
        const [isKnown, value, fault] = flat.slice(3 * index, 3 * index + 3);
        // A key names the call, so the value behind it is an answer to that call.
        return isKnown === true ? ({ value, fault } as Answer<Name>) : undefined;
      }),
    [asked, flat],
  );
}
