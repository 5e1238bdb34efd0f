import type { ParsedInput } from "../contract/calls";
import { defaultPreferences, keptPreferencesShape, preferencesShape } from "../contract/shapes/preference";
import type { Preferences } from "../contract/shapes/preference";
import type { App } from "./app";
import { preferencesSetting } from "./settings";

/** Preferences of a host without its own place for them; the window keeps its own per workstation. */
export async function getPreferences(app: App): Promise<Preferences> {
  const stored = await app.store.read((repositories) => repositories.settings.find(preferencesSetting));
  return stored === undefined ? defaultPreferences : keptPreferencesShape.parse(JSON.parse(stored));
}

export async function setPreferences(app: App, input: ParsedInput<"preference.set">): Promise<Preferences> {
  const preferences = preferencesShape.parse({ ...(await getPreferences(app)), ...input });
  await app.store.write((repositories) => repositories.settings.put(preferencesSetting, JSON.stringify(preferences)));
  return preferences;
}
