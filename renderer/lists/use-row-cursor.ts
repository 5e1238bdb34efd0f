import { useState } from "react";
import type { RowWindow } from "./use-row-window";

interface RowCursorOptions {
  readonly count: number;
  readonly keyAt: (index: number) => string | undefined;
  /** The open row, where the cursor begins. */
  readonly selectedKey: string | null;
}

export interface RowCursor {
  /** -1 while it is on no row that is drawn. */
  readonly index: number;
  readonly put: (index: number) => void;
  /** Moves by so many rows and keeps the row in view. Answers where it went. */
  readonly move: (rows: number) => number;
}

/** The row that the keyboard is on. It stays with its row when others come or go, and with its place when the row itself goes. */
export function useRowCursor(rows: RowWindow, { count, keyAt, selectedKey }: RowCursorOptions): RowCursor {
  const [held, setHeld] = useState<{ readonly key: string; readonly index: number } | null>(null);
  const key = held?.key ?? selectedKey;
  let index = -1;
  for (let at = rows.first; key !== null && at <= rows.last && index < 0; at += 1) if (keyAt(at) === key) index = at;

  const put = (at: number): void => {
    const keyThere = keyAt(at);
    if (keyThere !== undefined) setHeld({ key: keyThere, index: at });
  };
  return {
    index,
    put,
    move: (by) => {
      const from = index >= 0 ? index : (held?.index ?? Math.ceil(rows.rowsAbove()) - 1);
      const target = Math.max(0, Math.min(count - 1, from + by));
      rows.show(target);
      const keyThere = keyAt(target);
      // A row whose page is on its way is shown first and becomes the cursor when it is there.
      setHeld(keyThere === undefined ? { key: held?.key ?? "", index: target } : { key: keyThere, index: target });
      return target;
    },
  };
}
