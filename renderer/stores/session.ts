import type { StateCreator } from "zustand";
import type { CallInput } from "../../main/contract/calls";
import type { Fault } from "../../main/contract/faults";
import type { ConsoleDescription } from "../../main/contract/shapes/console";
import type { Preferences } from "../../main/contract/shapes/preference";
import { call } from "../api";
import type { ConsoleState } from "./console-store";

export interface SessionSlice {
  /** Null until the program has answered for the first time. */
  readonly description: ConsoleDescription | null;
  readonly preferences: Preferences;
  /** Why the program could not be asked at start. */
  readonly sessionFault: Fault | null;
  /** Whose drafts, forms and place the window holds; empty when nobody's. */
  readonly deskOwner: string;
  /** Somebody else is to sign in: the lock asks who. */
  readonly isSwitching: boolean;
  /** A profile is being set up: the gate stays until its recovery code is kept. */
  readonly isSettingUp: boolean;
  /** Of the profile that was just set up; in memory only, until somebody has shown that it is kept. */
  readonly newRecoveryCode: string | null;
  loadSession(): Promise<void>;
  /** Saves what was typed, then locks; whoever unlocks goes on at the same place. */
  lock(): Promise<void>;
  /** Locks, and asks who is next. */
  switchOperator(): Promise<void>;
  /** Saves what was typed, then leaves the console. */
  signOut(): Promise<void>;
  /** Signs in, unlocks or takes over. Answers why not, or null. */
  signIn(name: string, secret: string): Promise<Fault | null>;
  /** Answers why not, or null. */
  setUp(input: CallInput<"profile.set-up">): Promise<Fault | null>;
  forgetRecoveryCode(): void;
  /** Shows the change at once and keeps it for the next start. */
  changePreferences(change: Partial<Preferences>): Promise<void>;
}

/** Shown for the moment before the program answers; the program owns the defaults. */
const firstPreferences: Preferences = {
  theme: "system",
  density: "normal",
  contrast: "system",
  language: "en",
  listWidth: 440,
  lastOperator: "",
  columns: {},
  zoom: 1,
  recentCommands: [],
};

export const createSessionSlice: StateCreator<ConsoleState, [], [], SessionSlice> = (set, get) => {
  let lastAsked = 0;

  const saveTyped = async (): Promise<void> => {
    await Promise.all([get().flushDrafts(), get().flushForms()]);
  };

  /** Takes up who works here: an operator's desk is kept while it is locked, and cleared for anybody else. */
  const takeUp = (description: ConsoleDescription): void => {
    const { deskOwner, clearDesk, suspendQueries, resumeQueries, areQueriesSuspended } = get();
    const { access, operator } = description;
    const owner = access === "signed-in" || access === "locked" ? operator : "";
    if (deskOwner !== "" && deskOwner !== owner) clearDesk();
    set({ description, deskOwner: owner });
    if (access !== "signed-in") {
      suspendQueries();
      return;
    }
    set({ isSwitching: false });
    resumeQueries();
    // What a lock that came from outside kept from being saved.
    if (areQueriesSuspended) void saveTyped();
  };

  return {
    description: null,
    preferences: firstPreferences,
    sessionFault: null,
    deskOwner: "",
    isSwitching: false,
    isSettingUp: false,
    newRecoveryCode: null,

    loadSession: async () => {
      lastAsked += 1;
      const asked = lastAsked;
      const [description, preferences] = await Promise.all([call("console.describe", {}), call("preference.get", {})]);
      // Asked again meanwhile: that answer tells more.
      if (asked !== lastAsked) return;
      set({
        sessionFault: description.ok ? null : description.fault,
        ...(preferences.ok ? { preferences: preferences.value } : {}),
      });
      if (description.ok) takeUp(description.value);
    },

    lock: async () => {
      if (get().description?.access !== "signed-in") return;
      await saveTyped();
      await call("operator.lock", {});
      await get().loadSession();
    },

    switchOperator: async () => {
      set({ isSwitching: true });
      await get().lock();
    },

    signOut: async () => {
      await saveTyped();
      await call("operator.sign-out", {});
      await get().loadSession();
    },

    signIn: async (name, secret) => {
      const result = await call("operator.sign-in", { name, secret });
      if (!result.ok) return result.fault;
      // Calls are heard in the order in which they are made: the session is told with the preference already.
      await Promise.all([get().changePreferences({ lastOperator: name }), get().loadSession()]);
      return null;
    },

    setUp: async (input) => {
      set({ isSettingUp: true });
      const result = await call("profile.set-up", input);
      if (!result.ok) {
        set({ isSettingUp: false });
        return result.fault;
      }
      set({ newRecoveryCode: result.value.recoveryCode });
      await get().changePreferences({ lastOperator: input.administrator.name });
      await get().loadSession();
      return null;
    },

    forgetRecoveryCode: () => {
      set({ isSettingUp: false, newRecoveryCode: null });
    },

    changePreferences: async (change) => {
      set({ preferences: { ...get().preferences, ...change } });
      // A choice that could not be kept still holds for this window; nothing has to be done about it.
      await call("preference.set", change);
    },
  };
};
