import { Button } from "@mantine/core";
import { IconPlus, IconReceipt2 } from "@tabler/icons-react";
import { useCallback, useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { TariffRow as Row } from "../../../main/contract/shapes/tariff";
import { useQuery, type Query } from "../../hooks/use-query";
import type { FilterChoice } from "../../lists/list-filters";
import { ListFrame } from "../../lists/list-frame";
import { NothingMatches } from "../../lists/nothing-matches";
import { useList } from "../../lists/use-list";
import { Allowed } from "../../parts/allowed";
import { EmptyState } from "../../parts/empty-state";
import { useConsole } from "../../stores/console-store";
import { formatNumber } from "../../text/format";
import { checkInputOf } from "./check-input";
import { useTariffColumns } from "./tariff-columns";
import { filterTariffs } from "./tariff-filter";
import { TariffRow } from "./tariff-row";

interface TariffListProps {
  readonly tariffs: Query<Row[]>;
  readonly selectedId: string | null;
}

const keyOf = ({ id }: Row): string => id;

/** The tariffs, searched and narrowed; those on offer stand first. */
export function TariffList({ tariffs, selectedId }: TariffListProps) {
  const { t } = useTranslation();
  const list = useList("tariffs", "tariffs", useTariffColumns());
  const { filters, sort } = list;
  const all = tariffs.value;
  const rows = useMemo(() => filterTariffs(all ?? [], filters, sort), [all, filters, sort]);
  const selected = all?.find((one) => one.id === selectedId);
  const remarks = useQuery("tariff.check", selected ? checkInputOf(selected) : null).value ?? [];
  const isInTrouble = remarks.some(({ severity }) => severity === "error");
  const renderLines = useCallback(
    (tariff: Row) => <TariffRow tariff={tariff} isInTrouble={isInTrouble && tariff.id === selectedId} />,
    [isInTrouble, selectedId],
  );
  return (
    <ListFrame
      label={t("tariffs.title")}
      list={list}
      rows={{
        total: rows.length,
        rowAt: (index) => rows[index],
        scope: JSON.stringify([filters, sort]),
        isKnown: all !== undefined,
        fault: tariffs.fault,
        reload: tariffs.reload,
      }}
      keyOf={keyOf}
      renderLines={renderLines}
      selectedKey={selectedId}
      onOpen={(tariff) => {
        useConsole.getState().open("tariffs", tariff.id);
      }}
      search={t("tariffs.search")}
      choices={useTariffChoices()}
      beside={<AddButton />}
      facts={all === undefined ? null : <Count shown={rows.length} total={all.length} />}
      empty={
        list.isFiltered ? (
          <NothingMatches screen="tariffs" />
        ) : (
          <EmptyState icon={IconReceipt2} title={t("tariffs.emptyTitle")} hint={t("tariffs.emptyHint")} />
        )
      }
    />
  );
}

function useTariffChoices(): readonly FilterChoice[] {
  const { t } = useTranslation();
  return useMemo(
    () => [
      {
        name: "productType",
        label: t("tariffs.filter.productType"),
        any: t("tariffs.filter.allTypes"),
        options: (["colocation", "dedicated"] as const).map((value) => ({
          value,
          label: t(`tariffs.productType.${value}`),
        })),
        widthPx: 170,
      },
      {
        name: "offer",
        label: t("tariffs.filter.offer"),
        any: t("tariffs.filter.all"),
        options: (["offered", "off"] as const).map((value) => ({ value, label: t(`tariffs.filter.${value}`) })),
        widthPx: 130,
      },
    ],
    [t],
  );
}

function Count({ shown, total }: { readonly shown: number; readonly total: number }) {
  const { t } = useTranslation();
  const words = t("tariffs.count", { count: total });
  return shown === total ? words : t("tariffs.filter.shown", { shown: formatNumber(shown), total: words });
}

function AddButton() {
  const { t } = useTranslation();
  const open = useConsole((state) => state.open);
  return (
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
  );
}
