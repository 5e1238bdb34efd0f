import { Select } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useConsole } from "../../stores/console-store";

const stepFilters = ["unfinished", "needs-attention", "done", "all"] as const;
export type StepFilterName = (typeof stepFilters)[number];

export function useStepFilter(): StepFilterName {
  const name = useConsole((state) => state.filters.activity?.["state"]);
  return stepFilters.find((one) => one === name) ?? "unfinished";
}

/** Which steps are listed. */
export function StepFilter() {
  const { t } = useTranslation();
  const setFilter = useConsole((state) => state.setFilter);
  return (
    <Select
      aria-label={t("activity.filterLabel")}
      w={160}
      ml="auto"
      allowDeselect={false}
      data={stepFilters.map((value) => ({ value, label: t(`activity.filter.${value}`) }))}
      value={useStepFilter()}
      onChange={(name) => {
        setFilter("activity", "state", name ?? "unfinished");
      }}
    />
  );
}
