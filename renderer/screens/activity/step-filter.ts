import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { ListedAction } from "../../../main/contract/shapes/action";
import type { ListInput } from "../../hooks/use-pages";
import { useQuery } from "../../hooks/use-query";
import type { FilterChoice } from "../../lists/list-filters";
import type { List } from "../../lists/use-list";
import type { Filters } from "../../stores/view";

const states = ["needs-attention", "done", "all"] as const;

/** Which steps are listed; those that have not ended unless others are asked for. */
export function stepState(filters: Filters): (typeof states)[number] | "unfinished" {
  return states.find((one) => one === filters["state"]) ?? "unfinished";
}

/** What `action.list` is asked with for the filters; words that it does not know filter nothing. */
export function stepInput({
  filters,
  sort,
}: Pick<List<ListedAction, "entered">, "filters" | "sort">): ListInput<"action.list"> {
  return {
    state: stepState(filters),
    moduleId: filters["module"] ?? null,
    createdBy: filters["by"] ?? null,
    search: filters["search"] ?? "",
    sort,
  };
}

/** By what steps can be narrowed. */
export function useStepChoices(): readonly FilterChoice[] {
  const { t } = useTranslation();
  const modules = useQuery("module.list", {}).value;
  const operators = useQuery("operator.list", {}).value;
  return useMemo(
    () => [
      {
        name: "state",
        label: t("activity.filterLabel"),
        any: t("activity.filter.unfinished"),
        options: states.map((value) => ({ value, label: t(`activity.filter.${value}`) })),
        isMain: true,
        widthPx: 160,
      },
      {
        name: "module",
        label: t("activity.field.panel"),
        any: t("activity.allPanels"),
        options: (modules ?? []).map(({ id, name }) => ({ value: id, label: name })),
        widthPx: 150,
      },
      {
        name: "by",
        label: t("activity.enteredBy"),
        any: t("activity.byAnybody"),
        options: (operators ?? []).map(({ name }) => ({ value: name, label: name })),
        widthPx: 150,
      },
    ],
    [t, modules, operators],
  );
}
