import { Button } from "@mantine/core";
import { IconPackage, IconPlus } from "@tabler/icons-react";
import { memo, useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { ServiceRow } from "../../../main/contract/shapes/service";
import { usePages } from "../../hooks/use-pages";
import { ListFrame } from "../../lists/list-frame";
import { NothingMatches } from "../../lists/nothing-matches";
import { rowsOf } from "../../lists/rows-of";
import { useList } from "../../lists/use-list";
import { useMarks } from "../../lists/use-marks";
import { usePrintDeed } from "../../lists/use-print-deed";
import { Allowed } from "../../parts/allowed";
import { EmptyState } from "../../parts/empty-state";
import { useConsole } from "../../stores/console-store";
import { useServiceColumns } from "./service-columns";
import { serviceInput, useServiceChoices } from "./service-filter";
import { ServiceRowView } from "./service-row";

const keyOf = ({ id }: ServiceRow): string => id;
const renderLines = (service: ServiceRow) => <ServiceRowView service={service} />;

/** The services with their filters, newest first unless sorted otherwise. */
export function ServiceList({ selectedId }: { readonly selectedId: string | null }) {
  const { t } = useTranslation();
  const list = useList("services", "services", useServiceColumns());
  const input = useMemo(() => serviceInput(list), [list]);
  const pages = usePages("service.list", input);
  const marks = useMarks("services", { keyOf, readRows: pages.readRows });
  const print = usePrintDeed(marks.rows.map(({ id }) => ({ kind: "service", serviceId: id })));
  return (
    <ListFrame
      label={t("services.title")}
      list={list}
      rows={rowsOf(pages)}
      keyOf={keyOf}
      renderLines={renderLines}
      selectedKey={selectedId}
      onOpen={(service) => {
        useConsole.getState().open("services", service.id);
      }}
      search={t("services.search")}
      choices={useServiceChoices()}
      beside={<NewOrderButton />}
      facts={pages.firstPage ? t("services.count", { count: pages.total }) : ""}
      exported={{ name: "services", filter: input }}
      marks={marks}
      deeds={[print]}
      empty={
        list.isFiltered ? (
          <NothingMatches screen="services" />
        ) : (
          <EmptyState icon={IconPackage} title={t("services.emptyTitle")} hint={t("services.emptyHint")} />
        )
      }
    />
  );
}

const NewOrderButton = memo(DrawnOrderButton);

function DrawnOrderButton() {
  const { t } = useTranslation();
  const open = useConsole((state) => state.open);
  return (
    <Allowed to="order.place">
      <Button
        variant="default"
        leftSection={<IconPlus size="1.1em" aria-hidden />}
        onClick={() => {
          open("order");
        }}
      >
        {t("services.order")}
      </Button>
    </Allowed>
  );
}
