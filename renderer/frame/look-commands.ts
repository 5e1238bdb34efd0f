import type { CommandId } from "../commands";
import type { Preferences } from "../../main/contract/shapes/preference";
import { useConsole } from "../stores/console-store";

/** Those of Chromium, as far as this window can be read in them. */
const zoomSteps = [0.5, 0.67, 0.75, 0.8, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, 3, 4] as const;

/** What the commands do that change how this workstation's window looks. */
export function lookCommands() {
  const choose = (change: Partial<Preferences>) => () => void useConsole.getState().changePreferences(change);
  return {
    zoomIn: () => {
      zoom((step, present) => step > present);
    },
    zoomOut: () => {
      zoom((step, present) => step < present);
    },
    zoomReset: choose({ zoom: 1 }),
    themeLight: choose({ theme: "light" }),
    themeDark: choose({ theme: "dark" }),
    themeSystem: choose({ theme: "system" }),
    contrastNormal: choose({ contrast: "normal" }),
    contrastHigh: choose({ contrast: "high" }),
    contrastSystem: choose({ contrast: "system" }),
    densityCompact: choose({ density: "compact" }),
    densityNormal: choose({ density: "normal" }),
    densityAisle: choose({ density: "aisle" }),
    languageEnglish: choose({ language: "en" }),
    languageRussian: choose({ language: "ru" }),
  } satisfies Partial<Record<CommandId, () => void>>;
}

/** To the nearest step on the side that is asked for; at the last one it stays. */
function zoom(isOnThatSide: (step: number, present: number) => boolean): void {
  const { preferences, changePreferences } = useConsole.getState();
  const steps = zoomSteps.filter((step) => isOnThatSide(step, preferences.zoom));
  const distance = (step: number): number => Math.abs(step - preferences.zoom);
  const [nearest] = [...steps].sort((left, right) => distance(left) - distance(right));
  if (nearest !== undefined) void changePreferences({ zoom: nearest });
}
