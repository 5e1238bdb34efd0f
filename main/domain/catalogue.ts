import type { Catalogue } from "../contract/shapes/catalogue";
import type { DataCentre, Department } from "../contract/shapes/directory";
import type { Enumeration } from "../contract/shapes/enumeration";
import type { Module } from "../contract/shapes/module";
import type { Resource, Tariff } from "../contract/shapes/tariff";

export type CatalogueModule = Catalogue["modules"][number];
export type CatalogueTariff = Catalogue["tariffs"][number];
export type CatalogueResource = CatalogueTariff["resources"][number];
export type CatalogueEnumeration = Catalogue["enumerations"][number];

/** What a profile sells and by what. */
export interface Stock {
  readonly departments: readonly Pick<Department, "id" | "name">[];
  readonly dataCentres: readonly Pick<DataCentre, "id" | "name">[];
  readonly enumerations: readonly Enumeration[];
  readonly modules: readonly Module[];
  readonly tariffs: readonly Tariff[];
}

/** Names are told apart as the profile does it: without regard to case. */
export function foldName(name: string): string {
  return name.toLowerCase();
}

/** Records by their folded name; of two with one name the first. */
export function indexByName<T>(records: readonly T[], nameOf: (record: T) => string): ReadonlyMap<string, T> {
  return new Map([...records].reverse().map((record) => [foldName(nameOf(record)), record]));
}

/** What tells one tariff from another: tariffs of different product types may have one name. */
export function tariffKey({ productType, name }: Pick<Tariff, "productType" | "name">): string {
  return `${productType} ${name}`;
}

/** The document of everything that a profile sells, in an order that does not depend on the profile. Carries no secret and no id. */
export function toCatalogue({ departments, dataCentres, enumerations, modules, tariffs }: Stock): Catalogue {
  const nameIn = (records: readonly { id: string; name: string }[]) => {
    const names = new Map(records.map((one) => [one.id, one.name]));
    return (id: string) => names.get(id) ?? "";
  };
  const dataCentreName = nameIn(dataCentres);
  const departmentName = nameIn(departments);
  const moduleName = nameIn(modules);
  const internalNameOf = (id: string | null) => enumerations.find((one) => one.id === id)?.internalName ?? null;
  return {
    format: "rackside-catalogue",
    version: 1,
    enumerations: enumerations
      .map(({ name, internalName, items }) => ({ name, internalName, items: [...items] }))
      .sort((left, right) => compareText(left.internalName, right.internalName)),
    modules: modules
      .map((module) =>
        toCatalogueModule(module, dataCentreName(module.dataCentreId), departmentName(module.departmentId)),
      )
      .sort((left, right) => compareText(left.name, right.name)),
    tariffs: tariffs
      .map(({ id: _id, revision: _revision, version: _version, moduleIds, resources, ...content }) => ({
        ...content,
        modules: moduleIds.map(moduleName),
        resources: resources.map((resource) => toCatalogueResource(resource, internalNameOf(resource.enumerationId))),
      }))
      .sort((left, right) => compareText(tariffKey(left), tariffKey(right))),
  };
}

function toCatalogueModule(module: Module, dataCentre: string, department: string): CatalogueModule {
  const { type, productType, dialect, name, url, username, locationId, sort, isActive, routeOverrides } = module;
  return {
    type,
    productType,
    dialect,
    name,
    url,
    username,
    locationId,
    sort,
    isActive,
    routeOverrides,
    dataCentre,
    department,
  };
}

function toCatalogueResource(resource: Resource, enumeration: string | null): CatalogueResource {
  return { ...resource, stepPrices: [...resource.stepPrices], enumerationId: null, enumeration };
}

/** A resource of the document as a tariff keeps it. */
export function fromCatalogueResource(
  { enumeration: _name, ...resource }: CatalogueResource,
  enumerationId: string | null,
): Resource {
  return { ...resource, enumerationId };
}

/** By code units: the same on every machine. */
function compareText(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
