import { useLayoutEffect, useRef } from "react";
import { howFarMoved, type Seen } from "./row-anchor";
import type { RowWindow } from "./use-row-window";

interface RowAnchorOptions {
  readonly keyAt: (index: number) => string | undefined;
  /** In another list the same rows may be anywhere: nothing is held then. */
  readonly scope: string;
  /** The row under the pointer, or the one that the keyboard is on; null where there is neither. */
  readonly attended: () => number | null;
}

/** Holds the rows in view in their place when others come or go above them. */
export function useRowAnchor(rows: RowWindow, { keyAt, scope, attended }: RowAnchorOptions): void {
  const before = useRef<{ readonly scope: string; readonly seen: readonly Seen[] }>({ scope, seen: [] });
  useLayoutEffect(() => {
    const isAtTop = rows.rowsAbove() < 1;
    const held = before.current;
    const moved = held.scope === scope ? howFarMoved(held.seen, keyAt, { attended: attended(), isAtTop }) : 0;
    if (moved !== 0) rows.moveBy(moved);
    const top = Math.ceil(rows.rowsAbove());
    const visible = Array.from({ length: rows.visibleRows }, (_, step) => top + step);
    const seen = visible.flatMap((index) => {
      const key = keyAt(index);
      return key === undefined ? [] : [{ key, index }];
    });
    before.current = { scope, seen };
  });
}
