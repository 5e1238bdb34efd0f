import { VisuallyHidden } from "@mantine/core";
import { IconNetwork } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { PoolUse } from "../../../main/contract/shapes/mirror";
import { useQuery } from "../../hooks/use-query";
import { EmptyState } from "../../parts/empty-state";
import { FaultNotice } from "../../parts/fault-notice";
import { ListDetail } from "../../parts/list-detail";
import { LoadingRows } from "../../parts/loading-rows";
import { useConsole } from "../../stores/console-store";
import { RackTabs } from "../racks/rack-tabs";
import { PoolList } from "./pool-list";
import { PoolPane } from "./pool-pane";
import { formatPoolRoute, parsePoolRoute, type PoolRoute } from "./pool-route";
import "./pools.css";

/** How full the address pools are, and which addresses come next. */
export function PoolsScreen() {
  const { t } = useTranslation();
  const pools = useQuery("pool.list", {});
  const route = parsePoolRoute(useConsole((state) => state.route.id));
  const selected = route && findPool(pools.value ?? [], route);
  return (
    <RackTabs tab="pools">
      <VisuallyHidden component="h1">{t("frame.pools")}</VisuallyHidden>
      {pools.value?.length === 0 ? (
        <EmptyState icon={IconNetwork} title={t("pools.none")} hint={t("pools.noneHint")} />
      ) : (
        <ListDetail
          list={
            <>
              <FaultNotice fault={pools.fault} onRetry={pools.reload} />
              {pools.value ? (
                <PoolList pools={pools.value} selectedKey={selected ? formatPoolRoute(selected) : null} />
              ) : pools.fault ? null : (
                <LoadingRows count={8} />
              )}
            </>
          }
          detail={selected ? <PoolPane key={formatPoolRoute(selected)} pool={selected} /> : null}
          placeholder={<EmptyState icon={IconNetwork} title={t("pools.choose")} hint={t("pools.chooseHint")} />}
        />
      )}
    </RackTabs>
  );
}

/** The named family, or the one that runs out first. */
function findPool(pools: readonly PoolUse[], { moduleId, poolId, family }: PoolRoute): PoolUse | undefined {
  return pools
    .filter((pool) => pool.moduleId === moduleId && pool.poolId === poolId)
    .filter((pool) => family === null || pool.family === family)
    .sort((left, right) => right.share - left.share)[0];
}
