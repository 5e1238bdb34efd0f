import { IconAlertTriangle, IconServer2, IconStack2 } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { TariffRow as Row } from "../../../main/contract/shapes/tariff";
import { ListRow } from "../../parts/list-row";
import { TariffPrice } from "./tariff-columns";
import { serviceCount } from "./tariff-filter";

interface TariffRowProps {
  readonly tariff: Row;
  /** Known for the open tariff only: checking asks panels' configurations. */
  readonly isInTrouble: boolean;
}

/** A tariff in the list: the price of its shortest period, and how many services it carries. */
export function TariffRow({ tariff, isInTrouble }: TariffRowProps) {
  const { t } = useTranslation();
  const Icon = tariff.productType === "dedicated" ? IconServer2 : IconStack2;
  const count = serviceCount(tariff);
  const used = t("tariffs.usedBy", { count });
  const use = tariff.earlierServices > 0 ? t("tariffs.usedEarlier", { used, count: tariff.earlierServices }) : used;
  return (
    <ListRow
      mark={
        isInTrouble ? (
          <span data-tone="failed" title={t("tariffs.standsInTheWay")}>
            <IconAlertTriangle size="1.25em" role="img" aria-label={t("tariffs.standsInTheWay")} />
          </span>
        ) : (
          <Icon size="1.25em" stroke={1.6} color="var(--text-quiet)" aria-hidden />
        )
      }
      title={<span className={tariff.isActive ? undefined : "quiet"}>{tariff.name}</span>}
      aside={<TariffPrice tariff={tariff} />}
      below={`${t(`tariffs.productType.${tariff.productType}`)} · ${count === 0 ? t("tariffs.notUsed") : use}`}
      belowAside={tariff.isActive ? null : t("tariffs.off")}
    />
  );
}
