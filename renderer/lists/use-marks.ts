import { notifications } from "@mantine/notifications";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useConsole } from "../stores/console-store";
import { freshen } from "../stores/records";
import type { RowMarks } from "./use-row-marking";

export interface Marks<Row> extends RowMarks<Row> {
  readonly count: number;
  /** The marked rows as they are known now, in the order in which they were marked. */
  readonly rows: readonly Row[];
  readonly clear: () => void;
  /** Keeps only these of the marks. */
  readonly keep: (keys: ReadonlySet<string>) => void;
}

/** So many rows are marked at most: what is done with them is shown one by one. */
export const mostMarks = 1_000;
const none: ReadonlyMap<string, unknown> = new Map();

interface MarksOptions<Row> {
  readonly keyOf: (row: Row) => string;
  readonly readRows: (first: number, last: number) => Promise<readonly Row[]>;
}

/** The marks of a list, kept while other things are looked at. */
export function useMarks<Row>(list: string, { keyOf, readRows }: MarksOptions<Row>): Marks<Row> {
  const { t } = useTranslation();
  const marked = useConsole((state) => state.marks[list] ?? none);
  const records = useConsole((state) => (marked.size === 0 ? null : state.records));
  return useMemo(() => {
    const { changeMarks } = useConsole.getState();
    // Only rows of this list are ever put under its name.
    const rows = [...marked.values()].map((row) => freshen(row, records ?? new Map())) as Row[];
    const add = (more: readonly Row[]): void => {
      changeMarks(list, (before) => [...before, ...more.map((row) => [keyOf(row), row] as const)].slice(0, mostMarks));
    };
    return {
      count: marked.size,
      rows,
      has: (key) => marked.has(key),
      toggle: (row) => {
        const key = keyOf(row);
        changeMarks(list, (before) => (before.has(key) ? without(before, key) : [...before, [key, row] as const]));
      },
      addRange: (first, last) => {
        if (last - first >= mostMarks) {
          notifications.show({ id: "marks", message: t("lists.mostMarks", { count: mostMarks }) });
        }
        void readRows(first, Math.min(last, first + mostMarks - 1)).then(add);
      },
      clear: () => {
        changeMarks(list, () => []);
      },
      keep: (keys) => {
        changeMarks(list, (before) => [...before].filter(([key]) => keys.has(key)));
      },
    };
  }, [list, marked, records, keyOf, readRows, t]);
}

function without(marks: ReadonlyMap<string, unknown>, key: string) {
  return [...marks].filter(([one]) => one !== key);
}
