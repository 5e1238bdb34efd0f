import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { ScreenTabs } from "../../parts/screen-tabs";

const tabs = ["activity", "journal"] as const;

interface ActivityTabsProps {
  readonly tab: (typeof tabs)[number];
  readonly children: ReactNode;
}

/** What is on its way, and what was done. */
export function ActivityTabs({ tab, children }: ActivityTabsProps) {
  const { t } = useTranslation();
  return (
    <ScreenTabs label={t("activity.parts")} tabs={tabs} tab={tab}>
      {children}
    </ScreenTabs>
  );
}
