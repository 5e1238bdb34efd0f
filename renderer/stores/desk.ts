import type { StateCreator } from "zustand";
import type { ConsoleState } from "./console-store";

export interface DeskSlice {
  /** Takes away everything that an operator or a profile left in the window: what is open, answers, drafts, forms. */
  clearDesk(): void;
}

export const createDeskSlice: StateCreator<ConsoleState, [], [], DeskSlice> = (set, get) => ({
  clearDesk: () => {
    const state = get();
    state.forgetAllDrafts();
    state.forgetForms();
    state.forgetEverything();
    state.resetView();
    state.setLinks([]);
    state.forgetReadings();
    state.forgetRecoveryCode();
    set({ deskOwner: "" });
  },
});
