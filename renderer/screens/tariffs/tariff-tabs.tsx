import { SegmentedControl } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useConsole } from "../../stores/console-store";
import "./tariff-tabs.css";

const tabs = ["tariffs", "enumerations", "catalogue"] as const;
type Tab = (typeof tabs)[number];

interface TariffTabsProps {
  readonly tab: Tab;
  readonly children: ReactNode;
}

/** What belongs to selling, as one screen with three tabs. Each tab is a route, so that the way back leads through them. */
export function TariffTabs({ tab, children }: TariffTabsProps) {
  const { t } = useTranslation();
  const open = useConsole((state) => state.open);
  return (
    <div className="tariff-tabs">
      <div className="list-head">
        <SegmentedControl
          size="xs"
          aria-label={t("tariffs.parts")}
          data={tabs.map((value) => ({ value, label: t(`frame.${value}`) }))}
          value={tab}
          onChange={(value) => {
            open(value);
          }}
        />
      </div>
      <div className="tariff-tabs-body">{children}</div>
    </div>
  );
}
