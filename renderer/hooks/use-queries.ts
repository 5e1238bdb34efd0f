import { useEffect, useMemo } from "react";
import type { CallInput, CallName, CallOutput } from "../../main/contract/calls";
import { call } from "../api";
import { useConsole } from "../stores/console-store";
import { queryKey } from "./use-query";

/** Asks one `read` call with several inputs, as `useQuery` does. The answers stand in the inputs' order, undefined while on their way. */
export function useQueries<Name extends CallName>(
  name: Name,
  inputs: readonly CallInput<Name>[],
): readonly (CallOutput<Name> | undefined)[] {
  const text = JSON.stringify(inputs);
  const asked = useMemo(
    () =>
      // The text was written from such inputs.
      (JSON.parse(text) as CallInput<Name>[]).map((input) => ({
        key: queryKey(name, input),
        load: () => call(name, input),
      })),
    [name, text],
  );
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
  return asked.map(({ key }) => queries.get(key)?.value as CallOutput<Name> | undefined);
}
