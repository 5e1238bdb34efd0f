import { useCallback, useEffect, useMemo, useState } from "react";
import type { CallInput, CallName, CallOutput } from "../../main/contract/calls";
import type { Fault } from "../../main/contract/faults";
import { call } from "../api";
import { useConsole } from "../stores/console-store";
import { queryKey } from "./use-query";

/** The calls whose answer is a page of rows with the total. */
export type PagedCallName = {
  [Name in CallName]: CallOutput<Name> extends { readonly rows: readonly unknown[]; readonly total: number }
    ? Name
    : never;
}[CallName];
type RowOf<Name extends PagedCallName> = CallOutput<Name>["rows"][number];

export interface Pages<Name extends PagedCallName> {
  readonly total: number;
  /** Undefined while the row's page is on its way. */
  readonly rowAt: (index: number) => RowOf<Name> | undefined;
  /** The list tells what it shows, and those pages are asked for. */
  readonly onRange: (first: number, last: number) => void;
  /** The answer that holds the first rows, for whatever else it carries. */
  readonly firstPage: CallOutput<Name> | undefined;
  readonly fault: Fault | null;
  readonly reload: () => void;
}

const pageSize = 100;

/** A list of any length, asked for page by page as it is scrolled. `input` is the filter without offset and limit. */
export function usePages<Name extends PagedCallName>(
  name: Name,
  input: Omit<CallInput<Name>, "offset" | "limit">,
): Pages<Name> {
  const filter = JSON.stringify(input);
  const [range, setRange] = useState({ filter, first: 0, last: 0 });
  const shown = range.filter === filter ? range : { first: 0, last: 0 };
  const keys = useMemo(
    () => pagesBetween(shown.first, shown.last).map((page) => pageKey(name, filter, page)),
    [name, filter, shown.first, shown.last],
  );
  const queries = useConsole((state) => state.queries);
  const known = keys.filter(({ key }) => queries.has(key)).length;

  useEffect(() => {
    const ends = keys.map(({ key, pageInput }) =>
      useConsole.getState().observe(key, name, () => call(name, pageInput as CallInput<Name>)),
    );
    return () => {
      for (const end of ends) end();
    };
  }, [keys, known]); // prettier-ignore

  const answerOf = (page: number): CallOutput<Name> | undefined =>
    queries.get(pageKey(name, filter, page).key)?.value as CallOutput<Name> | undefined;

  return {
    total: (answerOf(keys[0]?.page ?? 0) ?? answerOf(0))?.total ?? 0,
    rowAt: (index) => answerOf(Math.floor(index / pageSize))?.rows[index % pageSize],
    onRange: useCallback(
      (first, last) => {
        setRange((before) =>
          before.filter === filter && pageOf(before.first) === pageOf(first) && pageOf(before.last) === pageOf(last)
            ? before
            : { filter, first, last },
        );
      },
      [filter],
    ),
    firstPage: answerOf(keys[0]?.page ?? 0) ?? answerOf(0),
    fault: keys.map(({ key }) => queries.get(key)?.fault).find((fault) => fault) ?? null,
    reload: useCallback(() => {
      for (const { key } of keys) void useConsole.getState().reload(key);
    }, [keys]),
  };
}

function pageOf(index: number): number {
  return Math.floor(index / pageSize);
}

function pagesBetween(first: number, last: number): readonly number[] {
  return Array.from({ length: pageOf(last) - pageOf(first) + 1 }, (_, step) => pageOf(first) + step);
}

function pageKey(name: CallName, filter: string, page: number) {
  const pageInput = { ...(JSON.parse(filter) as object), offset: page * pageSize, limit: pageSize };
  return { page, pageInput, key: queryKey(name, pageInput as never) };
}
