import type { StateCreator } from "zustand";
import type { Fault } from "../../main/contract/faults";
import type { CardFields } from "../../main/contract/shapes/task";
import { call } from "../api";

export interface CardDraft {
  readonly fields: CardFields;
  /** `in-memory`: the program has it, and stores it as soon as the disk takes it. */
  readonly state: "typed" | "saving" | "saved" | "in-memory" | "failed";
  /** When the program took it; null before. */
  readonly savedAt: number | null;
  readonly fault: Fault | null;
}

/** Typed text outlives the form: leaving a card or closing its pane loses nothing. */
export interface DraftsSlice {
  readonly drafts: Readonly<Record<string, CardDraft>>;
  /** Takes what was typed; it is saved half a second after the last change. */
  typeDraft(taskId: string, fields: CardFields): void;
  /** Saves at once what still waits, for example when a field loses the focus. */
  flushDraft(taskId: string): Promise<void>;
  /** Forgets a draft here, without telling the program: the card was closed or saved. */
  forgetDraft(taskId: string): void;
  /** Saves at once whatever still waits, before the console is locked or left. */
  flushDrafts(): Promise<void>;
  /** Forgets all without saving: they belong to somebody else, or to a profile that is open no more. */
  forgetAllDrafts(): void;
}

export const draftDelayMs = 500;

export const createDraftsSlice: StateCreator<DraftsSlice> = (set, get) => {
  const timers = new Map<string, ReturnType<typeof setTimeout>>();

  const stopTimer = (taskId: string): void => {
    clearTimeout(timers.get(taskId));
    timers.delete(taskId);
  };
  const put = (taskId: string, draft: CardDraft): void => {
    set(({ drafts }) => ({ drafts: { ...drafts, [taskId]: draft } }));
  };

  return {
    drafts: {},

    typeDraft: (taskId, fields) => {
      put(taskId, { fields, state: "typed", savedAt: null, fault: null });
      stopTimer(taskId);
      timers.set(
        taskId,
        setTimeout(() => void get().flushDraft(taskId), draftDelayMs),
      );
    },

    flushDraft: async (taskId) => {
      stopTimer(taskId);
      const draft = get().drafts[taskId];
      if (draft?.state !== "typed" && draft?.state !== "failed") return;
      put(taskId, { ...draft, state: "saving" });
      const result = await call("draft.save", { taskId, fields: draft.fields });
      const now = get().drafts[taskId];
      // Typed on meanwhile: the newer text has its own timer.
      if (now?.fields !== draft.fields) return;
      if (!result.ok) {
        put(taskId, { ...now, state: "failed", fault: result.fault });
        return;
      }
      const { isKeptInMemory = false, savedAt } = result.value;
      put(taskId, { ...now, state: isKeptInMemory ? "in-memory" : "saved", savedAt, fault: null });
    },

    flushDrafts: async () => {
      await Promise.all(Object.keys(get().drafts).map((taskId) => get().flushDraft(taskId)));
    },

    forgetAllDrafts: () => {
      for (const taskId of timers.keys()) stopTimer(taskId);
      set({ drafts: {} });
    },

    forgetDraft: (taskId) => {
      stopTimer(taskId);
      set(({ drafts }) => ({
        drafts: Object.fromEntries(Object.entries(drafts).filter(([id]) => id !== taskId)),
      }));
    },
  };
};
