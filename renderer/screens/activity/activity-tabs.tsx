import { SegmentedControl } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useConsole } from "../../stores/console-store";

type ActivityTab = "steps" | "journal";

export function useActivityTab(): ActivityTab {
  return useConsole((state) => (state.filters.activity?.["tab"] === "journal" ? "journal" : "steps"));
}

/** Steps on their way, or the journal of what was done. */
export function ActivityTabs() {
  const { t } = useTranslation();
  const setFilter = useConsole((state) => state.setFilter);
  return (
    <SegmentedControl
      aria-label={t("activity.title")}
      size="xs"
      data={[
        { value: "steps", label: t("activity.steps") },
        { value: "journal", label: t("activity.journal") },
      ]}
      value={useActivityTab()}
      onChange={(tab) => {
        setFilter("activity", "tab", tab);
      }}
    />
  );
}
