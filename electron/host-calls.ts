import { BrowserWindow, nativeTheme } from "electron";
import type { ConsoleParts } from "../main/compose";
import { menuShape } from "../main/contract/shapes/menu";
import type { MenuCommand } from "../main/contract/shapes/menu";
import { preferencesInputShape, preferencesShape } from "../main/contract/shapes/preference";
import type { WorkstationBook } from "./preferences";

interface HostParts {
  readonly book: WorkstationBook;
  readonly showMenu: (commands: readonly MenuCommand[]) => void;
}

/** The calls that this host answers itself: preferences belong to the workstation, whichever profile is open, and so does the menu. */
export function createHostCalls({ book, showMenu }: HostParts): NonNullable<ConsoleParts["hostCalls"]> {
  return {
    "preference.get": () => Promise.resolve(book.read().preferences),
    "preference.set": (input) => {
      const preferences = preferencesShape.parse({ ...book.read().preferences, ...preferencesInputShape.parse(input) });
      book.change({ preferences });
      nativeTheme.themeSource = preferences.theme;
      for (const window of BrowserWindow.getAllWindows()) window.webContents.setZoomFactor(preferences.zoom);
      return Promise.resolve(preferences);
    },
    "menu.show": (input) => {
      showMenu(menuShape.parse(input).commands);
      return Promise.resolve({});
    },
  };
}
