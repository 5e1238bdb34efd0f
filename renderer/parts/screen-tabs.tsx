import { SegmentedControl } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useConsole } from "../stores/console-store";
import type { ScreenName } from "../stores/view";
import "./screen-tabs.css";

interface ScreenTabsProps {
  readonly label: string;
  readonly tabs: readonly TabName[];
  readonly tab: TabName;
  readonly children: ReactNode;
}

/** Screens that can be tabs have their name in the rail's texts. */
type TabName = Exclude<ScreenName, "start" | "order">;

/** Screens that belong together, as one screen with tabs. Each tab is a route, so that the way back leads through them. */
export function ScreenTabs({ label, tabs, tab, children }: ScreenTabsProps) {
  const { t } = useTranslation();
  const open = useConsole((state) => state.open);
  return (
    <div className="screen-tabs">
      <div className="list-head">
        <SegmentedControl
          size="xs"
          aria-label={label}
          data={tabs.map((value) => ({ value, label: t(`frame.${value}`) }))}
          value={tab}
          onChange={(value) => {
            open(value);
          }}
        />
      </div>
      <div className="screen-tabs-body">{children}</div>
    </div>
  );
}
