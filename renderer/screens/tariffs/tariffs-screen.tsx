import { Button } from "@mantine/core";
import { IconPlus, IconReceipt2 } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { Tariff } from "../../../main/contract/shapes/tariff";
import { useQuery, type Query } from "../../hooks/use-query";
import { EmptyState } from "../../parts/empty-state";
import { FaultNotice } from "../../parts/fault-notice";
import { ListDetail } from "../../parts/list-detail";
import { LoadingRows } from "../../parts/loading-rows";
import { VirtualList } from "../../parts/virtual-list";
import { useConsole } from "../../stores/console-store";
import { TariffEditor } from "./tariff-editor";
import { TariffRow } from "./tariff-row";

/** The tariffs with their editor. */
export function TariffsScreen() {
  const { t } = useTranslation();
  const tariffs = useQuery("tariff.list", {});
  const selectedId = useConsole((state) => state.route.id);
  return (
    <ListDetail
      list={<TariffList tariffs={tariffs} selectedId={selectedId} />}
      detail={selectedId === null ? null : <TariffDetail tariffs={tariffs} id={selectedId} />}
      placeholder={<EmptyState icon={IconReceipt2} title={t("tariffs.pickTitle")} hint={t("tariffs.pickHint")} />}
    />
  );
}

function TariffDetail({ tariffs, id }: { readonly tariffs: Query<Tariff[]>; readonly id: string }) {
  const { t } = useTranslation();
  if (id === "new") return <TariffEditor key="new" tariff={null} />;
  const tariff = tariffs.value?.find((one) => one.id === id);
  if (tariff) return <TariffEditor key={id} tariff={tariff} />;
  return tariffs.value ? <EmptyState icon={IconReceipt2} title={t("tariffs.missing")} /> : <LoadingRows />;
}

interface TariffListProps {
  readonly tariffs: Query<Tariff[]>;
  readonly selectedId: string | null;
}

function TariffList({ tariffs, selectedId }: TariffListProps) {
  const { t } = useTranslation();
  const open = useConsole((state) => state.open);
  const rows = tariffs.value;
  const addButton = (
    <Button
      variant="default"
      ml="auto"
      leftSection={<IconPlus size="1.1em" aria-hidden />}
      onClick={() => {
        open("tariffs", "new");
      }}
    >
      {t("tariffs.add")}
    </Button>
  );
  return (
    <>
      <div className="list-head">
        <span className="quiet">{rows ? t("tariffs.count", { count: rows.length }) : ""}</span>
        {addButton}
      </div>
      <FaultNotice fault={tariffs.fault} onRetry={tariffs.reload} />
      {rows === undefined && tariffs.isLoading ? <LoadingRows /> : null}
      {rows?.length === 0 ? (
        <EmptyState icon={IconReceipt2} title={t("tariffs.emptyTitle")} hint={t("tariffs.emptyHint")} />
      ) : null}
      {rows && rows.length > 0 ? (
        <VirtualList
          label={t("tariffs.title")}
          lines={2}
          count={rows.length}
          rowAt={(index) => rows[index]}
          keyOf={(tariff) => tariff.id}
          selectedKey={selectedId}
          renderRow={(tariff) => <TariffRow tariff={tariff} />}
          onOpen={(tariff) => {
            open("tariffs", tariff.id);
          }}
        />
      ) : null}
    </>
  );
}
