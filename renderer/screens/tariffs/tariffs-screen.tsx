import { IconReceipt2 } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { TariffRow } from "../../../main/contract/shapes/tariff";
import { useQuery, type Query } from "../../hooks/use-query";
import { EmptyState } from "../../parts/empty-state";
import { ListDetail } from "../../parts/list-detail";
import { LoadingRows } from "../../parts/loading-rows";
import { useConsole } from "../../stores/console-store";
import { TariffEditor } from "./tariff-editor";
import { TariffList } from "./tariff-list";
import { TariffTabs } from "./tariff-tabs";

/** The tariffs with their editor. */
export function TariffsScreen() {
  const tariffs = useQuery("tariff.list", {});
  const selectedId = useConsole((state) => state.route.id);
  return (
    <TariffTabs tab="tariffs">
      <ListDetail
        list={<TariffList tariffs={tariffs} selectedId={selectedId} />}
        detail={selectedId === null ? null : <TariffDetail tariffs={tariffs} id={selectedId} />}
      />
    </TariffTabs>
  );
}

function TariffDetail({ tariffs, id }: { readonly tariffs: Query<TariffRow[]>; readonly id: string }) {
  const { t } = useTranslation();
  if (id === "new") return <TariffEditor key="new" tariff={null} />;
  const tariff = tariffs.value?.find((one) => one.id === id);
  if (tariff) return <TariffEditor key={id} tariff={tariff} />;
  return tariffs.value ? <EmptyState icon={IconReceipt2} title={t("tariffs.missing")} /> : <LoadingRows />;
}
