import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { ScreenTabs } from "../../parts/screen-tabs";

const tabs = ["services", "customers"] as const;

interface ServiceTabsProps {
  readonly tab: (typeof tabs)[number];
  readonly children: ReactNode;
}

/** What is sold, and to whom. */
export function ServiceTabs({ tab, children }: ServiceTabsProps) {
  const { t } = useTranslation();
  return (
    <ScreenTabs label={t("services.parts")} tabs={tabs} tab={tab}>
      {children}
    </ScreenTabs>
  );
}
