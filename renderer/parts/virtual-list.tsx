import { IconCheck } from "@tabler/icons-react";
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
  /** Rows that are marked for something to be done with all of them; present where rows can be marked. */
  readonly marks?: { readonly has: (key: string) => boolean; readonly toggle: (row: Row) => void };
}

/** Rows of any number with one tab stop: arrows or j/k move, Enter opens, the pointer opens with one click. */
export function VirtualList<Row>(props: VirtualListProps<Row>) {
  const { count, rowAt, keyOf, onOpen, onRange, selectedKey, lines = 1, marks } = props;
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
  useShortcut(
    "markRow",
    () => {
      const row = cursor < 0 ? undefined : rowAt(cursor);
      if (row !== undefined) marks?.toggle(row);
    },
    marks !== undefined,
  );

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
      aria-multiselectable={marks === undefined ? undefined : true}
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
              aria-checked={marks === undefined ? undefined : key !== undefined && marks.has(key)}
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
              {row === undefined ? <span className="virtual-row-placeholder" /> : null}
              {row === undefined ? null : marks === undefined ? (
                props.renderRow(row)
              ) : (
                <MarkedRow
                  isMarked={marks.has(keyOf(row))}
                  onToggle={() => {
                    marks.toggle(row);
                  }}
                >
                  {props.renderRow(row)}
                </MarkedRow>
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
}

interface MarkedRowProps {
  readonly isMarked: boolean;
  readonly onToggle: () => void;
  readonly children: ReactNode;
}

/** The box is for the pointer; the keyboard marks with its shortcut, and a screen reader hears the row's own state. */
function MarkedRow({ isMarked, onToggle, children }: MarkedRowProps) {
  return (
    <div className="virtual-row-marked">
      <span
        className="virtual-row-mark"
        data-marked={isMarked || undefined}
        aria-hidden
        onClick={(event) => {
          event.stopPropagation();
          onToggle();
        }}
      >
        {isMarked ? <IconCheck size="0.9em" stroke={3} /> : null}
      </span>
      <div className="virtual-row-body">{children}</div>
    </div>
  );
}
