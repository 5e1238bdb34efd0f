import { useMemo } from "react";
import type { CallInput } from "../../../main/contract/calls";
import { useConsole } from "../../stores/console-store";

const names = ["operator", "call", "entity", "from", "to", "text"] as const;
export type JournalFilterName = (typeof names)[number];

export interface JournalFilterFields {
  /** As typed; days as YYYY-MM-DD, empty for an open field. */
  readonly fields: Readonly<Record<JournalFilterName, string>>;
  readonly input: Omit<CallInput<"journal.list">, "offset" | "limit">;
  readonly isOpen: boolean;
  readonly change: (name: JournalFilterName, value: string) => void;
  readonly clear: () => void;
}

/** What of the journal is listed; kept while the screen is left. */
export function useJournalFilter(): JournalFilterFields {
  const kept = useConsole((state) => state.filters.activity);
  const setFilter = useConsole((state) => state.setFilter);
  return useMemo(() => {
    const valueOf = (name: JournalFilterName) => kept?.[keyOf(name)] ?? "";
    const change = (name: JournalFilterName, value: string) => {
      setFilter("activity", keyOf(name), value);
    };
    const fields = Object.fromEntries(names.map((name) => [name, valueOf(name)])) as JournalFilterFields["fields"];
    return {
      fields,
      input: inputOf(fields),
      isOpen: names.every((name) => fields[name] === ""),
      change,
      clear: () => {
        for (const name of names) change(name, "");
      },
    };
  }, [kept, setFilter]);
}

function keyOf(name: JournalFilterName): string {
  return `journal-${name}`;
}

function inputOf({
  operator,
  call,
  entity,
  from,
  to,
  text,
}: JournalFilterFields["fields"]): JournalFilterFields["input"] {
  return {
    operator: operator || null,
    call: call || null,
    entity: entity || null,
    from: startOfDay(from, 0),
    to: startOfDay(to, 1),
    text,
  };
}

/** The first instant of a day here, or of one so many days later; null while no day is typed. */
export function startOfDay(day: string, daysLater: number): number | null {
  const start = new Date(`${day}T00:00`);
  if (day === "" || Number.isNaN(start.getTime())) return null;
  start.setDate(start.getDate() + daysLater);
  return start.getTime();
}
