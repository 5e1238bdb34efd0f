import type { Filters } from "../stores/view";

export interface Sort<SortBy extends string = string> {
  readonly by: SortBy;
  readonly isDescending: boolean;
}

/** What a list keeps beside its filters, under names that no filter has. */
const sortWord = "~sort";
const columnsWord = "~columns";
const viewWord = "~view";
const own: ReadonlySet<string> = new Set([sortWord, columnsWord, viewWord]);

/** The filters alone, without those that are open. */
export function filtersIn(kept: Filters): Filters {
  return Object.fromEntries(Object.entries(kept).filter(([name, value]) => !own.has(name) && value !== ""));
}

/** The same with all filters open; sort, columns and view stay. */
export function withoutFilters(kept: Filters): Filters {
  return Object.fromEntries(Object.entries(kept).filter(([name]) => own.has(name)));
}

/** Null where nothing is kept, or something that the list is not sorted by. */
export function sortIn<SortBy extends string>(kept: Filters, known: readonly SortBy[]): Sort<SortBy> | null {
  const text = kept[sortWord] ?? "";
  const isDescending = text.startsWith("-");
  const by = known.find((one) => one === (isDescending ? text.slice(1) : text));
  return by === undefined ? null : { by, isDescending };
}

export function formatSort({ by, isDescending }: Sort): string {
  return isDescending ? `-${by}` : by;
}

export function withSort(kept: Filters, sort: string | null): Filters {
  return put(kept, sortWord, sort);
}

/** The columns of a view, in their order; null where the view leaves them open or there is none. */
export function columnsIn(kept: Filters): readonly string[] | null {
  const text = kept[columnsWord] ?? "";
  return text === "" ? null : text.split(",");
}

export function withColumns(kept: Filters, ids: readonly string[] | null): Filters {
  return put(kept, columnsWord, ids === null ? null : ids.join(","));
}

export function viewIn(kept: Filters): string | null {
  return kept[viewWord] ?? null;
}

export function withView(kept: Filters, id: string | null): Filters {
  return put(kept, viewWord, id);
}

function put(kept: Filters, word: string, value: string | null): Filters {
  const others = Object.fromEntries(Object.entries(kept).filter(([name]) => name !== word));
  return value === null ? others : { ...others, [word]: value };
}
