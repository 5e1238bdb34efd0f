import type { CallOutput, ParsedInput } from "../contract/calls";
import type { Enumeration } from "../contract/shapes/enumeration";
import { compareWithImages } from "../domain/enumeration";
import type { App, Change } from "./app";
import { existing, invalidInput, notAllowed } from "./app";
import { change } from "./change";
import { endFormDraft } from "./form-drafts";
import { getPanelModule } from "./module-configuration";
import { findImages } from "./panel-images";

export async function listEnumerations(app: App): Promise<Enumeration[]> {
  return app.store.read(async ({ enumerations }) => [...(await enumerations.list())]);
}

/** Adds an enumeration; no other may have its internal name. */
export function addEnumeration(app: App, input: ParsedInput<"enumeration.add">): Promise<Enumeration> {
  const { form, ...content } = input;
  return change(app, "enumeration.add", async (unit) => {
    await requireFreeName(unit, content.internalName, null);
    const added = await unit.repositories.enumerations.add({ ...content, id: app.makeId(), revision: 0 });
    await endFormDraft(unit, form);
    journal(unit, added, "added");
    return added;
  });
}

/** Changes an enumeration. Services keep the items that they were ordered with. */
export function saveEnumeration(app: App, input: ParsedInput<"enumeration.save">): Promise<Enumeration> {
  const { form, ...record } = input;
  return change(app, "enumeration.save", async (unit) => {
    existing(await unit.repositories.enumerations.find(record.id), "enumeration", record.id);
    await requireFreeName(unit, record.internalName, record.id);
    const saved = await unit.repositories.enumerations.save(record);
    await endFormDraft(unit, form);
    journal(unit, saved, "changed");
    return saved;
  });
}

/** Removes an enumeration that no tariff names; the refusal names those that do. */
export async function removeEnumeration(
  app: App,
  { id }: ParsedInput<"enumeration.remove">,
): Promise<Record<string, never>> {
  await change(app, "enumeration.remove", async (unit) => {
    const enumeration = existing(await unit.repositories.enumerations.find(id), "enumeration", id);
    const users = await tariffsNaming(unit, id);
    if (users.length > 0)
      throw notAllowed("in-use", `${enumeration.name} is named by ${users.join(", ")}. Choose another one there first`);
    await unit.repositories.enumerations.remove(id);
    journal(unit, enumeration, "removed");
  });
  return {};
}

/** Holds items against the operating system images of a panel as it is now, or as last read while it is out of reach. */
export async function compareEnumeration(
  app: App,
  { items, moduleId }: ParsedInput<"enumeration.compare">,
): Promise<CallOutput<"enumeration.compare">> {
  const module = await getPanelModule(app, moduleId);
  const images = await findImages(app, module);
  if (!images)
    throw notAllowed("never-read", `The images of ${module.name} are not known yet. Read its configuration first`);
  return {
    ...compareWithImages(
      items.map((item) => item.internalName),
      images.names,
    ),
    takenAt: images.takenAt,
  };
}

/** Tariffs that name it, and those of which an earlier version that services run on does. */
async function tariffsNaming({ repositories: { tariffs } }: Change, id: string): Promise<string[]> {
  const names: string[] = [];
  for (const tariff of await tariffs.list()) {
    if (tariff.resources.some((one) => one.enumerationId === id)) names.push(tariff.name);
    else {
      for (const { version, content } of await tariffs.listVersions(tariff.id)) {
        if (!content.resources.some((one) => one.enumerationId === id)) continue;
        if ((await tariffs.countServices(tariff.id, version)) === 0) continue;
        names.push(`version ${String(version)} of ${tariff.name}`);
      }
    }
  }
  return names;
}

async function requireFreeName(unit: Change, internalName: string, ownId: string | null): Promise<void> {
  const others = (await unit.repositories.enumerations.list()).filter((one) => one.id !== ownId);
  if (others.some((one) => one.internalName.toLowerCase() === internalName.toLowerCase()))
    throw invalidInput([{ path: "internalName", message: "Another enumeration has this internal name" }]);
}

function journal(unit: Change, { id, name }: Enumeration, what: string): void {
  unit.touch("enumeration", id);
  unit.journal({ entity: "enumeration", entityId: id, serviceId: null, summary: `Enumeration ${name} ${what}` });
}
