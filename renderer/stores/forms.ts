import type { StateCreator } from "zustand";

/** What stands in open forms, by the form's key: going elsewhere and coming back loses nothing. */
export interface FormsSlice {
  readonly forms: Readonly<Record<string, unknown>>;
  keepForm(key: string, values: unknown): void;
  forgetForm(key: string): void;
  forgetForms(): void;
}

export const createFormsSlice: StateCreator<FormsSlice> = (set) => ({
  forms: {},
  keepForm: (key, values) => {
    set(({ forms }) => ({ forms: { ...forms, [key]: values } }));
  },
  forgetForm: (key) => {
    set(({ forms }) => ({ forms: Object.fromEntries(Object.entries(forms).filter(([other]) => other !== key)) }));
  },
  forgetForms: () => {
    set({ forms: {} });
  },
});
