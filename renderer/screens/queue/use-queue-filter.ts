import type { TFunction } from "i18next";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { TaskKind, TaskRow } from "../../../main/contract/shapes/task";
import { useQuery } from "../../hooks/use-query";
import type { ListInput } from "../../hooks/use-pages";
import { useRight } from "../../hooks/use-right";
import type { FilterChoice } from "../../lists/list-filters";
import type { List } from "../../lists/use-list";
import { useConsole } from "../../stores/console-store";

const states = ["open", "in-work", "running", "done", "cancelled", "all"] as const;
const kinds: readonly TaskKind[] = ["set-up", "assign-addresses", "suspend", "resume", "change", "close"];

type QueueSort = "number" | "age" | "label";

/** What `task.list` is asked with for the filters of the queue; words that it does not know filter nothing. */
export function queueInput(
  { filters, sort }: Pick<List<TaskRow, QueueSort>, "filters" | "sort">,
  operator: string,
): ListInput<"task.list"> {
  return {
    state: states.find((one) => one === filters["state"]) ?? "live",
    departmentId: filters["department"] ?? null,
    performer: filters["mine"] === "yes" ? operator : null,
    kind: kinds.find((one) => one === filters["kind"]) ?? null,
    dataCentreId: filters["dataCentre"] ?? null,
    onlyNeedingAttention: filters["attention"] === "yes",
    search: filters["search"] ?? "",
    sort,
  };
}

/** The same for the queue as it is looked at now. */
export function useQueueInput(list: List<TaskRow, QueueSort>): ListInput<"task.list"> {
  const operator = useConsole((state) => state.description?.operator ?? "");
  return useMemo(() => queueInput(list, operator), [list, operator]);
}

/** By what the queue can be narrowed. */
export function useQueueChoices(): readonly FilterChoice[] {
  const { t } = useTranslation();
  const departments = useQuery("department.list", {}).value;
  const dataCentres = useQuery("data-centre.list", {}).value;
  const mayWork = useRight("task.accept");
  return useMemo(
    () => [
      {
        name: "department",
        label: t("queue.department"),
        any: t("queue.allDepartments"),
        options: named(departments),
        isMain: true,
        widthPx: 150,
      },
      {
        name: "state",
        label: t("queue.state"),
        any: t("queue.filter.live"),
        options: states.map((value) => ({ value, label: t(`queue.filter.${value}`) })),
        widthPx: 132,
      },
      kindChoice(t),
      {
        name: "dataCentre",
        label: t("queue.column.dataCentre"),
        any: t("queue.allDataCentres"),
        options: named(dataCentres),
        widthPx: 140,
      },
      ...(mayWork ? [{ name: "mine", label: t("queue.mine"), any: null, options: [] }] : []),
      { name: "attention", label: t("queue.onlyAttention"), any: null, options: [] },
    ],
    [t, departments, dataCentres, mayWork],
  );
}

function kindChoice(t: TFunction): FilterChoice {
  return {
    name: "kind",
    label: t("queue.column.kind"),
    any: t("queue.allKinds"),
    options: kinds.map((value) => ({ value, label: t(`states.taskKind.${value}`) })),
    widthPx: 140,
  };
}

function named(records: readonly { readonly id: string; readonly name: string }[] = []) {
  return records.map(({ id, name }) => ({ value: id, label: name }));
}
