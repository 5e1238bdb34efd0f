import { Button, Select, TextInput } from "@mantine/core";
import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import { calls } from "../../../main/contract/calls";
import { entityShape } from "../../../main/contract/events";
import { useQuery } from "../../hooks/use-query";
import { SearchField } from "../../parts/search-field";
import type { JournalFilterFields } from "./use-journal-filter";

/** The name under which the program itself works. */
const program = "Rackside";
const writingCalls = Object.entries(calls).flatMap(([name, { effect }]) => (effect === "write" ? [name] : []));
const callNames = ["courier", ...writingCalls.sort()];

/** Who, which call, which record, when, and a text. */
export function JournalFilters({ filter }: { readonly filter: JournalFilterFields }) {
  const { t } = useTranslation();
  const operators = useQuery("operator.list", {});
  const { change, fields } = filter;
  const search = useCallback(
    (text: string) => {
      change("text", text);
    },
    [change],
  );
  const select = (name: "operator" | "call" | "entity", label: string, open: string, values: readonly string[]) => (
    <Select
      size="xs"
      searchable
      aria-label={label}
      allowDeselect={false}
      value={fields[name]}
      data={[{ value: "", label: open }, ...values.map((value) => ({ value, label: value }))]}
      onChange={(value) => {
        change(name, value ?? "");
      }}
    />
  );
  const day = (name: "from" | "to", label: string, word: string) => (
    <TextInput
      size="xs"
      type="date"
      aria-label={label}
      leftSection={<span aria-hidden>{word}</span>}
      leftSectionWidth={44}
      value={fields[name]}
      onChange={(event) => {
        change(name, event.currentTarget.value);
      }}
    />
  );
  return (
    <>
      <SearchField value={fields.text} placeholder={t("activity.journalSearch")} onSearch={search} />
      <div className="journal-filters">
        {select("operator", t("activity.journalOperator"), t("activity.journalAnybody"), [
          ...(operators.value ?? []).map(({ name }) => name),
          program,
        ])}
        {select("call", t("activity.journalCall"), t("activity.journalAnyCall"), callNames)}
        {select("entity", t("activity.journalEntity"), t("activity.journalAnyEntity"), entityShape.options)}
        {day("from", t("activity.journalFrom"), t("activity.journalFromWord"))}
        {day("to", t("activity.journalTo"), t("activity.journalToWord"))}
        {filter.isOpen ? null : (
          <Button size="xs" variant="subtle" onClick={filter.clear}>
            {t("activity.journalClear")}
          </Button>
        )}
      </div>
    </>
  );
}
