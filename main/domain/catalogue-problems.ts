import { isPanelUrl } from "../contract/shapes/module";
import type { ModuleType } from "../contract/shapes/module";
import { resourceShape } from "../contract/shapes/tariff";
import type { ProductType } from "../contract/shapes/tariff";
import { fromCatalogueResource, foldName } from "./catalogue";
import type { CatalogueModule, CatalogueResource, CatalogueTariff } from "./catalogue";
import { otherProductType } from "./module-choice";

/** Why one record of a document cannot be imported, in sentences; empty when nothing stands against it. */
export type Problems = readonly string[];

/** What the names of a tariff may lead to, by folded name: the document's own records before those of the profile. */
export interface KnownNames {
  readonly modules: ReadonlyMap<string, Pick<CatalogueModule, "name" | "productType">>;
  readonly enumerations: ReadonlyMap<string, unknown>;
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

/** Names of a tariff that lead nowhere, modules of the other product type, and resources that no tariff may have. */
export function tariffProblems(tariff: CatalogueTariff, known: KnownNames): Problems {
  return [
    ...tariff.modules.flatMap((name) => {
      const module = known.modules.get(foldName(name));
      if (!module) return [`There is no module ${name}`];
      return module.productType === tariff.productType ? [] : [otherProductType(module)];
    }),
    ...tariff.resources.flatMap((resource) => {
      const { name, enumeration } = resource;
      const isKnown = enumeration === null || known.enumerations.has(foldName(enumeration));
      return [...resourceProblems(resource), ...(isKnown ? [] : [`${name}: there is no enumeration ${enumeration}`])];
    }),
    ...(new Set(tariff.resources.map((one) => one.name)).size === tariff.resources.length
      ? []
      : ["A resource stands twice"]),
  ];
}

function resourceProblems(resource: CatalogueResource): string[] {
  const parsed = resourceShape.safeParse(fromCatalogueResource(resource, resource.enumeration));
  return parsed.success ? [] : parsed.error.issues.map((issue) => `${resource.name}: ${issue.message}`);
}
