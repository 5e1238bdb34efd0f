import { useEffect, useId, useLayoutEffect, useRef, type MouseEvent, type ReactNode } from "react";
import { useShortcut } from "../hooks/use-shortcut";
import { useRowAnchor } from "../lists/use-row-anchor";
import { useRowCursor } from "../lists/use-row-cursor";
import { useRowMarking, type RowMarks } from "../lists/use-row-marking";
import { useRowWindow } from "../lists/use-row-window";
import { VirtualRow, type RowHands } from "../lists/virtual-row";
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
  /** Cells of a table, or what stands in the row. Stable, so that rows are drawn again only when they change. */
  readonly renderRow: (row: Row) => ReactNode;
  readonly selectedKey: string | null;
  /** A row was opened by click or Enter. */
  readonly onOpen: (row: Row) => void;
  readonly onRange?: (first: number, last: number) => void;
  readonly lines?: 1 | 2;
  /** Rows that are marked for something to be done with all of them; present where rows can be marked. */
  readonly marks?: RowMarks<Row>;
  /** Names what is listed: with another filter it is another list, which begins at its top. */
  readonly scope?: string;
  /** Where the place in the list is kept while the list is not on the screen. */
  readonly placeName?: string;
  readonly table?: TableLook;
}

/** Rows in columns under a heading. */
export interface TableLook {
  readonly head: ReactNode;
  /** The columns as `grid-template-columns`. */
  readonly template: string;
  /** Narrower than that the table is scrolled sideways. */
  readonly leastPx: number;
}

/** Rows of any number with one tab stop: arrows or j/k move, Enter opens, the pointer opens with one click. */
export function VirtualList<Row>(props: VirtualListProps<Row>) {
  const { count, rowAt, keyOf, onOpen, onRange, selectedKey, lines = 1, marks, scope = "", placeName, table } = props;
  const density = useConsole((state) => state.preferences.density);
  const rowPx = rowHeights[density][lines - 1] ?? 32;
  const idPrefix = useId();
  const rows = useRowWindow({
    count,
    rowPx,
    headPx: table ? rowHeights[density][0] : 0,
    scope,
    startRows: startOf(placeName, scope),
  });
  const { first, last, scroller } = rows;
  const keyAt = (index: number): string | undefined => {
    const row = rowAt(index);
    return row === undefined ? undefined : keyOf(row);
  };
  const cursor = useRowCursor(rows, { count, keyAt, selectedKey });
  const marking = useRowMarking(marks, { count, rowAt, cursor });
  const hovered = useRef<number | null>(null);
  useRowAnchor(rows, {
    keyAt,
    scope,
    attended: () => hovered.current ?? (document.activeElement === scroller.current ? cursor.index : null),
  });
  // Before the frame is drawn, so that what is missing is asked for in the frame that misses it.
  useLayoutEffect(() => {
    onRange?.(first, last);
  }, [onRange, first, last]);
  useKeptPlace(placeName, scope, rows.rowsAbove);
  useShownSelection(rows.show, cursor.index, rowPx);

  const open = (index: number): void => {
    const row = rowAt(index);
    if (row === undefined) return;
    cursor.put(index);
    onOpen(row);
  };
  useShortcut("nextRow", () => cursor.move(1));
  useShortcut("previousRow", () => cursor.move(-1));
  useShortcut("openRow", () => {
    open(cursor.index);
  });
  useShortcut("markRow", marking.toggleCursor, marks !== undefined);

  const steps: Readonly<Record<string, number>> = {
    ArrowDown: 1,
    ArrowUp: -1,
    PageDown: rows.visibleRows,
    PageUp: -rows.visibleRows,
    Home: -count,
    End: count,
  };
  const hands = useHands({
    open: (index, event) => {
      if (!marking.click(index, event)) open(index);
    },
    toggle: marking.toggle,
    hover: (index) => {
      hovered.current = index;
    },
  });

  return (
    <div
      ref={scroller}
      className="virtual-list"
      role={table ? "grid" : "listbox"}
      aria-label={props.label}
      aria-multiselectable={marks === undefined ? undefined : true}
      aria-rowcount={table ? count + 1 : undefined}
      tabIndex={0}
      aria-activedescendant={cursor.index < 0 ? undefined : `${idPrefix}-${String(cursor.index)}`}
      onScroll={rows.onScroll}
      onPointerLeave={() => {
        hovered.current = null;
      }}
      onKeyDown={(event) => {
        if (marking.keyDown(event)) return;
        const step = steps[event.key];
        if (step === undefined) return;
        event.preventDefault();
        if (event.shiftKey) marking.extend(step);
        else cursor.move(step);
      }}
    >
      {table?.head}
      <div
        role={table ? "rowgroup" : "presentation"}
        className="virtual-list-space"
        style={{ height: rows.spacePx, minWidth: table?.leastPx }}
      >
        {rows.drawn.map((index) => {
          const row = rowAt(index);
          const key = row === undefined ? undefined : keyOf(row);
          return (
            <VirtualRow
              key={index % rows.slots}
              id={`${idPrefix}-${String(index)}`}
              index={index}
              row={row}
              count={count}
              topPx={rows.topOf(index)}
              heightPx={rowPx}
              template={table?.template}
              isSelected={key !== undefined && key === selectedKey}
              isCursor={index === cursor.index}
              isMarked={marks === undefined ? undefined : key !== undefined && marks.has(key)}
              renderRow={props.renderRow}
              hands={hands}
            />
          );
        })}
      </div>
    </div>
  );
}

function startOf(placeName: string | undefined, scope: string): number {
  const place = placeName === undefined ? undefined : useConsole.getState().places[placeName];
  return place?.scope === scope ? place.rows : 0;
}

/** Leaves the place behind for the next time that the list is shown. */
function useKeptPlace(name: string | undefined, scope: string, rowsAbove: () => number): void {
  useEffect(() => {
    if (name === undefined) return undefined;
    return () => {
      useConsole.getState().keepPlace(name, { scope, rows: rowsAbove() });
    };
  }, [name, scope, rowsAbove]);
}

/** When rows change their height, because a record was opened beside them, the row of interest stays in view. */
function useShownSelection(show: (index: number) => void, index: number, rowPx: number): void {
  const drawnPx = useRef(rowPx);
  useLayoutEffect(() => {
    if (drawnPx.current !== rowPx && index >= 0) show(index);
    drawnPx.current = rowPx;
  }, [show, index, rowPx]);
}

/** The same object for as long as the list is there, so that a row is not drawn again because its list was. */
function useHands(latest: RowHands): RowHands {
  const held = useRef(latest);
  useLayoutEffect(() => {
    held.current = latest;
  });
  const stable = useRef<RowHands>({
    open: (index: number, event: MouseEvent) => {
      held.current.open(index, event);
    },
    toggle: (index: number) => {
      held.current.toggle(index);
    },
    hover: (index: number) => {
      held.current.hover(index);
    },
  });
  return stable.current;
}
