import { useVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useId, useRef, useState, type ReactNode } from "react";
import { useShortcut } from "../hooks/use-shortcut";
import { useConsole } from "../stores/console-store";
import { rowHeights } from "../theme/theme";
import "./virtual-list.css";

interface VirtualListProps<Row> {
  /** Read out as the name of the list. */
  readonly label: string;
  readonly count: number;
  /** Undefined while the row is on its way; a placeholder keeps its place. */
  readonly rowAt: (index: number) => Row | undefined;
  readonly keyOf: (row: Row) => string;
  readonly renderRow: (row: Row) => ReactNode;
  readonly selectedKey: string | null;
  /** A row was opened by click or Enter. */
  readonly onOpen: (row: Row) => void;
  readonly onRange?: (first: number, last: number) => void;
  readonly lines?: 1 | 2;
}

/** Rows of any number with one tab stop: arrows or j/k move, Enter opens, the pointer opens with one click. */
export function VirtualList<Row>(props: VirtualListProps<Row>) {
  const { count, rowAt, keyOf, onOpen, onRange, selectedKey, lines = 1 } = props;
  const density = useConsole((state) => state.preferences.density);
  const height = rowHeights[density][lines - 1] ?? 32;
  const scroller = useRef<HTMLDivElement>(null);
  const idPrefix = useId();
  const [cursorKey, setCursorKey] = useState<string | null>(null);

  const virtualizer = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    overscan: 8,
  });
  useEffect(() => {
    virtualizer.measure();
  }, [virtualizer, height]);

  const items = virtualizer.getVirtualItems();
  const first = items[0]?.index ?? 0;
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => {
    onRange?.(first, last);
  }, [onRange, first, last]);

  const indexOfKey = (key: string | null): number => {
    if (key === null) return -1;
    return items.find((item) => keyAt(item.index) === key)?.index ?? -1;
  };
  const keyAt = (index: number): string | undefined => {
    const row = rowAt(index);
    return row === undefined ? undefined : keyOf(row);
  };
  const cursor = indexOfKey(cursorKey ?? selectedKey);

  const moveTo = (index: number): void => {
    const target = Math.max(0, Math.min(count - 1, index));
    const key = keyAt(target);
    // A row whose page is on its way is shown first and becomes the cursor with the next key.
    virtualizer.scrollToIndex(target);
    if (key !== undefined) setCursorKey(key);
  };
  const openCursor = (): void => {
    const row = cursor < 0 ? undefined : rowAt(cursor);
    if (row !== undefined) onOpen(row);
  };
  useShortcut("nextRow", () => {
    moveTo(cursor + 1);
  });
  useShortcut("previousRow", () => {
    moveTo(cursor - 1);
  });
  useShortcut("openRow", openCursor);

  const pageRows = Math.max(1, last - first - 8);
  const steps: Readonly<Record<string, number>> = {
    ArrowDown: 1,
    ArrowUp: -1,
    PageDown: pageRows,
    PageUp: -pageRows,
    Home: -count,
    End: count,
  };

  return (
    <div
      ref={scroller}
      className="virtual-list"
      role="listbox"
      aria-label={props.label}
      tabIndex={0}
      aria-activedescendant={cursor < 0 ? undefined : `${idPrefix}-${String(cursor)}`}
      onKeyDown={(event) => {
        const step = steps[event.key];
        if (step !== undefined) {
          event.preventDefault();
          moveTo(cursor + step);
        }
      }}
    >
      <div role="presentation" className="virtual-list-space" style={{ height: virtualizer.getTotalSize() }}>
        {items.map((item) => {
          const row = rowAt(item.index);
          const key = row === undefined ? undefined : keyOf(row);
          return (
            <div
              key={key ?? item.key}
              id={`${idPrefix}-${String(item.index)}`}
              className="virtual-row"
              role="option"
              aria-selected={key !== undefined && key === selectedKey}
              aria-setsize={count}
              aria-posinset={item.index + 1}
              data-cursor={item.index === cursor || undefined}
              style={{ height, transform: `translateY(${String(item.start)}px)` }}
              onClick={() => {
                if (row === undefined) return;
                setCursorKey(keyOf(row));
                onOpen(row);
              }}
            >
              {row === undefined ? <span className="virtual-row-placeholder" /> : props.renderRow(row)}
            </div>
          );
        })}
      </div>
    </div>
  );
}
