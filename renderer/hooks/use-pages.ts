import { useCallback, useMemo, useRef, useState } from "react";
import type { CallInput, CallName, CallOutput } from "../../main/contract/calls";
import type { Fault } from "../../main/contract/faults";
import { askPage, knownPage, pageIn, pageSize, readRows, type Page, type PageOf } from "../lists/ask-page";
import { useConsole } from "../stores/console-store";
import { useLastValue } from "./use-last-value";
import { useObserved, type Answer } from "./use-observed";

/** The calls whose answer is a page of rows with the total. */
export type PagedCallName = {
  [Name in CallName]: PageOf<CallOutput<Name>> extends never
    ? never
    : PageOf<CallOutput<Name>> extends Page
      ? Name
      : never;
}[CallName];
export type RowOf<Name extends PagedCallName> =
  PageOf<CallOutput<Name>> extends { readonly rows: readonly (infer Row)[] } ? Row : never;

/** What a list is asked with: its filter, without the bounds of a page. */
export type ListInput<Name extends PagedCallName> = Omit<CallInput<Name>, "offset" | "limit" | "after">;

export interface Pages<Name extends PagedCallName> {
  /** Zero also while nothing is known yet: see `firstPage`. */
  readonly total: number;
  /** Undefined while the row's page is on its way. */
  readonly rowAt: (index: number) => RowOf<Name> | undefined;
  /** The list tells what it shows, and those pages are asked for. */
  readonly onRange: (first: number, last: number) => void;
  /** Rows for something to be done with them, also where they are not on the screen; fewer where a page could not be read. */
  readonly readRows: (first: number, last: number) => Promise<readonly RowOf<Name>[]>;
  /** The answer for the first rows shown, for whatever else it carries; undefined before it is there. */
  readonly firstPage: CallOutput<Name> | undefined;
  /** The filter whose rows are shown; the rows of the one before stay until its first page is there. */
  readonly scope: string;
  readonly fault: Fault | null;
  readonly reload: () => void;
}

/** The pages of a filter from one to another. */
interface PageRange {
  readonly filter: string;
  readonly first: number;
  readonly last: number;
}

/** So many rows before they come into view a page is asked for: it is there when they do, and they are drawn once. */
const aheadRows = 80;

/** What is known of a list at one moment. */
interface Known<Name extends PagedCallName> {
  readonly filter: string;
  readonly firstNumber: number;
  readonly answers: readonly (CallOutput<Name> | undefined)[];
  readonly total: number;
  readonly firstPage: CallOutput<Name>;
}

/**
 * A list of any length, asked for page by page as it is scrolled. Each page begins where the nearest known one before it ends. `input` is the
 * filter; with `null` nothing is asked.
 */
export function usePages<Name extends PagedCallName>(name: Name, input: ListInput<Name> | null): Pages<Name> {
  const filter = input === null ? "" : JSON.stringify(input);
  const [wanted, setWanted] = useState<PageRange>({ filter, first: 0, last: 0 });
  const [range, setRange] = useState(wanted);
  const { first, last } = range.filter === filter ? range : { first: 0, last: 0 };
  const asked = useMemo(
    () => (filter === "" ? [] : numbersBetween(first, last).map((page) => askPage(name, filter, page))),
    [name, filter, first, last],
  );
  const answers = useObserved(name, asked);
  // What a hand that drags through the list has passed is not asked for: the place where it is when the last answer comes is.
  const isWaiting = range.filter === filter && answers.every((answer) => answer !== undefined && !isAnswered(answer));
  if (wanted !== range && (!isWaiting || touches(wanted, range))) setRange(wanted);
  const fault = answers.find((answer) => answer?.fault)?.fault ?? null;
  const now = useMemo(
    () => knownOf(filter, first, answers.map((answer) => answer?.value)), // prettier-ignore
    [filter, first, answers],
  );
  const before = useLastValue(now, name);
  // A fault stands for the rows of its own filter only.
  const shown = now ?? (fault !== null && before?.filter !== filter ? undefined : before);
  // Far from what is known, rows of the same list are on their way and nothing else is to be shown for them.
  const isOnItsWay = now === undefined && shown?.filter === filter;

  const lastFirstRow = useRef(0);
  const lastPage = shown === undefined ? 0 : pageAt(Math.max(0, shown.total - 1));

  return {
    firstPage: shown?.firstPage,
    total: shown?.total ?? 0,
    scope: shown?.filter ?? filter,
    fault,
    rowAt: (index) => {
      if (shown === undefined) return undefined;
      const page = pageAt(index);
      const answer =
        (isOnItsWay ? undefined : shown.answers[page - shown.firstNumber]) ?? knownPage(name, shown.filter, page);
      return answer === undefined ? undefined : (pageIn(answer).rows[index % pageSize] as RowOf<Name> | undefined);
    },
    onRange: useCallback(
      (firstRow, lastRow) => {
        const rows = rowsWithAhead(firstRow, lastRow, firstRow - lastFirstRow.current);
        lastFirstRow.current = firstRow;
        const next = {
          filter,
          first: pageAt(rows.first),
          last: Math.max(pageAt(lastRow), Math.min(pageAt(rows.last), lastPage)),
        };
        setWanted((held) =>
          held.filter === filter && held.first === next.first && held.last === next.last ? held : next,
        );
      },
      [filter, lastPage],
    ),
    readRows: useCallback(
      async (from, to) =>
        // The call's name stands for the kind of its rows.
        (filter === "" ? [] : await readRows(name, filter, from, to)) as readonly RowOf<Name>[],
      [name, filter],
    ),
    reload: useCallback(() => {
      for (const { key } of asked) void useConsole.getState().reload(key);
    }, [asked]),
  };
}

/** Undefined until one of the pages is there. */
function knownOf<Name extends PagedCallName>(
  filter: string,
  firstNumber: number,
  answers: readonly (CallOutput<Name> | undefined)[],
): Known<Name> | undefined {
  const firstPage = answers.find((answer) => answer !== undefined);
  return firstPage === undefined
    ? undefined
    : { filter, firstNumber, answers, total: pageIn(firstPage).total, firstPage };
}

/** The rows in view and, where it was moved by less than its height, those that it moves to. */
function rowsWithAhead(first: number, last: number, movedRows: number) {
  const isStep = Math.abs(movedRows) <= last - first;
  return {
    first: isStep && movedRows < 0 ? Math.max(0, first - aheadRows) : first,
    last: isStep && movedRows > 0 ? last + aheadRows : last,
  };
}

function touches(one: PageRange, other: PageRange): boolean {
  return one.filter !== other.filter || (one.first <= other.last && other.first <= one.last);
}

function isAnswered({ value, fault }: Answer<CallName>): boolean {
  return value !== undefined || fault !== null;
}

function pageAt(index: number): number {
  return Math.floor(index / pageSize);
}

function numbersBetween(first: number, last: number): readonly number[] {
  return Array.from({ length: last - first + 1 }, (_, step) => first + step);
}
