import { IconReceipt2 } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { Tariff } from "../../../main/contract/shapes/tariff";
import { ListRow } from "../../parts/list-row";
import { formatMoney } from "../../parts/money";

/** A tariff in the list: its lowest price, and whether orders on it can be served. */
export function TariffRow({ tariff }: { readonly tariff: Tariff }) {
  const { t } = useTranslation();
  const lowestMinor = Math.min(...tariff.periods.map((period) => period.priceMinor));
  const facts = [
    t("tariffs.moduleCount", { count: tariff.moduleIds.length }),
    t("tariffs.resourceCount", { count: tariff.resources.filter((resource) => resource.isActive).length }),
  ];
  return (
    <ListRow
      mark={<IconReceipt2 size="1.25em" stroke={1.6} color="var(--text-quiet)" aria-hidden />}
      title={tariff.name}
      aside={t("tariffs.from", { price: formatMoney(lowestMinor, tariff.currency) })}
      below={facts.join(" · ")}
      belowAside={tariff.isActive ? null : t("tariffs.notOffered")}
    />
  );
}
