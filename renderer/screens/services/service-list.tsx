import { Button, Select } from "@mantine/core";
import { IconPackage, IconPlus } from "@tabler/icons-react";
import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import type { ServiceState } from "../../../main/contract/shapes/service";
import { usePages } from "../../hooks/use-pages";
import { Allowed } from "../../parts/allowed";
import { EmptyState } from "../../parts/empty-state";
import { FaultNotice } from "../../parts/fault-notice";
import { LoadingRows } from "../../parts/loading-rows";
import { SearchField } from "../../parts/search-field";
import { VirtualList } from "../../parts/virtual-list";
import { useConsole } from "../../stores/console-store";
import { ServiceRowView } from "./service-row";

const states: readonly ServiceState[] = [
  "ordered",
  "processing",
  "active",
  "suspending",
  "suspended",
  "resuming",
  "changing",
  "closing",
  "closed",
];

/** The services with a filter by state and a search, newest first. */
export function ServiceList({ selectedId }: { readonly selectedId: string | null }) {
  const { t } = useTranslation();
  const open = useConsole((state) => state.open);
  const setFilter = useConsole((state) => state.setFilter);
  const search = useConsole((state) => state.filters.services?.["search"] ?? "");
  const stateFilter = useConsole((state) => state.filters.services?.["state"] ?? "");
  const pages = usePages("service.list", { search, state: states.find((one) => one === stateFilter) ?? null });
  const isFiltered = search !== "" || stateFilter !== "";
  const onSearch = useCallback(
    (text: string) => {
      setFilter("services", "search", text);
    },
    [setFilter],
  );
  return (
    <>
      <div className="list-head">
        <SearchField value={search} placeholder={t("services.search")} onSearch={onSearch} />
        <Select
          w={140}
          aria-label={t("services.stateFilter")}
          placeholder={t("services.allStates")}
          clearable
          data={states.map((state) => ({ value: state, label: t(`states.service.${state}`) }))}
          value={stateFilter === "" ? null : stateFilter}
          onChange={(state) => {
            setFilter("services", "state", state ?? "");
          }}
        />
      </div>
      <div className="list-head">
        <span className="quiet">{pages.firstPage ? t("services.count", { count: pages.total }) : ""}</span>
        <Allowed to="order.place">
          <Button
            variant="default"
            ml="auto"
            leftSection={<IconPlus size="1.1em" aria-hidden />}
            onClick={() => {
              open("order");
            }}
          >
            {t("services.order")}
          </Button>
        </Allowed>
      </div>
      <FaultNotice fault={pages.fault} onRetry={pages.reload} />
      {pages.firstPage === undefined && !pages.fault ? <LoadingRows /> : null}
      {pages.firstPage?.total === 0 ? (
        <EmptyState
          icon={IconPackage}
          title={t(isFiltered ? "services.noMatchTitle" : "services.emptyTitle")}
          hint={t(isFiltered ? "services.noMatchHint" : "services.emptyHint")}
        />
      ) : null}
      {pages.total > 0 ? (
        <VirtualList
          label={t("services.title")}
          lines={2}
          count={pages.total}
          rowAt={pages.rowAt}
          onRange={pages.onRange}
          keyOf={(service) => service.id}
          selectedKey={selectedId}
          renderRow={(service) => <ServiceRowView service={service} />}
          onOpen={(service) => {
            open("services", service.id);
          }}
        />
      ) : null}
    </>
  );
}
