import { SegmentedControl } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Language } from "../../main/contract/shapes/preference";
import { useConsole } from "../stores/console-store";

/** Each by its own name: whoever looks for theirs may not read the present one. */
const names: Readonly<Record<Language, string>> = { en: "English", ru: "Русский" };
const languages = ["en", "ru"] as const satisfies readonly Language[];

/** The language of the window; it changes at once. */
export function LanguageChoice() {
  const { t } = useTranslation();
  const language = useConsole((state) => state.preferences.language);
  const changePreferences = useConsole((state) => state.changePreferences);
  return (
    <SegmentedControl
      aria-label={t("frame.language")}
      value={language}
      data={languages.map((value) => ({ value, label: <span lang={value}>{names[value]}</span> }))}
      onChange={(chosen) => void changePreferences({ language: chosen })}
    />
  );
}
