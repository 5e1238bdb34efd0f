import i18next from "i18next";
import type { Language } from "../../main/contract/shapes/preference";

/** The language that the window shows. */
export function presentLanguage(): Language {
  return i18next.language === "ru" ? "ru" : "en";
}
