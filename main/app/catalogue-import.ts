import type { Entity } from "../contract/events";
import type { Catalogue } from "../contract/shapes/catalogue";
import type { TariffContent } from "../contract/shapes/tariff";
import { foldName, fromCatalogueResource, indexByName, tariffKey } from "../domain/catalogue";
import type { CatalogueModule, CatalogueTariff, Stock } from "../domain/catalogue";
import type { PlacedChange } from "../domain/catalogue-changes";
import type { App, Change } from "./app";
import { existing } from "./app";
import { storeTariff } from "./tariffs";

interface Import {
  readonly stock: Stock;
  readonly catalogue: Catalogue;
  readonly changes: readonly PlacedChange[];
}

/** One import under way. */
interface Work extends Import {
  readonly app: App;
  readonly unit: Change;
  /** Places in the document that the profile has already just so. */
  readonly unchanged: ReadonlySet<string>;
  noteWritten(entity: Entity, record: Named, what: "added" | "changed"): void;
}

interface Named {
  readonly id: string;
  readonly name: string;
}

/** Names that lead to ids: what the profile has and what the import has made so far. */
interface Ids {
  find(name: string): string | undefined;
  get(name: string): string;
  add(name: string, id: string): void;
}

function createIds<T extends { readonly id: string }>(
  entity: Entity,
  records: readonly T[],
  nameOf: (record: T) => string,
): Ids {
  const ids = new Map(records.map((record) => [foldName(nameOf(record)), record.id]));
  const find = (name: string) => ids.get(foldName(name));
  return {
    find,
    get: (name) => existing(find(name), entity, name),
    add: (name, id) => ids.set(foldName(name), id),
  };
}

/** Writes what a compared document without problems adds and changes. Answers the ids of the records that it wrote. */
export async function takeOver(app: App, unit: Change, given: Import): Promise<string[]> {
  const written: string[] = [];
  const work: Work = {
    ...given,
    app,
    unit,
    unchanged: new Set(given.changes.filter((one) => one.change === "same").map((one) => one.path)),
    noteWritten(entity, { id, name }, what) {
      written.push(id);
      unit.touch(entity, id);
      unit.journal({ entity, entityId: id, serviceId: null, summary: `${name} ${what} by a catalogue` });
    },
  };
  const { departments, dataCentres } = unit.repositories;
  const departmentIds = await takeNames(work, "department", (name) =>
    departments.add({ id: app.makeId(), revision: 0, name, members: [] }),
  );
  const dataCentreIds = await takeNames(work, "data-centre", (name) =>
    dataCentres.add({ id: app.makeId(), revision: 0, name }),
  );
  const enumerations = await takeEnumerations(work);
  const modules = await takeModules(work, departmentIds, dataCentreIds);
  await takeTariffs(work, modules, enumerations);
  return written;
}

/** Data centres and departments are only named in a document; those that are missing here are made. */
async function takeNames(
  { catalogue, stock, noteWritten }: Work,
  entity: "department" | "data-centre",
  add: (name: string) => Promise<Named>,
): Promise<Ids> {
  const isDepartment = entity === "department";
  const ids = createIds(entity, isDepartment ? stock.departments : stock.dataCentres, (one) => one.name);
  for (const { department, dataCentre } of catalogue.modules) {
    const name = isDepartment ? department : dataCentre;
    if (ids.find(name) !== undefined) continue;
    const added = await add(name);
    ids.add(name, added.id);
    noteWritten(entity, added, "added");
  }
  return ids;
}

async function takeEnumerations({ app, unit, stock, catalogue, unchanged, noteWritten }: Work): Promise<Ids> {
  const { enumerations } = unit.repositories;
  const ids = createIds("enumeration", stock.enumerations, (one) => one.internalName);
  const present = indexByName(stock.enumerations, (one) => one.internalName);
  for (const [place, content] of catalogue.enumerations.entries()) {
    if (unchanged.has(`catalogue.enumerations.${String(place)}`)) continue;
    const before = present.get(foldName(content.internalName));
    const stored = before
      ? await enumerations.save({ ...before, ...content })
      : await enumerations.add({ ...content, id: app.makeId(), revision: 0 });
    ids.add(stored.internalName, stored.id);
    noteWritten("enumeration", stored, before ? "changed" : "added");
  }
  return ids;
}

async function takeModules(work: Work, departments: Ids, dataCentres: Ids): Promise<Ids> {
  const { stock, catalogue, unchanged } = work;
  const ids = createIds("module", stock.modules, (one) => one.name);
  for (const [place, content] of catalogue.modules.entries()) {
    if (unchanged.has(`catalogue.modules.${String(place)}`)) continue;
    const { dataCentre, department, ...core } = content;
    const references = { dataCentreId: dataCentres.get(dataCentre), departmentId: departments.get(department) };
    ids.add(content.name, await takeModule(work, core, references));
  }
  return ids;
}

type Core = Omit<CatalogueModule, "dataCentre" | "department">;

/**
 * A new module with a panel waits, switched off, for its password. One that is here keeps its password and whether it is switched on; with another
 * address it is switched off and its certificate forgotten, so that the password goes nowhere before a person has looked.
 */
async function takeModule(
  { app, unit, stock, noteWritten }: Work,
  core: Core,
  references: { readonly dataCentreId: string; readonly departmentId: string },
): Promise<string> {
  const { modules } = unit.repositories;
  const before = stock.modules.find((one) => foldName(one.name) === foldName(core.name));
  if (before) {
    const isMoved = before.url !== core.url;
    const isActive = core.type === "manual" ? core.isActive : before.isActive && !isMoved;
    const certificate = isMoved ? null : before.certificate;
    const saved = await modules.save({ ...before, ...core, ...references, isActive, certificate });
    noteWritten("module", saved, "changed");
    return saved.id;
  }
  const added = await modules.add({
    ...core,
    ...references,
    id: app.makeId(),
    revision: 0,
    isActive: core.type === "manual" && core.isActive,
    certificate: null,
    configurationTakenAt: null,
  });
  if (core.type !== "manual") await modules.setSecret(added.id, { sealedPassword: app.vault.seal("") });
  noteWritten("module", added, "added");
  return added.id;
}

async function takeTariffs(work: Work, modules: Ids, enumerations: Ids): Promise<void> {
  const { app, unit, stock, catalogue, unchanged, noteWritten } = work;
  const present = indexByName(stock.tariffs, tariffKey);
  for (const [place, tariff] of catalogue.tariffs.entries()) {
    if (unchanged.has(`catalogue.tariffs.${String(place)}`)) continue;
    const before = present.get(foldName(tariffKey(tariff)));
    const content = contentOf(tariff, modules, enumerations);
    const stored = await storeTariff(app, unit, before, content);
    noteWritten("tariff", stored, before ? "changed" : "added");
  }
}

function contentOf(tariff: CatalogueTariff, modules: Ids, enumerations: Ids): TariffContent {
  const { modules: moduleNames, resources, ...content } = tariff;
  return {
    ...content,
    moduleIds: moduleNames.map((name) => modules.get(name)),
    resources: resources.map((resource) =>
      fromCatalogueResource(resource, resource.enumeration === null ? null : enumerations.get(resource.enumeration)),
    ),
  };
}
