import { useTranslation } from "react-i18next";
import type { PoolUse } from "../../../main/contract/shapes/mirror";
import { BackButton } from "../../parts/back-button";
import { Copyable } from "../../parts/copyable";
import { FactTable } from "../../parts/fact-table";
import { PageTitle } from "../../parts/page-title";
import { PaneSection } from "../../parts/pane-section";
import { RelativeTime } from "../../parts/relative-time";
import { ShortCount } from "../../parts/short-count";
import { formatPercent } from "../../text/format";
import { NextFree } from "./next-free";
import { PoolBar, PoolLevelBadge } from "./pool-bar";

/** One pool of one family: how much is left, of which networks, and what comes next. */
export function PoolPane({ pool }: { readonly pool: PoolUse }) {
  const { t } = useTranslation();
  return (
    <div className="pane">
      <BackButton />
      <PageTitle
        title={pool.name}
        below={
          <>
            <PoolLevelBadge pool={pool} />
            <span>{t(`pools.families.${pool.family}`)}</span>
            <span>{pool.moduleName}</span>
            <span>
              {t("pools.taken")} <RelativeTime at={pool.takenAt} />
            </span>
          </>
        }
      />
      {pool.family === "ipv4" ? (
        <div className="pool-bar-wide">
          <PoolBar pool={pool} />
          {t("pools.usedShare", { share: formatPercent(pool.share) })}
        </div>
      ) : null}
      <FactTable
        facts={[
          { label: t("pools.freeLabel"), value: <ShortCount decimal={pool.free} /> },
          { label: t("pools.used"), value: <ShortCount decimal={pool.used} /> },
          { label: t("pools.totalLabel"), value: <ShortCount decimal={pool.total} /> },
        ]}
      />
      <PaneSection title={t("pools.networks")}>
        {pool.networks.length === 0 ? <span className="quiet">{t("pools.noNetworks")}</span> : null}
        <ul className="next-free">
          {pool.networks.map((network) => (
            <li key={network}>
              <Copyable text={network} />
            </li>
          ))}
        </ul>
      </PaneSection>
      <NextFree pool={pool} />
    </div>
  );
}
