import { useCallback, useEffect } from "react";
import { useShallow } from "zustand/react/shallow";
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
  // Who else looks, and that it is asked for the first time, shows nowhere.
  const { value, fault, isLoading } = useConsole(
    useShallow(({ queries }) => {
      const entry = key === null ? undefined : queries.get(key);
      const isAnswered = entry?.value !== undefined || (entry?.fault ?? null) !== null;
      return {
        value: entry?.value,
        fault: entry?.fault ?? null,
        isLoading: key !== null && (!isAnswered || entry?.isLoading === true),
      };
    }),
  );
  const timesForgotten = useConsole((state) => state.timesForgotten);
  const reload = useCallback(() => {
    if (key !== null) void useConsole.getState().reload(key);
  }, [key]);

  useEffect(() => {
    if (key === null || input === null) return undefined;
    return useConsole.getState().observe(key, name, () => call(name, input));
    // The key stands for name and input. When everything is forgotten it is asked anew.
  }, [key, timesForgotten]); // prettier-ignore

  useEffect(() => {
    if (repeatMs === undefined) return undefined;
    const timer = setInterval(reload, repeatMs);
    return () => {
      clearInterval(timer);
    };
  }, [repeatMs, reload]);

  return {
    // An entry's value is the answer to the call that its key names.
    value: value as CallOutput<Name> | undefined,
    fault,
    isLoading,
    reload,
  };
}
