import Store from "electron-store";
import { workstationShape } from "./workstation";
import type { Workstation } from "./workstation";

/** What this workstation remembers between starts, in `preferences.json` beside the profiles. */
export interface WorkstationBook {
  read(): Workstation;
  change(part: Partial<Workstation>): void;
}

export function openWorkstationBook(): WorkstationBook {
  // A file that a power cut left half written is started afresh: nothing of the trade is in it.
  const store = new Store<Record<string, unknown>>({ name: "preferences", clearInvalidConfig: true });
  return {
    read: () => workstationShape.parse(store.store),
    change: (part) => {
      store.set({ ...part });
    },
  };
}
