import { SegmentedControl } from "@mantine/core";
import { IconNetwork } from "@tabler/icons-react";
import { useCallback, useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { PoolUse } from "../../../main/contract/shapes/mirror";
import { EmptyState } from "../../parts/empty-state";
import { SearchField } from "../../parts/search-field";
import { VirtualList } from "../../parts/virtual-list";
import { useConsole } from "../../stores/console-store";
import { formatPoolRoute } from "./pool-route";
import { PoolRowView } from "./pool-row-view";
import { arrangePools } from "./pool-rows";

interface PoolListProps {
  readonly pools: readonly PoolUse[];
  readonly selectedKey: string | null;
}

/** The pools of all panels by family; those that run out stand first. */
export function PoolList({ pools, selectedKey }: PoolListProps) {
  const { t } = useTranslation();
  const { open, setFilter } = useConsole.getState();
  const search = useConsole((state) => state.filters.pools?.["search"] ?? "");
  const wanted = useConsole((state) => state.filters.pools?.["family"]);
  const family = wanted === "ipv4" || wanted === "ipv6" ? wanted : "all";
  const arranged = useMemo(() => arrangePools(pools, { search, family }), [pools, search, family]);
  const changeSearch = useCallback(
    (text: string) => {
      setFilter("pools", "search", text);
    },
    [setFilter],
  );
  return (
    <>
      <div className="list-head">
        <SearchField value={search} placeholder={t("pools.search")} onSearch={changeSearch} />
        <SegmentedControl
          size="xs"
          aria-label={t("pools.family")}
          data={(["all", "ipv4", "ipv6"] as const).map((value) => ({ value, label: t(`pools.families.${value}`) }))}
          value={family}
          onChange={(value) => {
            setFilter("pools", "family", value);
          }}
        />
      </div>
      <div className="rack-count quiet">{t("pools.total", { count: arranged.length })}</div>
      <div className="list-body">
        {arranged.length === 0 ? (
          <EmptyState icon={IconNetwork} title={t("pools.noMatch")} hint={t("pools.noMatchHint")} />
        ) : (
          <VirtualList
            label={t("pools.list")}
            count={arranged.length}
            rowAt={(index) => arranged[index]}
            keyOf={formatPoolRoute}
            lines={2}
            renderRow={(pool) => <PoolRowView pool={pool} />}
            selectedKey={selectedKey}
            onOpen={(pool) => {
              open("pools", formatPoolRoute(pool));
            }}
          />
        )}
      </div>
    </>
  );
}
