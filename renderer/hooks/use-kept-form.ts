import { useCallback } from "react";
import { useConsole } from "../stores/console-store";

export interface KeptForm<Values> {
  readonly values: Values;
  readonly change: (next: (before: Values) => Values) => void;
  /** Empties the form, for example once it was sent. */
  readonly forget: () => void;
}

/** The values of a form, kept in memory while other screens are looked at. A key belongs to one form only. */
export function useKeptForm<Values>(key: string, initial: Values): KeptForm<Values> {
  const values = useConsole((state) => (Object.hasOwn(state.forms, key) ? (state.forms[key] as Values) : initial));
  const change = useCallback(
    (next: (before: Values) => Values) => {
      const { forms, keepForm } = useConsole.getState();
      keepForm(key, next(Object.hasOwn(forms, key) ? (forms[key] as Values) : initial));
    },
    [key, initial],
  );
  const forget = useCallback(() => {
    useConsole.getState().forgetForm(key);
  }, [key]);
  return { values, change, forget };
}
