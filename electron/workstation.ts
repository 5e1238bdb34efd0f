import { z } from "zod";
import { defaultPreferences, keptPreferencesShape } from "../main/contract/shapes/preference";
import type { Language, Preferences } from "../main/contract/shapes/preference";

const coordinate = z.number().int();

/** Where the window stood when it was closed. */
export const placementShape = z.object({
  x: coordinate,
  y: coordinate,
  width: coordinate.positive(),
  height: coordinate.positive(),
  isMaximized: z.boolean(),
});
export type Placement = Readonly<z.infer<typeof placementShape>>;

const workstationShape = z.object({
  placement: placementShape.nullable().catch(null),
  preferences: keptPreferencesShape.nullable().catch(null),
  profile: z.enum(["practice", "site"]).catch("site"),
});

/** What this workstation remembers. */
export interface Workstation {
  readonly placement: Placement | null;
  readonly preferences: Preferences;
  readonly profile: "practice" | "site";
}

/** Reads what was kept; a part that does not parse falls back by itself. The first language is the desktop's. */
export function readWorkstation(kept: unknown, findDesktopLocale: () => string): Workstation {
  const { preferences, ...rest } = workstationShape.parse(kept);
  return {
    ...rest,
    preferences: preferences ?? { ...defaultPreferences, language: languageOf(findDesktopLocale()) },
  };
}

/** The language of ours that is nearest to a desktop's, such as `ru-RU`. */
function languageOf(locale: string): Language {
  return /^ru\b/i.test(locale) ? "ru" : "en";
}
