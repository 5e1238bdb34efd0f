import { useRef, type KeyboardEvent, type MouseEvent } from "react";
import { latinKey } from "../latin-key";
import type { RowCursor } from "./use-row-cursor";

/** Rows that are marked for something to be done with all of them. */
export interface RowMarks<Row> {
  readonly has: (key: string) => boolean;
  readonly toggle: (row: Row) => void;
  /** Marks all rows from one index to another, also those that are not on the screen; absent where only single rows are marked. */
  readonly addRange?: (first: number, last: number) => void;
}

interface RowMarkingOptions<Row> {
  readonly count: number;
  readonly rowAt: (index: number) => Row | undefined;
  readonly cursor: RowCursor;
}

interface RowMarking {
  readonly toggle: (index: number) => void;
  readonly toggleCursor: () => void;
  /** Marks by a click with Shift or Ctrl; false where the click means something else. */
  readonly click: (index: number, event: MouseEvent) => boolean;
  /** Ctrl+A; false where the key means something else. */
  readonly keyDown: (event: KeyboardEvent) => boolean;
  /** Moves the cursor and marks the rows it passes. */
  readonly extend: (step: number) => void;
}

/** The ways in which rows are marked by hand: one by one, in a run from the last one, all. */
export function useRowMarking<Row>(
  marks: RowMarks<Row> | undefined,
  { count, rowAt, cursor }: RowMarkingOptions<Row>,
): RowMarking {
  const last = useRef<number | null>(null);
  const toggle = (index: number): void => {
    const row = rowAt(index);
    if (row === undefined) return;
    marks?.toggle(row);
    cursor.put(index);
    last.current = index;
  };
  const addTo = (index: number): void => {
    const from = last.current ?? Math.max(0, cursor.index);
    marks?.addRange?.(Math.min(from, index), Math.max(from, index));
  };
  return {
    toggle,
    toggleCursor: () => {
      toggle(cursor.index);
    },
    click: (index, event) => {
      if (marks === undefined || !(event.shiftKey || event.ctrlKey || event.metaKey)) return false;
      if (event.shiftKey && marks.addRange) {
        addTo(index);
        cursor.put(index);
      } else {
        toggle(index);
      }
      return true;
    },
    keyDown: (event) => {
      if (!marks?.addRange || latinKey(event).toLowerCase() !== "a" || !(event.ctrlKey || event.metaKey)) return false;
      event.preventDefault();
      marks.addRange(0, count - 1);
      return true;
    },
    extend: (step) => {
      last.current ??= Math.max(0, cursor.index);
      const target = cursor.move(step);
      addTo(target);
    },
  };
}
