import { createPhraseBook, type Phrase } from "./phrase-book";
import { callPhrases } from "./ru/calls";
import { cataloguePhrases } from "./ru/catalogue";
import { equipmentCallPhrases } from "./ru/equipment-calls";
import { faultPhrases } from "./ru/faults";
import { inputPhrases } from "./ru/input";
import { labelPhrases } from "./ru/labels";
import { panelPhrases } from "./ru/panels";
import { printingPhrases } from "./ru/printing";
import { rackPhrases } from "./ru/racks";
import { stepPhrases } from "./ru/steps";
import { storePhrases } from "./ru/store";
import { taskPhrases } from "./ru/tasks";
import { vaultPhrases } from "./ru/vault";

/** Several sentences or facts in one text are phrases of their own; where none is known, the text stays as it was. */
const joints: readonly Phrase[] = [
  ["{first:phrase}: {second:phrase}", "{first}: {second}"],
  ["{first:phrase}. {second:phrase}", "{first}. {second}"],
  ["{first:phrase}; {second:phrase}", "{first}; {second}"],
];

export const russianPhrases: readonly Phrase[] = [
  ...faultPhrases,
  ...taskPhrases,
  ...stepPhrases,
  ...panelPhrases,
  ...cataloguePhrases,
  ...labelPhrases,
  ...printingPhrases,
  ...rackPhrases,
  ...vaultPhrases,
  ...storePhrases,
  ...inputPhrases,
  ...callPhrases,
  ...equipmentCallPhrases,
  ...joints,
];

/** The program's English sentences in Russian. */
export const inRussian = createPhraseBook("ru", russianPhrases);
