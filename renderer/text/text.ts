import i18next from "i18next";
import { initReactI18next } from "react-i18next";
import type { Language } from "../../main/contract/shapes/preference";
import { countFormat } from "./count-format";
import type { en } from "./en";
import { keepPhraseBook } from "./phrase";
import type { ru } from "./ru";

type Catalogue = typeof en | typeof ru;

/** Fetches a language's texts: a file of their own, so that a start pays for one language only. */
export async function loadTexts(language: Language): Promise<Catalogue> {
  if (language === "en") return (await import("./en")).en;
  const [{ ru }, { inRussian }] = await Promise.all([import("./ru"), import("../../main/contract/phrases/ru")]);
  keepPhraseBook("ru", inRussian);
  return ru;
}

/** Prepares the texts that the first frame is drawn with. */
export function prepareTexts(language: Language, catalogue: Catalogue): void {
  void i18next
    .use(initReactI18next)
    .use(countFormat)
    .init({
      lng: language,
      fallbackLng: false,
      resources: { [language]: { translation: catalogue } },
      interpolation: { escapeValue: false, alwaysFormat: true },
      initAsync: false,
    });
  document.documentElement.lang = language;
}

/** Draws the window in another language; what it shows, and what was typed, stays. */
export async function showLanguage(language: Language): Promise<void> {
  if (!i18next.hasResourceBundle(language, "translation")) {
    i18next.addResourceBundle(language, "translation", await loadTexts(language));
  }
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
}
