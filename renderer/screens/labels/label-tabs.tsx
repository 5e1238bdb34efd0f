import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { ScreenTabs } from "../../parts/screen-tabs";

const tabs = ["labels", "printJobs", "labelTemplates", "printers"] as const;

interface LabelTabsProps {
  readonly tab: (typeof tabs)[number];
  readonly children: ReactNode;
}

/** What belongs to labelling. */
export function LabelTabs({ tab, children }: LabelTabsProps) {
  const { t } = useTranslation();
  return (
    <ScreenTabs label={t("labels.parts")} tabs={tabs} tab={tab}>
      {children}
    </ScreenTabs>
  );
}
