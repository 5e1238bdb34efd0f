import type { TariffRow } from "../../../main/contract/shapes/tariff";
import { comparePeriods } from "../../parts/period-words";
import type { Sort } from "../../lists/list-words";
import type { Filters } from "../../stores/view";

export type TariffSort = "name" | "product" | "price" | "use";

const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: "base" });

/**
 * The tariffs that the filters let through, those on offer first unless they are sorted otherwise. Every word of the search has to occur in a name;
 * a filter that is not understood filters nothing.
 */
export function filterTariffs(
  tariffs: readonly TariffRow[],
  filters: Filters,
  sort: Sort<TariffSort> | null,
): readonly TariffRow[] {
  const words = (filters["search"] ?? "").toLowerCase().split(/\s+/).filter(Boolean);
  const product = filters["productType"];
  const offer = filters["offer"];
  const matches = (row: TariffRow): boolean =>
    ((product !== "colocation" && product !== "dedicated") || row.productType === product) &&
    ((offer !== "offered" && offer !== "off") || row.isActive === (offer === "offered")) &&
    words.every((word) => `${row.name} ${row.internalName}`.toLowerCase().includes(word));
  const direction = sort?.isDescending === true ? -1 : 1;
  return tariffs
    .filter(matches)
    .sort(
      (left, right) =>
        (sort === null ? Number(right.isActive) - Number(left.isActive) : direction * compare(left, right, sort.by)) ||
        collator.compare(left.name, right.name),
    );
}

function compare(left: TariffRow, right: TariffRow, by: TariffSort): number {
  switch (by) {
    case "name":
      return collator.compare(left.name, right.name);
    case "product":
      return left.productType.localeCompare(right.productType);
    case "price":
      return priceOf(left) - priceOf(right);
    case "use":
      return serviceCount(left) - serviceCount(right);
  }
}

function priceOf(tariff: TariffRow): number {
  return shortestPeriod(tariff)?.priceMinor ?? 0;
}

/** The shortest period that a tariff is sold by; undefined while it has none. */
export function shortestPeriod({ periods }: TariffRow): TariffRow["periods"][number] | undefined {
  return [...periods].sort((left, right) => comparePeriods(left.months, right.months))[0];
}

/** Services that run on a tariff, in whatever version. */
export function serviceCount({ currentServices, earlierServices }: TariffRow): number {
  return currentServices + earlierServices;
}
