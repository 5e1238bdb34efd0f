import type { LabelPress } from "../ports/label";

/** The press on this machine: pure but for the type, which it reads once from the program's own files. */
export function createLabelPress(): LabelPress {
  throw new Error("The press is being built");
}
