import type { CallOutput, ParsedInput } from "../contract/calls";
import { defaultLabelSettings, labelSettingsShape } from "../contract/shapes/label";
import type { LabelSettings } from "../contract/shapes/label";
import type { Repositories } from "../ports/store";
import type { App } from "./app";
import { change } from "./change";

const settingName = "labels";

export async function readLabelSettings({ settings }: Pick<Repositories, "settings">): Promise<LabelSettings> {
  const stored = await settings.find(settingName);
  return stored === undefined ? defaultLabelSettings : labelSettingsShape.parse(JSON.parse(stored));
}

export function getLabelSettings(app: App): Promise<CallOutput<"label-settings.get">> {
  return app.store.read(readLabelSettings);
}

/** Labels that were printed with another prefix stay readable: a scan finds the id behind whatever stands before it. */
export function setLabelSettings(
  app: App,
  input: ParsedInput<"label-settings.set">,
): Promise<CallOutput<"label-settings.set">> {
  return change(app, "label-settings.set", async (unit) => {
    const before = await readLabelSettings(unit.repositories);
    const after: LabelSettings = {
      prefix: input.prefix ?? before.prefix,
      contact: input.contact ?? before.contact,
    };
    await unit.repositories.settings.put(settingName, JSON.stringify(after));
    unit.touch("label", settingName);
    unit.journal({
      entity: "label",
      entityId: settingName,
      serviceId: null,
      summary: "Settings of all labels changed",
    });
    return after;
  });
}
