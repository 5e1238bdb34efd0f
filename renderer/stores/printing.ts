import type { StateCreator } from "zustand";
import type { LabelSubject } from "../../main/contract/shapes/label";

export interface PrintingSlice {
  /** What the print dialog was opened for; null while it is closed. */
  readonly printAsked: readonly LabelSubject[] | null;
  /** Opens the print dialog from anywhere; null closes it. */
  askToPrint(subjects: readonly LabelSubject[] | null): void;
}

export const createPrintingSlice: StateCreator<PrintingSlice> = (set) => ({
  printAsked: null,
  askToPrint: (printAsked) => {
    set({ printAsked });
  },
});
