import type { StateCreator } from "zustand";

export type ScreenName =
  | "start"
  | "overview"
  | "queue"
  | "inbox"
  | "services"
  | "customers"
  | "order"
  | "servers"
  | "racks"
  | "pools"
  | "labels"
  | "printJobs"
  | "labelTemplates"
  | "printers"
  | "tariffs"
  | "enumerations"
  | "catalogue"
  | "modules"
  | "activity"
  | "journal"
  | "settings";

/** What is open. `id` names the selected record, or `new` where a screen has a form for one. */
export interface Route {
  readonly screen: ScreenName;
  readonly id: string | null;
}

/** Filters of lists survive leaving the screen; each screen keeps its own under its name. */
export type Filters = Readonly<Record<string, string>>;

export interface ViewSlice {
  readonly route: Route;
  readonly trail: readonly Route[];
  readonly filters: Readonly<Partial<Record<ScreenName, Filters>>>;
  readonly isPaletteOpen: boolean;
  readonly isSearchOpen: boolean;
  readonly isShortcutSheetOpen: boolean;
  readonly isStartDismissed: boolean;
  open(screen: ScreenName, id?: string | null): void;
  /** Closes the selected record, or returns to the screen before this one. */
  goBack(): void;
  setFilter(screen: ScreenName, name: string, value: string): void;
  clearFilters(screen: ScreenName): void;
  /** All filters of a screen at once, for example those of a saved view. */
  putFilters(screen: ScreenName, filters: Filters): void;
  showPalette(isOpen: boolean): void;
  showSearch(isOpen: boolean): void;
  showShortcutSheet(isOpen: boolean): void;
  dismissStart(): void;
  resetView(): void;
}

const firstRoute: Route = { screen: "queue", id: null };
const longestTrail = 30;

export const createViewSlice: StateCreator<ViewSlice> = (set) => ({
  route: firstRoute,
  trail: [],
  filters: {},
  isPaletteOpen: false,
  isSearchOpen: false,
  isShortcutSheetOpen: false,
  isStartDismissed: false,

  open: (screen, id = null) => {
    set(({ route, trail }) => {
      if (route.screen === screen && route.id === id) return {};
      // Moving along one list is one stop on the way back, however many rows were looked at.
      const isSameList = route.screen === screen && route.id !== null && id !== null;
      return { route: { screen, id }, trail: isSameList ? trail : [...trail, route].slice(-longestTrail) };
    });
  },

  goBack: () => {
    set(({ route, trail }) => {
      const previous = trail.at(-1);
      if (previous) return { route: previous, trail: trail.slice(0, -1) };
      return { route: { screen: route.screen, id: null } };
    });
  },

  setFilter: (screen, name, value) => {
    set(({ filters }) => ({ filters: { ...filters, [screen]: { ...filters[screen], [name]: value } } }));
  },

  clearFilters: (screen) => {
    set(({ filters }) => ({ filters: { ...filters, [screen]: {} } }));
  },

  putFilters: (screen, next) => {
    set(({ filters }) => ({ filters: { ...filters, [screen]: next } }));
  },

  showPalette: (isPaletteOpen) => {
    set({ isPaletteOpen });
  },
  showSearch: (isSearchOpen) => {
    set({ isSearchOpen });
  },
  showShortcutSheet: (isShortcutSheetOpen) => {
    set({ isShortcutSheetOpen });
  },
  dismissStart: () => {
    set({ isStartDismissed: true });
  },
  resetView: () => {
    set({
      route: firstRoute,
      trail: [],
      filters: {},
      isStartDismissed: false,
      isPaletteOpen: false,
      isSearchOpen: false,
      isShortcutSheetOpen: false,
    });
  },
});
