import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { TariffRow } from "../../../main/contract/shapes/tariff";
import type { Column } from "../../lists/columns";
import { formatMoney } from "../../parts/money";
import { usePeriodWords } from "../../parts/period-words";
import { formatNumber } from "../../text/format";
import { serviceCount, shortestPeriod, type TariffSort } from "./tariff-filter";

/** What the list can show of a tariff. */
export function useTariffColumns(): readonly Column<TariffRow, TariffSort>[] {
  const { t } = useTranslation();
  return useMemo(
    () => [
      {
        id: "name",
        title: t("tariffs.listColumn.name"),
        leastPx: 180,
        share: 2,
        isFixed: true,
        sortBy: "name",
        cell: ({ name, isActive }) => <strong className={isActive ? "table-name" : "table-name quiet"}>{name}</strong>,
      },
      {
        id: "product",
        title: t("tariffs.filter.productType"),
        leastPx: 100,
        share: 1,
        sortBy: "product",
        cell: ({ productType }) => t(`tariffs.productType.${productType}`),
      },
      {
        id: "price",
        title: t("tariffs.listColumn.price"),
        leastPx: 150,
        share: 1,
        sortBy: "price",
        isNumber: true,
        cell: (tariff) => <TariffPrice tariff={tariff} />,
      },
      {
        id: "use",
        title: t("tariffs.listColumn.use"),
        leastPx: 90,
        share: 0,
        sortBy: "use",
        isNumber: true,
        cell: (tariff) => formatNumber(serviceCount(tariff)),
      },
      {
        id: "offer",
        title: t("tariffs.filter.offer"),
        leastPx: 90,
        share: 0.6,
        cell: ({ isActive }) =>
          isActive ? t("tariffs.filter.offered") : <span className="quiet">{t("tariffs.off")}</span>,
      },
      {
        id: "internalName",
        title: t("tariffs.listColumn.internalName"),
        leastPx: 120,
        share: 1,
        startsHidden: true,
        cell: ({ internalName }) => <span className="mono">{internalName}</span>,
      },
      {
        id: "version",
        title: t("tariffs.listColumn.version"),
        leastPx: 72,
        share: 0,
        startsHidden: true,
        isNumber: true,
        cell: ({ version }) => formatNumber(version),
      },
    ],
    [t],
  );
}

/** The price of the shortest period. */
export function TariffPrice({ tariff }: { readonly tariff: TariffRow }) {
  const { t } = useTranslation();
  const periodWords = usePeriodWords();
  const shortest = shortestPeriod(tariff);
  if (!shortest) return t("tariffs.noPrice");
  const price = formatMoney(shortest.priceMinor, tariff.currency);
  return t("tariffs.pricePer", { price, period: periodWords(shortest.months) });
}
