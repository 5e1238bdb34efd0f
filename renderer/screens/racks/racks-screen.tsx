import { IconColumns } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { EmptyState } from "../../parts/empty-state";
import { RackTabs } from "./rack-tabs";

/** Where there is room, and what stands there. */
export function RacksScreen() {
  const { t } = useTranslation();
  return (
    <RackTabs tab="racks">
      <EmptyState icon={IconColumns} title={t("racks.none")} hint={t("racks.noneHint")} />
    </RackTabs>
  );
}
