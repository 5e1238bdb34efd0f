import type { Translate } from "../../main/contract/phrases/phrase-book";
import type { Language } from "../../main/contract/shapes/preference";
import { presentLanguage } from "./present-language";

/** English is what the program says by itself. */
const books = new Map<Language, Translate>();

export function keepPhraseBook(language: Language, book: Translate): void {
  books.set(language, book);
}

/** What the program said, in the language of the window. Text that is a panel's or a person's own stays as it is. */
export function phrase(text: string): string {
  return books.get(presentLanguage())?.(text) ?? text;
}
