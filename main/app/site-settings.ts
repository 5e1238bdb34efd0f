import type { ParsedInput } from "../contract/calls";
import { defaultSiteSettings, siteSettingsShape } from "../contract/shapes/operator";
import type { SiteSettings } from "../contract/shapes/operator";
import type { Repositories } from "../ports/store";
import type { App } from "./app";
import { change } from "./change";

const siteSetting = "site";

export function getSiteSettings(app: Pick<App, "store">): Promise<SiteSettings> {
  return app.store.read(readSiteSettings);
}

export async function setSiteSettings(app: App, input: ParsedInput<"site-settings.set">): Promise<SiteSettings> {
  return change(app, "site-settings.set", async (unit) => {
    const given = Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined));
    const settings = siteSettingsShape.parse({ ...(await readSiteSettings(unit.repositories)), ...given });
    await unit.repositories.settings.put(siteSetting, JSON.stringify(settings));
    unit.touch("console", "console");
    const { lockAfterMinutes } = settings;
    const summary = `The console locks ${lockAfterMinutes === null ? "by hand only" : `after ${String(lockAfterMinutes)} minutes`}`;
    unit.journal({ entity: "console", entityId: "console", serviceId: null, summary });
    return settings;
  });
}

async function readSiteSettings({ settings }: Repositories): Promise<SiteSettings> {
  const stored = await settings.find(siteSetting);
  return stored === undefined ? defaultSiteSettings : siteSettingsShape.parse(JSON.parse(stored));
}
