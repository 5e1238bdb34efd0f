import { useCallback, useMemo, useState } from "react";
import type { CallInput, CallName, CallOutput } from "../../main/contract/calls";
import type { Fault } from "../../main/contract/faults";
import { call } from "../api";
import { useConsole } from "../stores/console-store";
import { useObserved } from "./use-observed";
import { queryKey } from "./use-query";

interface Page {
  readonly rows: readonly unknown[];
  readonly total: number;
}
/** The page inside an answer: the answer itself, or its facts where a panel was asked. */
type PageOf<Answer> = Answer extends Page ? Answer : Answer extends { readonly facts: infer Facts } ? Facts : never;

/** The calls whose answer is a page of rows with the total. */
export type PagedCallName = {
  [Name in CallName]: PageOf<CallOutput<Name>> extends never
    ? never
    : PageOf<CallOutput<Name>> extends Page
      ? Name
      : never;
}[CallName];
type RowOf<Name extends PagedCallName> =
  PageOf<CallOutput<Name>> extends { readonly rows: readonly (infer Row)[] } ? Row : never;

export interface Pages<Name extends PagedCallName> {
  /** Zero also while nothing is known yet: see `firstPage`. */
  readonly total: number;
  /** Undefined while the row's page is on its way. */
  readonly rowAt: (index: number) => RowOf<Name> | undefined;
  /** The list tells what it shows, and those pages are asked for. */
  readonly onRange: (first: number, last: number) => void;
  /** The answer for the first rows shown, for whatever else it carries; undefined before it is there. */
  readonly firstPage: CallOutput<Name> | undefined;
  readonly fault: Fault | null;
  readonly reload: () => void;
}

const pageSize = 100;

/**
 * A list of any length, asked for page by page as it is scrolled. `input` is the filter without offset and limit;
 * with `null` nothing is asked.
 */
export function usePages<Name extends PagedCallName>(
  name: Name,
  input: Omit<CallInput<Name>, "offset" | "limit"> | null,
): Pages<Name> {
  const filter = input === null ? null : JSON.stringify(input);
  const [range, setRange] = useState({ filter, first: 0, last: 0 });
  const { first, last } = range.filter === filter ? range : { first: 0, last: 0 };
  const asked = useMemo(
    () => (filter === null ? [] : numbersBetween(pageAt(first), pageAt(last)).map((page) => ask(name, filter, page))),
    [name, filter, first, last],
  );
  const answerTo = useObserved(name, asked);
  const answerOf = (page: number): CallOutput<Name> | undefined =>
    filter === null ? undefined : answerTo(ask(name, filter, page).key)?.value;
  const firstPage = answerOf(pageAt(first)) ?? answerOf(0);

  return {
    firstPage,
    total: firstPage === undefined ? 0 : pageIn(firstPage).total,
    rowAt: (index) => {
      const answer = answerOf(pageAt(index));
      return answer === undefined ? undefined : (pageIn(answer).rows[index % pageSize] as RowOf<Name> | undefined);
    },
    onRange: useCallback(
      (nextFirst, nextLast) => {
        setRange((before) => {
          const isSame =
            before.filter === filter &&
            pageAt(before.first) === pageAt(nextFirst) &&
            pageAt(before.last) === pageAt(nextLast);
          return isSame ? before : { filter, first: nextFirst, last: nextLast };
        });
      },
      [filter],
    ),
    fault: asked.map(({ key }) => answerTo(key)?.fault).find((fault) => fault) ?? null,
    reload: useCallback(() => {
      for (const { key } of asked) void useConsole.getState().reload(key);
    }, [asked]),
  };
}

function ask<Name extends PagedCallName>(name: Name, filter: string, page: number) {
  const bounds = { offset: page * pageSize, limit: pageSize };
  // The filter is the JSON of the input without its bounds.
  const input = { ...(JSON.parse(filter) as object), ...bounds } as unknown as CallInput<Name>;
  return { key: queryKey(name, input), load: () => call(name, input) };
}

function pageIn(answer: unknown): Page {
  // Guarded by PagedCallName: either the answer is a page, or its facts are.
  const candidate = answer as Page | { readonly facts: Page };
  return "facts" in candidate ? candidate.facts : candidate;
}

function pageAt(index: number): number {
  return Math.floor(index / pageSize);
}

function numbersBetween(first: number, last: number): readonly number[] {
  return Array.from({ length: last - first + 1 }, (_, step) => first + step);
}
