import { useMemo } from "react";
import type { ListName } from "../../main/contract/shapes/list";
import { useConsole } from "../stores/console-store";
import type { Filters, ScreenName } from "../stores/view";
import { chosenColumns, usualColumns, type Column } from "./columns";
import { columnsIn, filtersIn, formatSort, sortIn, viewIn, withColumns, withSort, type Sort } from "./list-words";

/** A list as somebody looks at it: what is filtered, how it is sorted, which columns it has. */
export interface List<Row, SortBy extends string = never> {
  readonly name: ListName;
  readonly screen: ScreenName;
  /** The filters by their names; a name that is missing filters nothing. */
  readonly filters: Filters;
  readonly change: (name: string, value: string) => void;
  readonly isFiltered: boolean;
  /** Null: in the list's own order. */
  readonly sort: Sort<SortBy> | null;
  /** Ascending, then descending, then the list's own order. */
  sortBy(by: SortBy): void;
  putSort(sort: Sort<SortBy> | null): void;
  readonly allColumns: readonly Column<Row, SortBy>[];
  readonly columns: readonly Column<Row, SortBy>[];
  /** Null brings the list's own choice back. */
  readonly chooseColumns: (ids: readonly string[] | null) => void;
  /** The saved view that is looked through; null when there is none. */
  readonly viewId: string | null;
}

/** Any list, for what does not look into its rows. */
export type AnyList = List<never, string>;

/** The list of a screen, kept while other screens are looked at. `columns` has to be stable. */
export function useList<Row, SortBy extends string = never>(
  name: ListName,
  screen: ScreenName,
  allColumns: readonly Column<Row, SortBy>[],
): List<Row, SortBy> {
  const kept = useConsole((state) => state.filters[screen]);
  const preferred = useConsole((state) => state.preferences.columns[name]);
  return useMemo(() => {
    const { setFilter, putFilters, changePreferences } = useConsole.getState();
    const put = (next: Filters): void => {
      putFilters(screen, next);
    };
    const held = kept ?? {};
    const filters = filtersIn(held);
    const sort = sortIn(
      held,
      allColumns.flatMap(({ sortBy }) => (sortBy === undefined ? [] : [sortBy])),
    );
    const ids = columnsIn(held) ?? preferred ?? usualColumns(allColumns);
    const putSort = (next: Sort<SortBy> | null): void => {
      put(withSort(held, next === null ? null : formatSort(next)));
    };
    return {
      name,
      screen,
      filters,
      change: (word, value) => {
        setFilter(screen, word, value);
      },
      isFiltered: Object.values(filters).some((value) => value !== ""),
      sort,
      putSort,
      sortBy: (by) => {
        if (sort?.by !== by) putSort({ by, isDescending: false });
        else putSort(sort.isDescending ? null : { by, isDescending: true });
      },
      allColumns,
      columns: chosenColumns(allColumns, ids),
      chooseColumns: (next) => {
        // Columns of a view are the view's; otherwise they are this workstation's.
        if (viewIn(held) !== null) put(withColumns(held, next));
        else void changePreferences({ columns: withoutName(name, next) });
      },
      viewId: viewIn(held),
    };
  }, [name, screen, allColumns, kept, preferred]);
}

function withoutName(name: ListName, ids: readonly string[] | null): Partial<Record<ListName, string[]>> {
  const { columns } = useConsole.getState().preferences;
  const others = Object.fromEntries(Object.entries(columns).filter(([list]) => list !== name));
  return ids === null ? others : { ...others, [name]: [...ids] };
}
