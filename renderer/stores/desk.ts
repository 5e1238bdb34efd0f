import type { StateCreator } from "zustand";
import type { ConsoleState } from "./console-store";

export interface DeskSlice {
  /** Counts the desks of this window; another number is another desk, drawn from nothing. */
  readonly deskNumber: number;
  /** Takes away everything that an operator or a profile left in the window: what is open, answers, drafts, forms. */
  clearDesk(): void;
}

export const createDeskSlice: StateCreator<ConsoleState, [], [], DeskSlice> = (set, get) => ({
  deskNumber: 0,
  clearDesk: () => {
    const state = get();
    state.forgetAllDrafts();
    state.forgetForms();
    state.forgetEverything();
    state.resetView();
    state.forgetLists();
    state.forgetListRuns();
    state.setLinks([]);
    state.forgetReadings();
    state.forgetRecoveryCode();
    set(({ deskNumber }) => ({ deskOwner: "", deskNumber: deskNumber + 1 }));
  },
});
