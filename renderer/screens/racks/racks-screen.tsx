import { VisuallyHidden } from "@mantine/core";
import { IconColumns } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { useQuery } from "../../hooks/use-query";
import { BackButton } from "../../parts/back-button";
import { EmptyState } from "../../parts/empty-state";
import { FaultNotice } from "../../parts/fault-notice";
import { ListDetail } from "../../parts/list-detail";
import { LoadingRows } from "../../parts/loading-rows";
import { parseRackRoute } from "../../parts/rack-route";
import { useConsole } from "../../stores/console-store";
import { RackList } from "./rack-list";
import { RackTabs } from "./rack-tabs";
import { RackView } from "./rack-view";

/** Where there is room, and what stands there. */
export function RacksScreen() {
  const { t } = useTranslation();
  const racks = useQuery("rack.list", {});
  const current = parseRackRoute(useConsole((state) => state.route.id));
  return (
    <RackTabs tab="racks">
      <VisuallyHidden component="h1">{t("frame.racks")}</VisuallyHidden>
      {racks.value?.length === 0 && current === null ? (
        <EmptyState icon={IconColumns} title={t("racks.none")} hint={t("racks.noneHint")} />
      ) : (
        <ListDetail
          list={
            <>
              <FaultNotice fault={racks.fault} onRetry={racks.reload} />
              {racks.value ? <RackList racks={racks.value} /> : racks.fault ? null : <LoadingRows count={10} />}
            </>
          }
          detail={
            current === null ? null : (
              <>
                <BackButton />
                <RackView current={current} />
              </>
            )
          }
          placeholder={<EmptyState icon={IconColumns} title={t("racks.choose")} hint={t("racks.chooseHint")} />}
        />
      )}
    </RackTabs>
  );
}
