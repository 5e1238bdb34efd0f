import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { ScreenTabs } from "../../parts/screen-tabs";
import "./rack-tabs.css";

interface RackTabsProps {
  readonly tab: "racks" | "pools";
  readonly children: ReactNode;
}

/** What a site has room in: racks, and the pools that addresses come from. */
export function RackTabs({ tab, children }: RackTabsProps) {
  const { t } = useTranslation();
  return (
    <ScreenTabs label={t("frame.racks")} tabs={["racks", "pools"]} tab={tab}>
      {children}
    </ScreenTabs>
  );
}
