import { useEffect, useRef } from "react";
import { useCommandHandlers } from "./use-shortcut";

interface FormHistory<Values> {
  readonly values: Values;
  /** Something was entered; while it is not, the values are those of the record and there is nothing to take back. */
  readonly isTouched: boolean;
  readonly apply: (values: Values) => void;
  readonly isEnabled?: boolean;
}

interface Steps<Values> {
  readonly past: readonly Values[];
  readonly present: Values;
  readonly future: readonly Values[];
  /** The fields that the last step changed, and when. */
  readonly fields: string;
  readonly at: number;
}

/** What is typed into one field without a longer pause is one step. */
const pauseMs = 1_000;
const longestPast = 200;

/**
 * Undo and redo across the fields of a form whose values live elsewhere. The browser's own undo knows one field at a time, and none that is chosen or
 * filled in by a button.
 */
export function useFormHistory<Values extends object>({
  values,
  isTouched,
  apply,
  isEnabled = true,
}: FormHistory<Values>): void {
  const steps = useRef<Steps<Values>>(beginning(values));
  useEffect(() => {
    const before = steps.current;
    const fields = changedFields(before.present, values);
    if (fields === "") return;
    steps.current = isTouched ? afterChange(before, values, fields) : beginning(values);
  }, [values, isTouched]);

  const undo = (): void => {
    const { past, present, future } = steps.current;
    const previous = past.at(-1);
    if (previous === undefined) return;
    steps.current = { past: past.slice(0, -1), present: previous, future: [present, ...future], fields: "", at: 0 };
    apply(previous);
  };
  const redo = (): void => {
    const { past, present, future } = steps.current;
    const [next, ...later] = future;
    if (next === undefined) return;
    steps.current = { past: [...past, present], present: next, future: later, fields: "", at: 0 };
    apply(next);
  };
  useCommandHandlers({ undo: isEnabled ? undo : undefined, redo: isEnabled ? redo : undefined });
}

function beginning<Values>(present: Values): Steps<Values> {
  return { past: [], present, future: [], fields: "", at: 0 };
}

function afterChange<Values>(before: Steps<Values>, present: Values, fields: string): Steps<Values> {
  const at = Date.now();
  const isSameStep = fields === before.fields && at - before.at < pauseMs;
  const past = isSameStep ? before.past : [...before.past, before.present].slice(-longestPast);
  return { past, present, future: [], fields, at };
}

/** Names of the fields that differ, with a blank between; empty when none does. */
function changedFields(before: object, after: object): string {
  const earlier = new Map<string, unknown>(Object.entries(before));
  return Object.entries(after)
    .filter(
      ([name, value]) => earlier.get(name) !== value && JSON.stringify(earlier.get(name)) !== JSON.stringify(value),
    )
    .map(([name]) => name)
    .join(" ");
}
