import { useMemo } from "react";
import type { CallInput, CallName, CallOutput } from "../../main/contract/calls";
import { call } from "../api";
import { useObserved } from "./use-observed";
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
  return useObserved(name, asked).map((answer) => answer?.value);
}
