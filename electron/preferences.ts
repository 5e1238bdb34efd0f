import { app } from "electron";
import Store from "electron-store";
import { readWorkstation } from "./workstation";
import type { Workstation } from "./workstation";

/** What this workstation remembers between starts, in `preferences.json` beside the profiles. */
export interface WorkstationBook {
  read(): Workstation;
  change(part: Partial<Workstation>): void;
  /** Calls `listener` when another language was chosen. */
  watchLanguage(listener: () => void): void;
}

export function openWorkstationBook(): WorkstationBook {
  // A file that a power cut left half written is started afresh: nothing of the trade is in it.
  const store = new Store<Record<string, unknown>>({ name: "preferences", clearInvalidConfig: true });
  const read = (): Workstation => readWorkstation(store.store, () => app.getLocale());
  return {
    read,
    change: (part) => {
      store.set({ ...part });
    },
    watchLanguage: (listener) => {
      let { language } = read().preferences;
      store.onDidChange("preferences", () => {
        const { language: chosen } = read().preferences;
        if (chosen === language) return;
        language = chosen;
        listener();
      });
    },
  };
}
