import { useTranslation } from "react-i18next";
import type { PoolUse } from "../../../main/contract/shapes/mirror";
import { shortCount } from "../../parts/digits";
import { PoolBar, PoolLevelBadge } from "./pool-bar";

/** A pool in the list: its name and panel, how full it is, how many addresses are free. */
export function PoolRowView({ pool }: { readonly pool: PoolUse }) {
  const { t } = useTranslation();
  return (
    <div className="pool-row">
      <span className="pool-row-line">
        <span className="pool-row-name one-line">{pool.name}</span>
        <span className="pool-row-family">{t(`pools.families.${pool.family}`)}</span>
        <PoolLevelBadge pool={pool} />
        <span className="pool-row-panel quiet one-line">{pool.moduleName}</span>
      </span>
      <span className="pool-row-line pool-row-below">
        <PoolBar pool={pool} />
        <span className="pool-row-free">
          {t("pools.freeOf", { free: shortCount(pool.free), total: shortCount(pool.total) })}
        </span>
      </span>
    </div>
  );
}
