/** A list as the eye has it: rows of one height behind a view that is smaller than all of them. */
export interface Extent {
  readonly count: number;
  readonly rowPx: number;
  readonly viewPx: number;
}

/** Where a list stands: what the scroll bar says, and how many pixels of rows lie above the space that it moves over. */
export interface Place {
  readonly scrollPx: number;
  readonly shiftPx: number;
}

export interface RowRange {
  readonly first: number;
  readonly last: number;
}

/** Browsers draw no element higher than about 33 million pixels, and place rows by halves long before. */
export const tallestPx = 8_000_000;
const overscan = 8;
/** Drawn at once where the view has room for fewer. */
const mostRows = 60;

/** Height of the space that is scrolled over. */
export function spacePx({ count, rowPx }: Extent): number {
  return Math.min(tallestPx, count * rowPx);
}

/** How far down the rows the view begins. */
export function positionPx({ scrollPx, shiftPx }: Place): number {
  return scrollPx + shiftPx;
}

/**
 * The place of a position. A list that is higher than the space is moved one to one near both ends and compressed between them, so that the scroll
 * bar reaches every row and the ends stop where they are.
 */
export function placeAt(extent: Extent, position: number): Place {
  const { end, spaceEnd, edge } = bounds(extent);
  const at = Math.round(Math.min(end, Math.max(0, position)));
  if (end === spaceEnd || at <= edge) return { scrollPx: at, shiftPx: 0 };
  if (at >= end - edge) return { scrollPx: spaceEnd - (end - at), shiftPx: end - spaceEnd };
  const scrollPx = Math.round(edge + ((at - edge) * (spaceEnd - 2 * edge)) / (end - 2 * edge));
  return { scrollPx, shiftPx: at - scrollPx };
}

/**
 * The place after the view was scrolled. A step of less than a few views moves the rows by as many pixels; anything farther came from the scroll bar
 * and means a share of the whole. Where the answer has another `scrollPx` than was given, the scroll bar is to be put there.
 */
export function follow(extent: Extent, before: Place, scrollPx: number): Place {
  const { end, spaceEnd, edge } = bounds(extent);
  if (end === spaceEnd) return { scrollPx, shiftPx: 0 };
  const isStep = Math.abs(scrollPx - before.scrollPx) < 3 * extent.viewPx;
  if (!isStep) return placeAt(extent, positionOf(extent, scrollPx));
  const moved = { scrollPx, shiftPx: before.shiftPx };
  const settled = placeAt(extent, positionPx(moved));
  const isAtEnd = scrollPx <= extent.viewPx || scrollPx >= spaceEnd - extent.viewPx;
  const hasDrifted = Math.abs(settled.scrollPx - scrollPx) > (isAtEnd ? 0.9 : edge / 2);
  return hasDrifted ? settled : moved;
}

/** The rows in view with some on either side, so that nothing is missing while it moves. */
export function rowsAt(extent: Extent, place: Place): RowRange {
  const { visible, margin } = drawnOf(extent);
  const top = Math.floor(positionPx(place) / extent.rowPx);
  const last = Math.min(extent.count - 1, top + visible - 1 + margin);
  return { first: Math.max(0, Math.min(top - margin, last)), last };
}

/** How many rows are drawn at most. Each has an element, which it leaves to the next row that comes into view. */
export function slotsOf(extent: Extent): number {
  const { visible, margin } = drawnOf(extent);
  return visible + 2 * margin;
}

/** The drawn rows in the order of their elements, the element `turn` first. Rows are in their own order when the turn is that of the first one. */
export function rowsInSlots({ first, last }: RowRange, slots: number, turn: number): readonly number[] {
  const indexes = Array.from(
    { length: slots },
    (_, step) => first + ((((turn + step - first) % slots) + slots) % slots),
  );
  return indexes.filter((index) => index <= last);
}

function drawnOf({ rowPx, viewPx }: Extent) {
  const visible = Math.ceil(viewPx / rowPx) + 1;
  return { visible, margin: Math.max(1, Math.min(overscan, Math.floor((mostRows - visible) / 2))) };
}

/** Where the view has to begin so that a row is in it; moved no farther than it needs. */
export function positionToShow({ rowPx, viewPx }: Extent, position: number, index: number): number {
  const top = index * rowPx;
  if (top < position) return top;
  return Math.max(position, top + rowPx - viewPx);
}

/** The position that the scroll bar means: the way back of `placeAt`. */
function positionOf(extent: Extent, scrollPx: number): number {
  const { end, spaceEnd, edge } = bounds(extent);
  if (scrollPx <= edge) return scrollPx;
  if (scrollPx >= spaceEnd - edge) return end - (spaceEnd - scrollPx);
  return edge + ((scrollPx - edge) * (end - 2 * edge)) / (spaceEnd - 2 * edge);
}

function bounds(extent: Extent) {
  const { count, rowPx, viewPx } = extent;
  return {
    end: Math.max(0, count * rowPx - viewPx),
    spaceEnd: Math.max(0, spacePx(extent) - viewPx),
    /** So much at both ends is moved one to one. */
    edge: tallestPx / 4,
  };
}
