import { IconNetwork } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { EmptyState } from "../../parts/empty-state";
import { RackTabs } from "../racks/rack-tabs";

/** How full the address pools are, and which addresses come next. */
export function PoolsScreen() {
  const { t } = useTranslation();
  return (
    <RackTabs tab="pools">
      <EmptyState icon={IconNetwork} title={t("pools.none")} hint={t("pools.noneHint")} />
    </RackTabs>
  );
}
