import { useCallback, useEffect } from "react";
import { useConsole } from "../stores/console-store";
import type { FormDraftStatus } from "../stores/forms";
import { useKeptForm, type KeptForm } from "./use-kept-form";

export interface DraftedForm<Values> extends KeptForm<Values> {
  /** Empties the form and drops its draft: what was typed is not wanted. */
  readonly discard: () => void;
  /** How the draft fares; undefined while nothing was typed. */
  readonly draft: FormDraftStatus | undefined;
}

/** How values become the text that is kept, and back. Both have to be stable. */
export interface DraftFormat<Values> {
  /** Secrets are left out: a draft is stored as it is. */
  readonly write: (values: Values) => string;
  readonly read: (body: string) => Values;
}

/** Values that are JSON through and through, without secrets. A form that comes to hold something else takes another key. */
export const plainFormat: DraftFormat<unknown> = {
  write: (values) => JSON.stringify(values),
  read: (body) => JSON.parse(body) as unknown,
};

/**
 * A kept form whose values are also a draft in the profile's database: saved half a second after the last key and on
 * leaving, restored when the form is opened the next time, even after a crash.
 */
export function useDraftedForm<Values>(
  key: string,
  initial: Values,
  // The draft under a key was written by the form of that key.
  format: DraftFormat<Values> = plainFormat as DraftFormat<Values>,
): DraftedForm<Values> {
  const { values, forget } = useKeptForm(key, initial);
  const draft = useConsole((state) => state.formDrafts[key]);
  const change = useCallback(
    (next: (before: Values) => Values) => {
      const { forms, typeForm } = useConsole.getState();
      const after = next(Object.hasOwn(forms, key) ? (forms[key] as Values) : initial);
      typeForm(key, after, format.write(after));
    },
    [key, initial, format],
  );
  useEffect(() => {
    const { restoreForm, flushForm } = useConsole.getState();
    void restoreForm(key, format.read);
    return () => void flushForm(key);
  }, [key, format]);
  return {
    values,
    change,
    forget,
    discard: useCallback(() => void useConsole.getState().discardForm(key), [key]),
    draft,
  };
}
