import type { ProductType, TariffRow } from "../../../main/contract/shapes/tariff";
import type { Filters } from "../../stores/view";
import { compareNames } from "../../text/format";

export const offers = ["all", "offered", "off"] as const;
export const sorts = ["byName", "byUse"] as const;

/** What the list of tariffs is narrowed to. */
export interface TariffFilter {
  readonly search: string;
  readonly productType: ProductType | null;
  readonly offer: (typeof offers)[number];
  readonly sort: (typeof sorts)[number];
}

/** Reads the kept filters of the screen; whatever is not understood filters nothing. */
export function readTariffFilter(kept: Filters | undefined): TariffFilter {
  const type = kept?.["productType"];
  return {
    search: kept?.["search"] ?? "",
    productType: type === "colocation" || type === "dedicated" ? type : null,
    offer: offers.find((one) => one === kept?.["offer"]) ?? "all",
    sort: sorts.find((one) => one === kept?.["sort"]) ?? "byName",
  };
}

/** The tariffs that match, those on offer first; every word of the search has to occur in a name. */
export function filterTariffs(rows: readonly TariffRow[], filter: TariffFilter): readonly TariffRow[] {
  const words = filter.search.toLowerCase().split(/\s+/).filter(Boolean);
  const matches = (row: TariffRow): boolean =>
    (filter.productType === null || row.productType === filter.productType) &&
    (filter.offer === "all" || row.isActive === (filter.offer === "offered")) &&
    words.every((word) => `${row.name} ${row.internalName}`.toLowerCase().includes(word));
  return rows
    .filter(matches)
    .sort(
      (left, right) =>
        Number(right.isActive) - Number(left.isActive) ||
        (filter.sort === "byUse" ? serviceCount(right) - serviceCount(left) : 0) ||
        compareNames(left.name, right.name),
    );
}

/** Services that run on a tariff, in whatever version. */
export function serviceCount({ currentServices, earlierServices }: TariffRow): number {
  return currentServices + earlierServices;
}
