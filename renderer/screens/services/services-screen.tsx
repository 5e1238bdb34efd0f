import { IconPackage } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { EmptyState } from "../../parts/empty-state";
import { ListDetail } from "../../parts/list-detail";
import { useConsole } from "../../stores/console-store";
import { ServiceList } from "./service-list";
import { ServicePane } from "./service-pane";

/** All services, and the life of one. */
export function ServicesScreen() {
  const { t } = useTranslation();
  const selectedId = useConsole((state) => state.route.id);
  return (
    <ListDetail
      list={<ServiceList selectedId={selectedId} />}
      detail={selectedId === null ? null : <ServicePane key={selectedId} id={selectedId} />}
      placeholder={<EmptyState icon={IconPackage} title={t("services.pickTitle")} hint={t("services.pickHint")} />}
    />
  );
}
