import { isPanelUrl } from "../contract/shapes/module";
import type { ModuleType } from "../contract/shapes/module";
import { resourceShape } from "../contract/shapes/tariff";
import type { ProductType } from "../contract/shapes/tariff";
import { fromCatalogueResource, foldName } from "./catalogue";
import type { CatalogueEnumeration, CatalogueModule, CatalogueResource, CatalogueTariff } from "./catalogue";
import { remarkOnTariff } from "./tariff-remarks";

/** Why one record of a document cannot be imported, in sentences; empty when nothing stands against it. */
export type Problems = readonly string[];

/** What the names of a tariff may lead to, by folded name: the document's own records before those of the profile. */
export interface KnownNames {
  readonly modules: ReadonlyMap<string, CatalogueModule>;
  readonly enumerations: ReadonlyMap<string, CatalogueEnumeration>;
}

/** A module that does not fit together, or that is of another kind in the profile, where its kind is chosen once. */
export function moduleProblems(
  { type, productType, dialect, url }: CatalogueModule,
  present: { readonly type: ModuleType; readonly productType: ProductType } | undefined,
): Problems {
  const problems: string[] = [];
  if (type === "dcimanager6-colocation" && productType !== "colocation")
    problems.push("A DCImanager 6 module processes server colocation only");
  if ((type === "dsmanager") !== (dialect !== null))
    problems.push("A dialect belongs to DSmanager and to nothing else");
  if (type === "manual" ? url !== "" : !isPanelUrl(url)) problems.push("The panel's address is not one");
  if (present && (present.type !== type || present.productType !== productType))
    problems.push("The module of this name here is of another kind, which is chosen once. Rename one of them");
  return problems;
}

/** Names of a tariff that lead nowhere, resources that no tariff may have, and whatever else would stop it from being saved. */
export function tariffProblems(tariff: CatalogueTariff, known: KnownNames): Problems {
  const moduleIds = tariff.modules.map(foldName).filter((name) => known.modules.has(name));
  const enumerationIdOf = ({ enumeration }: CatalogueResource) =>
    enumeration !== null && known.enumerations.has(foldName(enumeration)) ? foldName(enumeration) : null;
  // Folded names do for ids here: what is looked at is the document.
  const content = {
    ...tariff,
    moduleIds,
    resources: tariff.resources.map((one) => fromCatalogueResource(one, enumerationIdOf(one))),
  };
  const remarks = remarkOnTariff(content, {
    modules: moduleIds.flatMap((id) => {
      const module = known.modules.get(id);
      return module ? [{ module: { ...module, id }, configuration: null }] : [];
    }),
    enumerations: content.resources.flatMap(({ enumerationId: id }) => {
      const enumeration = id === null ? undefined : known.enumerations.get(id);
      return enumeration && id !== null ? [{ ...enumeration, id, revision: 0 }] : [];
    }),
    otherNames: [],
    soldAs: null,
  });
  return [
    ...tariff.modules.filter((name) => !known.modules.has(foldName(name))).map((name) => `There is no module ${name}`),
    ...tariff.resources.flatMap((one) => resourceProblems(one, enumerationIdOf(one) !== null)),
    ...(new Set(tariff.resources.map((one) => one.name)).size === tariff.resources.length
      ? []
      : ["A resource stands twice"]),
    ...remarks
      .filter((remark) => remark.severity === "error")
      .map(({ path, message }) => `${placeInWords(path, tariff)}${message}`),
  ];
}

function resourceProblems(resource: CatalogueResource, isEnumerationKnown: boolean): string[] {
  const { name, enumeration } = resource;
  const parsed = resourceShape.safeParse(fromCatalogueResource(resource, enumeration));
  return [
    ...(parsed.success ? [] : parsed.error.issues.map((issue) => `${name}: ${issue.message}`)),
    ...(enumeration === null || isEnumerationKnown ? [] : [`${name}: there is no enumeration ${enumeration}`]),
  ];
}

/** The resource that a remark's path leads to; the rest of a tariff names itself. */
function placeInWords(path: string, { resources }: CatalogueTariff): string {
  const place = /^resources\.(\d+)/.exec(path)?.[1];
  const name = place === undefined ? undefined : resources[Number(place)]?.name;
  return name === undefined ? "" : `${name}: `;
}
