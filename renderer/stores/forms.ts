import type { StateCreator } from "zustand";
import type { Fault } from "../../main/contract/faults";
import { call } from "../api";
import { draftDelayMs } from "./drafts";

/** How the draft of a form fares in the profile. */
export interface FormDraftStatus {
  readonly state: "typed" | "saving" | "saved" | "in-memory" | "failed";
  /** What is stored, or to be stored: JSON text. */
  readonly body: string;
  /** When the values that the form was opened with were typed; null when nothing was restored. */
  readonly restoredFrom: number | null;
  readonly fault: Fault | null;
}

/** What stands in open forms, by the form's key: going elsewhere and coming back loses nothing. */
export interface FormsSlice {
  readonly forms: Readonly<Record<string, unknown>>;
  readonly formDrafts: Readonly<Record<string, FormDraftStatus>>;
  keepForm(key: string, values: unknown): void;
  /** Like `keepForm`, and saves `body` in the profile half a second after the last change. */
  typeForm(key: string, values: unknown, body: string): void;
  /** Fills the form with its draft in the profile, unless something stands in it already. */
  restoreForm(key: string, revive: (body: string) => unknown): Promise<void>;
  /** Saves at once what still waits, for example when the form is left. */
  flushForm(key: string): Promise<void>;
  /** The disk has taken a draft that the program kept in memory. */
  noteStoredForm(key: string): void;
  /** Empties the form here; what was made of it has taken its draft along. */
  forgetForm(key: string): void;
  /** Empties the form and drops its draft in the profile. */
  discardForm(key: string): Promise<void>;
  /** Saves at once whatever still waits, before the console is locked or left. */
  flushForms(): Promise<void>;
  /** Forgets all without saving: they belong to somebody else, or to a profile that is open no more. */
  forgetForms(): void;
}

export const createFormsSlice: StateCreator<FormsSlice> = (set, get) => {
  const timers = new Map<string, ReturnType<typeof setTimeout>>();

  const stopTimer = (key: string): void => {
    clearTimeout(timers.get(key));
    timers.delete(key);
  };
  const keepForm = (key: string, values: unknown): void => {
    set(({ forms }) => ({ forms: { ...forms, [key]: values } }));
  };
  const putStatus = (key: string, status: FormDraftStatus): void => {
    set(({ formDrafts }) => ({ formDrafts: { ...formDrafts, [key]: status } }));
  };

  return {
    forms: {},
    formDrafts: {},
    keepForm,

    typeForm: (key, values, body) => {
      keepForm(key, values);
      const before = get().formDrafts[key];
      if (before?.body === body) return;
      putStatus(key, { state: "typed", body, restoredFrom: before?.restoredFrom ?? null, fault: null });
      stopTimer(key);
      timers.set(
        key,
        setTimeout(() => void get().flushForm(key), draftDelayMs),
      );
    },

    restoreForm: async (key, revive) => {
      if (Object.hasOwn(get().forms, key)) return;
      const result = await call("form-draft.get", { form: key });
      if (!result.ok || result.value === null || Object.hasOwn(get().forms, key)) return;
      const { body, savedAt } = result.value;
      keepForm(key, revive(body));
      putStatus(key, { state: "saved", body, restoredFrom: savedAt, fault: null });
    },

    flushForm: async (key) => {
      stopTimer(key);
      const draft = get().formDrafts[key];
      if (draft?.state !== "typed" && draft?.state !== "failed") return;
      putStatus(key, { ...draft, state: "saving" });
      const result = await call("form-draft.save", { form: key, body: draft.body });
      const now = get().formDrafts[key];
      // Typed on meanwhile: the newer text has its own timer.
      if (now?.body !== draft.body) return;
      if (!result.ok) putStatus(key, { ...now, state: "failed", fault: result.fault });
      else putStatus(key, { ...now, state: result.value.isKeptInMemory ? "in-memory" : "saved", fault: null });
    },

    noteStoredForm: (key) => {
      const draft = get().formDrafts[key];
      if (draft?.state === "in-memory") putStatus(key, { ...draft, state: "saved" });
    },

    forgetForm: (key) => {
      stopTimer(key);
      set(({ forms, formDrafts }) => ({ forms: without(forms, key), formDrafts: without(formDrafts, key) }));
    },

    discardForm: async (key) => {
      const hadDraft = get().formDrafts[key] !== undefined;
      get().forgetForm(key);
      if (hadDraft) await call("form-draft.discard", { form: key });
    },

    flushForms: async () => {
      await Promise.all(Object.keys(get().formDrafts).map((key) => get().flushForm(key)));
    },

    forgetForms: () => {
      for (const key of timers.keys()) stopTimer(key);
      set({ forms: {}, formDrafts: {} });
    },
  };
};

function without<Value>(entries: Readonly<Record<string, Value>>, key: string): Readonly<Record<string, Value>> {
  return Object.fromEntries(Object.entries(entries).filter(([other]) => other !== key));
}
