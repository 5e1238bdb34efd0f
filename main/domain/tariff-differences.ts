import type { Difference, TariffContent } from "../contract/shapes/tariff";
import { differencesOf, tariffFacts } from "./catalogue-words";
import type { Facts } from "./catalogue-words";

const orderField = "order of resources";

/** Names behind the ids in a tariff. */
export interface TariffNames {
  readonly modules: readonly { readonly id: string; readonly name: string }[];
  readonly enumerations: readonly { readonly id: string; readonly internalName: string }[];
}

/** What two contents of a tariff say differently, in words. */
export function compareTariffs(before: TariffContent, after: TariffContent, names: TariffNames): Difference[] {
  return differencesOf(factsOf(before, names), factsOf(after, names));
}

/** Where new orders go, whether there are any, and how the order form looks are no part of what was sold. */
const unsoldFields: ReadonlySet<string> = new Set(["active", "modules", orderField]);

/** Whether services that run would notice. */
export function concernsServices(differences: readonly Difference[]): boolean {
  return differences.some(({ field }) => !unsoldFields.has(field));
}

/** The differences as one line for the journal; what takes long to say is only named. */
export function describeDifferences(differences: readonly Difference[]): string {
  const isOrderTold = differences.some(({ field }) => field.startsWith("resource "));
  return differences
    .filter(({ field }) => field !== orderField || !isOrderTold)
    .map(describeDifference)
    .join(", ");
}

function describeDifference({ field, before, after }: Difference): string {
  if (before === "") return `${field} added`;
  if (after === "") return `${field} removed`;
  return before.length + after.length > 80 ? `${field} changed` : `${field} ${before} → ${after}`;
}

function factsOf({ moduleIds, resources, ...content }: TariffContent, { modules, enumerations }: TariffNames): Facts {
  return tariffFacts({
    ...content,
    modules: moduleIds.map((id) => modules.find((one) => one.id === id)?.name ?? id),
    resources: resources.map(({ enumerationId, ...resource }) => ({
      ...resource,
      stepPrices: [...resource.stepPrices],
      enumerationId: null,
      enumeration: enumerations.find((one) => one.id === enumerationId)?.internalName ?? enumerationId,
    })),
  });
}
