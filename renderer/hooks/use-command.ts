import { useCallback, useState } from "react";
import type { CallInput, CallName, CallOutput } from "../../main/contract/calls";
import type { Fault, Result } from "../../main/contract/faults";
import { call } from "../api";
import { useConsole } from "../stores/console-store";

export interface Command<Name extends CallName> {
  /** Sends the order; the records of its answer are shown at once, before any event arrives. */
  readonly run: (input: CallInput<Name>) => Promise<Result<CallOutput<Name>>>;
  readonly isRunning: boolean;
  /** Why the last run failed; null after a good one. */
  readonly fault: Fault | null;
  readonly clearFault: () => void;
}

/** A `write` call with its pending state, for a button or a form. */
export function useCommand<Name extends CallName>(name: Name): Command<Name> {
  const [state, setState] = useState<{ isRunning: boolean; fault: Fault | null }>({ isRunning: false, fault: null });

  const run = useCallback(
    async (input: CallInput<Name>) => {
      setState({ isRunning: true, fault: null });
      const result = await call(name, input);
      if (result.ok) useConsole.getState().absorbAnswer(result.value);
      setState({ isRunning: false, fault: result.ok ? null : result.fault });
      return result;
    },
    [name],
  );
  const clearFault = useCallback(() => {
    setState((before) => ({ ...before, fault: null }));
  }, []);

  return { run, ...state, clearFault };
}
