import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { calls } from "../../../main/contract/calls";
import { entityShape } from "../../../main/contract/events";
import type { JournalEntry } from "../../../main/contract/shapes/journal";
import type { ListInput } from "../../hooks/use-pages";
import { useQuery } from "../../hooks/use-query";
import type { FilterChoice } from "../../lists/list-filters";
import type { List } from "../../lists/use-list";
import { recordWords } from "./record-words";

/** The name under which the program itself works. */
const program = "Rackside";
const writingCalls = Object.entries(calls).flatMap(([name, { effect }]) => (effect === "write" ? [name] : []));
const callNames = ["courier", ...writingCalls.sort()];

/** What `journal.list` is asked with for the filters; a day that is none filters nothing. */
export function journalInput({
  filters,
  sort,
}: Pick<List<JournalEntry, "when">, "filters" | "sort">): ListInput<"journal.list"> {
  return {
    operator: filters["operator"] ?? null,
    call: filters["call"] ?? null,
    entity: filters["entity"] ?? null,
    from: startOfDay(filters["from"], 0),
    to: startOfDay(filters["to"], 1),
    text: filters["search"] ?? "",
    sort,
  };
}

/** The first instant of a day here, or of one so many days later; null while no day is typed. */
export function startOfDay(day: string | undefined, daysLater: number): number | null {
  const start = new Date(`${day ?? ""}T00:00`);
  if (Number.isNaN(start.getTime())) return null;
  start.setDate(start.getDate() + daysLater);
  return start.getTime();
}

/** By what the journal can be narrowed. */
export function useJournalChoices(): readonly FilterChoice[] {
  const { t } = useTranslation();
  const operators = useQuery("operator.list", {}).value;
  return useMemo(
    () => [
      {
        name: "operator",
        label: t("activity.journalOperator"),
        any: t("activity.journalAnybody"),
        options: [...(operators ?? []).map(({ name }) => name), program].map((value) => ({ value, label: value })),
        widthPx: 130,
      },
      {
        name: "entity",
        label: t("activity.journalEntity"),
        any: t("activity.journalAnyEntity"),
        options: entityShape.options.map((value) => ({ value, label: recordWords(value) })),
        widthPx: 130,
      },
      {
        name: "call",
        label: t("activity.journalCall"),
        any: t("activity.journalAnyCall"),
        options: callNames.map((value) => ({ value, label: value })),
        widthPx: 130,
      },
      {
        name: "from",
        label: t("activity.journalFrom"),
        any: t("activity.journalFromWord"),
        options: [],
        isDay: true,
        widthPx: 152,
      },
      {
        name: "to",
        label: t("activity.journalTo"),
        any: t("activity.journalToWord"),
        options: [],
        isDay: true,
        widthPx: 152,
      },
    ],
    [t, operators],
  );
}
