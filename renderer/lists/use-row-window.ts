import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState, type RefObject } from "react";
import { flushSync } from "react-dom";
import {
  follow,
  placeAt,
  positionPx,
  positionToShow,
  rowsAt,
  rowsInSlots,
  slotsOf,
  spacePx,
  type Place,
  type RowRange,
} from "./row-window";

interface RowWindowOptions {
  readonly count: number;
  readonly rowPx: number;
  /** What stands above the rows and stays there while they move. */
  readonly headPx: number;
  /** Another scope is another list: it begins at its top. */
  readonly scope: string;
  /** Rows above the view when the list appears. */
  readonly startRows: number;
}

export interface RowWindow extends RowRange {
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly onScroll: () => void;
  readonly spacePx: number;
  /** Where a row is drawn in the space. */
  readonly topOf: (index: number) => number;
  /** Rows and parts of a row above the view. */
  readonly rowsAbove: () => number;
  readonly show: (index: number) => void;
  /** Moves the view by so many rows, down where positive. */
  readonly moveBy: (rows: number) => void;
  readonly visibleRows: number;
  /** How many rows have an element: row `index` has that of `index % slots`. */
  readonly slots: number;
  /** The drawn rows in the order of their elements. */
  readonly drawn: readonly number[];
}

/** Elements are put in the order of their rows when the list has been still for so long. */
const restMs = 150;

interface Held {
  readonly place: Place;
  readonly rowPx: number;
  readonly scope: string;
}

/** The rows of a list that are drawn while it is scrolled. They are all of one height, so that nothing has to be measured. */
export function useRowWindow({ count, rowPx, headPx, scope, startRows }: RowWindowOptions): RowWindow {
  const scroller = useRef<HTMLDivElement>(null);
  const viewPx = Math.max(rowPx, useHeight(scroller) - headPx);
  const extent = { count, rowPx, viewPx };
  const [held, setHeld] = useState<Held>(() => ({ place: placeAt(extent, startRows * rowPx), rowPx, scope }));
  // Another list begins at its top; rows of another height keep the first row in view.
  const wanted = held.scope !== scope ? 0 : held.rowPx === rowPx ? null : (positionPx(held.place) / held.rowPx) * rowPx;
  const now: Held = wanted === null ? held : { place: placeAt(extent, wanted), rowPx, scope };
  if (now !== held) setHeld(now);
  // The exact place: what is drawn follows it only when other rows come into view.
  const exact = useRef(now.place);

  const moveTo = useCallback((place: Place): void => {
    exact.current = place;
    if (scroller.current) scroller.current.scrollTop = place.scrollPx;
    setHeld((before) => ({ ...before, place }));
  }, []);
  useLayoutEffect(() => {
    exact.current = now.place;
    if (scroller.current) scroller.current.scrollTop = now.place.scrollPx;
    // When the program moves the view; scrolling by hand has moved it already.
  }, [scope, rowPx, viewPx > rowPx]); // prettier-ignore

  const latest = useRef({ extent, range: { first: 0, last: 0 } });
  const range = rowsAt(extent, now.place);
  useLayoutEffect(() => {
    latest.current = { extent, range };
  });

  const slots = slotsOf(extent);
  const drawn = useDrawnOrder(range, slots);

  const moveToPosition = useCallback(
    (position: number): void => {
      const before = exact.current;
      const stepped = { ...before, scrollPx: before.scrollPx + position - positionPx(before) };
      const isNear = Math.abs(stepped.scrollPx - before.scrollPx) < latest.current.extent.viewPx;
      const isInSpace = stepped.scrollPx >= 0 && stepped.scrollPx <= spacePx(latest.current.extent);
      moveTo(isNear && isInSpace ? stepped : placeAt(latest.current.extent, position));
    },
    [moveTo],
  );

  return {
    ...range,
    slots,
    drawn,
    scroller,
    spacePx: spacePx(extent),
    visibleRows: Math.max(1, Math.floor(viewPx / rowPx)),
    topOf: (index) => index * rowPx - now.place.shiftPx,
    onScroll: useCallback(() => {
      const element = scroller.current;
      if (!element || element.scrollTop === exact.current.scrollPx) return;
      const { extent: shown, range: before } = latest.current;
      const place = follow(shown, exact.current, element.scrollTop);
      const isShifted = place.shiftPx !== exact.current.shiftPx;
      exact.current = place;
      if (place.scrollPx !== element.scrollTop) element.scrollTop = place.scrollPx;
      const next = rowsAt(shown, place);
      if (!isShifted && next.first === before.first && next.last === before.last) return;
      // Drawn in the same frame: rows that come a frame late leave a gap.
      flushSync(() => {
        setHeld((was) => ({ ...was, place }));
      });
    }, []),
    rowsAbove: useCallback(() => positionPx(exact.current) / latest.current.extent.rowPx, []),
    show: useCallback(
      (index: number) => {
        moveToPosition(positionToShow(latest.current.extent, positionPx(exact.current), index));
      },
      [moveToPosition],
    ),
    moveBy: useCallback(
      (rows: number) => {
        moveToPosition(Math.max(0, positionPx(exact.current) + rows * latest.current.extent.rowPx));
      },
      [moveToPosition],
    ),
  };
}

/** Moving an element costs as much as making one: while the list moves they stay where they are, and a reader finds them in order at rest. */
function useDrawnOrder({ first, last }: RowRange, slots: number): readonly number[] {
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    const rest = setTimeout(() => {
      setTurn(first % slots);
    }, restMs);
    return () => {
      clearTimeout(rest);
    };
  }, [first, slots]);
  return useMemo(() => rowsInSlots({ first, last }, slots, turn), [first, last, slots, turn]);
}

function useHeight(element: RefObject<HTMLElement | null>): number {
  const [height, setHeight] = useState(0);
  useLayoutEffect(() => {
    const measured = element.current;
    if (!measured) return undefined;
    const measure = (): void => {
      setHeight(measured.clientHeight);
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(measured);
    return () => {
      observer.disconnect();
    };
  }, [element]);
  return height;
}
