import type { ReactNode } from "react";

/** One column of a table. `SortBy` are the words that the list's call is sorted by. */
export interface Column<Row, SortBy extends string = never> {
  readonly id: string;
  /** Stands in the heading and in the choice of columns. */
  readonly title: string;
  readonly leastPx: number;
  /** Its part of what is left over; 0 keeps it at its least width. */
  readonly share: number;
  readonly sortBy?: SortBy;
  readonly isNumber?: boolean;
  /** Always there: what the row is called, or its state. */
  readonly isFixed?: boolean;
  /** Only shown where somebody has chosen it. */
  readonly startsHidden?: boolean;
  /** The heading is an icon's: its title is for the ear only. */
  readonly isIcon?: boolean;
  readonly cell: (row: Row) => ReactNode;
}

/** The ids of what a list shows where nobody has chosen. */
export function usualColumns(columns: readonly Column<never, string>[]): readonly string[] {
  return columns.filter(({ startsHidden }) => startsHidden !== true).map(({ id }) => id);
}

/** The columns of a choice in its order; fixed ones that it does not name stand first, ids that no column has are passed over. */
export function chosenColumns<One extends Column<never, string>>(
  columns: readonly One[],
  ids: readonly string[],
): readonly One[] {
  const fixed = columns.filter(({ id, isFixed }) => isFixed === true && !ids.includes(id));
  return [...fixed, ...ids.flatMap((id) => columns.filter((one) => one.id === id))];
}

const gapPx = 12;
const paddingPx = 24;
const markPx = 17;

/** The columns as a grid, and how wide it is at least. */
export function gridOf(
  columns: readonly Column<never, string>[],
  hasMarks: boolean,
): { readonly template: string; readonly leastPx: number } {
  const tracks = columns.map(({ leastPx, share }) =>
    share === 0 ? `${String(leastPx)}px` : `minmax(${String(leastPx)}px, ${String(share)}fr)`,
  );
  const least = columns.reduce((sum, { leastPx }) => sum + leastPx + gapPx, paddingPx);
  return {
    template: [...(hasMarks ? [`${String(markPx)}px`] : []), ...tracks].join(" "),
    leastPx: least + (hasMarks ? markPx : -gapPx),
  };
}
