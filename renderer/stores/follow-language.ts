import { showLanguage } from "../text/text";
import { useConsole } from "./console-store";

/** Draws the window in the language that is chosen, as soon as it is chosen. */
export function followLanguage(): void {
  useConsole.subscribe(({ preferences: { language } }, { preferences: { language: before } }) => {
    if (language !== before) void showLanguage(language);
  });
}
