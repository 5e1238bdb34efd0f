import type { StateCreator } from "zustand";

/** Where somebody was in a list, in rows from its top: heights change with the width of the window. */
export interface ListPlace {
  readonly scope: string;
  readonly rows: number;
}

/** What lists remember while they are not on the screen, by the list's name. */
export interface ListsSlice {
  readonly places: Readonly<Record<string, ListPlace>>;
  /** Marked rows as they were when they were marked, by their keys, in the order of marking. */
  readonly marks: Readonly<Record<string, ReadonlyMap<string, unknown>>>;
  keepPlace(list: string, place: ListPlace): void;
  changeMarks(
    list: string,
    change: (before: ReadonlyMap<string, unknown>) => Iterable<readonly [string, unknown]>,
  ): void;
  forgetLists(): void;
}

const none: ReadonlyMap<string, unknown> = new Map();

export const createListsSlice: StateCreator<ListsSlice> = (set) => ({
  places: {},
  marks: {},
  keepPlace: (list, place) => {
    set(({ places }) => ({ places: { ...places, [list]: place } }));
  },
  changeMarks: (list, change) => {
    set(({ marks }) => ({ marks: { ...marks, [list]: new Map(change(marks[list] ?? none)) } }));
  },
  forgetLists: () => {
    set({ places: {}, marks: {} });
  },
});
