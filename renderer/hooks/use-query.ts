import { useCallback, useEffect } from "react";
import type { CallInput, CallName, CallOutput } from "../../main/contract/calls";
import type { Fault } from "../../main/contract/faults";
import { call } from "../api";
import { useConsole } from "../stores/console-store";

export interface Query<Value> {
  /** The last good answer; it stays while the call is repeated and when a repetition fails. */
  readonly value: Value | undefined;
  readonly fault: Fault | null;
  readonly isLoading: boolean;
  readonly reload: () => void;
}

interface QueryOptions {
  /** Asks again this often while shown; for facts that the panel changes without telling. */
  readonly repeatMs?: number;
}

export function queryKey<Name extends CallName>(name: Name, input: CallInput<Name>): string {
  return `${name} ${JSON.stringify(input)}`;
}

/** Asks a `read` call and asks again when something it depends on has changed. With `null` nothing is asked. */
export function useQuery<Name extends CallName>(
  name: Name,
  input: CallInput<Name> | null,
  { repeatMs }: QueryOptions = {},
): Query<CallOutput<Name>> {
  const key = input === null ? null : queryKey(name, input);
  const entry = useConsole((state) => (key === null ? undefined : state.queries.get(key)));
  const isKnown = entry !== undefined;
  const reload = useCallback(() => {
    if (key !== null) void useConsole.getState().reload(key);
  }, [key]);

  useEffect(() => {
    if (key === null || input === null) return undefined;
    return useConsole.getState().observe(key, name, () => call(name, input));
    // The key stands for name and input. `isKnown` turns false when everything is forgotten: then it is asked anew.
  }, [key, isKnown]); // prettier-ignore

  useEffect(() => {
    if (repeatMs === undefined) return undefined;
    const timer = setInterval(reload, repeatMs);
    return () => {
      clearInterval(timer);
    };
  }, [repeatMs, reload]);

  return {
    // An entry's value is the answer to the call that its key names.
    value: entry?.value as CallOutput<Name> | undefined,
    fault: entry?.fault ?? null,
    isLoading: key !== null && (entry === undefined || entry.isLoading),
    reload,
  };
}
