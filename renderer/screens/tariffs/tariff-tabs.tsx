import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { ScreenTabs } from "../../parts/screen-tabs";

const tabs = ["tariffs", "enumerations", "catalogue"] as const;

interface TariffTabsProps {
  readonly tab: (typeof tabs)[number];
  readonly children: ReactNode;
}

/** What belongs to selling. */
export function TariffTabs({ tab, children }: TariffTabsProps) {
  const { t } = useTranslation();
  return (
    <ScreenTabs label={t("tariffs.parts")} tabs={tabs} tab={tab}>
      {children}
    </ScreenTabs>
  );
}
