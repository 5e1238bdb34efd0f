import type { StateCreator } from "zustand";
import type { ConsoleDescription } from "../../main/contract/shapes/console";
import type { Preferences } from "../../main/contract/shapes/preference";
import type { Fault } from "../../main/contract/faults";
import { call } from "../api";

export interface SessionSlice {
  /** Null until the program has answered for the first time. */
  readonly description: ConsoleDescription | null;
  readonly preferences: Preferences;
  /** Why the program could not be asked at start. */
  readonly sessionFault: Fault | null;
  loadSession(): Promise<void>;
  /** Shows the change at once and keeps it for the next start. */
  changePreferences(change: Partial<Preferences>): Promise<void>;
}

/** Shown for the moment before the program answers; the program owns the defaults. */
const firstPreferences: Preferences = { theme: "system", density: "normal", language: "en", listWidth: 440 };

export const createSessionSlice: StateCreator<SessionSlice> = (set, get) => ({
  description: null,
  preferences: firstPreferences,
  sessionFault: null,

  loadSession: async () => {
    const [description, preferences] = await Promise.all([call("console.describe", {}), call("preference.get", {})]);
    set({
      sessionFault: description.ok ? null : description.fault,
      ...(description.ok ? { description: description.value } : {}),
      ...(preferences.ok ? { preferences: preferences.value } : {}),
    });
  },

  changePreferences: async (change) => {
    set({ preferences: { ...get().preferences, ...change } });
    // A choice that could not be kept still holds for this window; nothing has to be done about it.
    await call("preference.set", change);
  },
});
