import type { LabelDevice } from "../ports/label";

/** A page for any printer that takes PDF. Laser printers have 600 dots per inch, and what lies on their dots lies well on finer ones. */
export const vectorDevice: LabelDevice = { language: "pdf", dpi: 600, headDots: 20_000, model: "" };
