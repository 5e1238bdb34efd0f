import i18next from "i18next";
import { initReactI18next } from "react-i18next";
import { en } from "./en";

/** Prepares the texts; the catalogue is bundled, so they are there before the first frame is drawn. */
export function prepareTexts(language: "en"): void {
  void i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: "en",
    resources: { en: { translation: en } },
    interpolation: { escapeValue: false },
    initAsync: false,
  });
}
