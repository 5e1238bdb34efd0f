import { Button, Select } from "@mantine/core";
import { IconColumns } from "@tabler/icons-react";
import { useCallback, useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { RackRow } from "../../../main/contract/shapes/rack";
import { EmptyState } from "../../parts/empty-state";
import { formatRackRoute } from "../../parts/rack-route";
import { SearchField } from "../../parts/search-field";
import { VirtualList } from "../../parts/virtual-list";
import { useConsole } from "../../stores/console-store";
import { RackRowView } from "./rack-row-view";
import { arrangeRacks, rackOrders, roomOf, type RackOrder } from "./rack-rows";
import { mostShownRacks, useShownRacks } from "./use-shown-racks";

/** The racks of a room or of all, by name or by the room that is left; several can be marked to stand side by side. */
export function RackList({ racks }: { readonly racks: readonly RackRow[] }) {
  const { t } = useTranslation();
  const current = useConsole((state) => state.route.id);
  const search = useConsole((state) => state.filters.racks?.["search"] ?? "");
  const room = useConsole((state) => state.filters.racks?.["room"] ?? "");
  const order = orderOf(useConsole((state) => state.filters.racks?.["order"]));
  const { setFilter } = useConsole.getState();
  const shown = useShownRacks();
  const rooms = useMemo(() => [...new Set(racks.map(roomOf))].filter((one) => one !== "").sort(), [racks]);
  const arranged = useMemo(() => arrangeRacks(racks, { search, room, order }), [racks, search, room, order]);
  const changeSearch = useCallback(
    (text: string) => {
      setFilter("racks", "search", text);
    },
    [setFilter],
  );
  return (
    <>
      <div className="list-head">
        <SearchField value={search} placeholder={t("racks.search")} onSearch={changeSearch} />
        <Select
          w={150}
          aria-label={t("racks.room")}
          clearable
          placeholder={t("racks.allRooms")}
          value={room === "" ? null : room}
          data={rooms}
          onChange={(value) => {
            setFilter("racks", "room", value ?? "");
          }}
        />
        <Select
          w={150}
          aria-label={t("racks.order")}
          allowDeselect={false}
          value={order}
          data={rackOrders.map((value) => ({ value, label: t(`racks.orders.${value}`) }))}
          onChange={(value) => {
            setFilter("racks", "order", value ?? "");
          }}
        />
      </div>
      <div className="rack-count quiet">
        {t("racks.total", { count: arranged.length })}
        {arranged.length < 2 ? null : (
          <Button
            variant="subtle"
            size="compact-xs"
            ms="auto"
            onClick={() => {
              shown.show(arranged.slice(0, mostShownRacks));
            }}
          >
            {t("racks.showBeside", { count: Math.min(mostShownRacks, arranged.length) })}
          </Button>
        )}
      </div>
      <div className="list-body">
        {arranged.length === 0 ? (
          <EmptyState icon={IconColumns} title={t("racks.noMatch")} hint={t("racks.noMatchHint")} />
        ) : (
          <VirtualList
            label={t("racks.list")}
            count={arranged.length}
            rowAt={(index) => arranged[index]}
            keyOf={formatRackRoute}
            lines={2}
            renderRow={(rack) => <RackRowView rack={rack} />}
            selectedKey={current}
            onOpen={shown.open}
            marks={{
              has: (key) => shown.racks.some((rack) => formatRackRoute(rack) === key),
              toggle: shown.toggle,
            }}
          />
        )}
      </div>
    </>
  );
}

function orderOf(text: string | undefined): RackOrder {
  return rackOrders.find((order) => order === text) ?? "name";
}
