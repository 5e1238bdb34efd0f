import { Button, Select } from "@mantine/core";
import { IconPlus, IconReceipt2 } from "@tabler/icons-react";
import { useCallback, useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { TariffRow as Row } from "../../../main/contract/shapes/tariff";
import { useQuery, type Query } from "../../hooks/use-query";
import { Allowed } from "../../parts/allowed";
import { EmptyState } from "../../parts/empty-state";
import { FaultNotice } from "../../parts/fault-notice";
import { LoadingRows } from "../../parts/loading-rows";
import { SearchField } from "../../parts/search-field";
import { VirtualList } from "../../parts/virtual-list";
import { useConsole } from "../../stores/console-store";
import { formatNumber } from "../../text/format";
import { filterTariffs, offers, readTariffFilter, sorts } from "./tariff-filter";
import { TariffRow } from "./tariff-row";
import { checkInputOf } from "./check-input";
import "./tariff-list.css";

interface TariffListProps {
  readonly tariffs: Query<Row[]>;
  readonly selectedId: string | null;
}

/** The tariffs, searched and narrowed; those on offer stand first. */
export function TariffList({ tariffs, selectedId }: TariffListProps) {
  const { t } = useTranslation();
  const open = useConsole((state) => state.open);
  const clearFilters = useConsole((state) => state.clearFilters);
  const filter = readTariffFilter(useConsole((state) => state.filters.tariffs));
  const filterText = JSON.stringify(filter);
  const all = tariffs.value;
  const rows = useMemo(() => filterTariffs(all ?? [], JSON.parse(filterText) as typeof filter), [all, filterText]);
  const selected = all?.find((one) => one.id === selectedId);
  const remarks = useQuery("tariff.check", selected ? checkInputOf(selected) : null).value ?? [];
  const isInTrouble = remarks.some(({ severity }) => severity === "error");
  return (
    <>
      <TariffFilters shown={rows.length} total={all?.length} />
      <FaultNotice fault={tariffs.fault} onRetry={tariffs.reload} />
      {all === undefined && tariffs.isLoading ? <LoadingRows /> : null}
      {all?.length === 0 ? (
        <EmptyState icon={IconReceipt2} title={t("tariffs.emptyTitle")} hint={t("tariffs.emptyHint")} />
      ) : null}
      {all && all.length > 0 && rows.length === 0 ? (
        <EmptyState icon={IconReceipt2} title={t("tariffs.noneFound")}>
          <Button
            variant="default"
            onClick={() => {
              clearFilters("tariffs");
            }}
          >
            {t("tariffs.clearFilters")}
          </Button>
        </EmptyState>
      ) : null}
      {rows.length > 0 ? (
        <VirtualList
          label={t("tariffs.title")}
          lines={2}
          count={rows.length}
          rowAt={(index) => rows[index]}
          keyOf={(tariff) => tariff.id}
          selectedKey={selectedId}
          renderRow={(tariff) => <TariffRow tariff={tariff} isInTrouble={isInTrouble && tariff.id === selectedId} />}
          onOpen={(tariff) => {
            open("tariffs", tariff.id);
          }}
        />
      ) : null}
    </>
  );
}

interface TariffFiltersProps {
  readonly shown: number;
  readonly total: number | undefined;
}

function TariffFilters({ shown, total }: TariffFiltersProps) {
  const { t } = useTranslation();
  const open = useConsole((state) => state.open);
  const setFilter = useConsole((state) => state.setFilter);
  const filter = readTariffFilter(useConsole((state) => state.filters.tariffs));
  const search = useCallback(
    (text: string) => {
      setFilter("tariffs", "search", text);
    },
    [setFilter],
  );
  const types = ["colocation", "dedicated"] as const;
  return (
    <>
      <div className="list-head">
        <SearchField value={filter.search} placeholder={t("tariffs.search")} onSearch={search} />
        <Allowed to="tariff.add">
          <Button
            variant="default"
            leftSection={<IconPlus size="1.1em" aria-hidden />}
            onClick={() => {
              open("tariffs", "new");
            }}
          >
            {t("tariffs.add")}
          </Button>
        </Allowed>
      </div>
      <div className="tariff-filters">
        <Select
          w={148}
          size="xs"
          aria-label={t("tariffs.filter.productType")}
          allowDeselect={false}
          value={filter.productType ?? ""}
          data={[
            { value: "", label: t("tariffs.filter.allTypes") },
            ...types.map((value) => ({ value, label: t(`tariffs.productType.${value}`) })),
          ]}
          onChange={(value) => {
            setFilter("tariffs", "productType", value ?? "");
          }}
        />
        <Select
          w={90}
          size="xs"
          aria-label={t("tariffs.filter.offer")}
          allowDeselect={false}
          value={filter.offer}
          data={offers.map((value) => ({ value, label: t(`tariffs.filter.${value}`) }))}
          onChange={(value) => {
            setFilter("tariffs", "offer", value ?? "all");
          }}
        />
        <Select
          w={100}
          size="xs"
          aria-label={t("tariffs.filter.sort")}
          allowDeselect={false}
          value={filter.sort}
          data={sorts.map((value) => ({ value, label: t(`tariffs.filter.${value}`) }))}
          onChange={(value) => {
            setFilter("tariffs", "sort", value ?? "byName");
          }}
        />
        {total === undefined ? null : (
          <span className="tariff-filters-count quiet">
            {shown === total
              ? formatNumber(total)
              : t("tariffs.filter.shown", { shown: formatNumber(shown), total: formatNumber(total) })}
          </span>
        )}
      </div>
    </>
  );
}
