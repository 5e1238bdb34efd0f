import { nativeTheme } from "electron";
import type { ConsoleParts } from "../main/compose";
import { preferencesInputShape, preferencesShape } from "../main/contract/shapes/preference";
import type { WorkstationBook } from "./preferences";

/** The calls that this host answers itself: preferences belong to the workstation, whichever profile is open. */
export function createHostCalls(book: WorkstationBook): NonNullable<ConsoleParts["hostCalls"]> {
  return {
    "preference.get": () => Promise.resolve(book.read().preferences),
    "preference.set": (input) => {
      const preferences = preferencesShape.parse({ ...book.read().preferences, ...preferencesInputShape.parse(input) });
      book.change({ preferences });
      nativeTheme.themeSource = preferences.theme;
      return Promise.resolve(preferences);
    },
  };
}
