import type { CallInput, CallName, CallOutput } from "../../main/contract/calls";
import type { Result } from "../../main/contract/faults";
import { call } from "../api";
import type { Question } from "../hooks/use-observed";
import { useConsole } from "../stores/console-store";

export interface Page {
  readonly rows: readonly unknown[];
  readonly total: number;
  /** Where the next page begins; absent where the call only counts rows. */
  readonly next?: string | null;
  readonly isCapped?: boolean | undefined;
}
/** The page inside an answer: the answer itself, or its facts where a panel was asked. */
export type PageOf<Answer> = Answer extends Page
  ? Answer
  : Answer extends { readonly facts: infer Facts }
    ? Facts
    : never;

export const pageSize = 100;
/** Pages that are still being asked for, by their key: where one is read again, the page behind it waits for it. */
const underWay = new Map<string, Promise<unknown>>();

export function pageKey(name: CallName, filter: string, page: number): string {
  return `${name} page ${String(page)} ${filter}`;
}

/** The question for one page of a list. Where the page begins is worked out when it is asked, from what is known then. */
export function askPage<Name extends CallName>(name: Name, filter: string, page: number): Question<Name> {
  const key = pageKey(name, filter, page);
  return {
    key,
    load: () => {
      const answer = loadPage(name, filter, page);
      underWay.set(key, answer);
      const forget = (): void => {
        if (underWay.get(key) === answer) underWay.delete(key);
      };
      void answer.then(forget, forget);
      return answer;
    },
  };
}

async function loadPage<Name extends CallName>(
  name: Name,
  filter: string,
  page: number,
): Promise<Result<CallOutput<Name>>> {
  if (page > 0) {
    // A change puts all pages of a list out of date in one go; only then it shows which of them still say where they end.
    await Promise.resolve();
    const before = pageKey(name, filter, page - 1);
    // Two pages that a jump leads to are asked for at once: to skip a page's rows takes less time than to wait for them.
    if (useConsole.getState().queries.get(before)?.value !== undefined) await underWay.get(before);
  }
  return call(name, {
    ...(JSON.parse(filter) as object),
    ...boundsOf(name, filter, page),
  } as unknown as CallInput<Name>);
}

/** Counted from the end of the nearest page that is known and true: skipping rows costs the store time. */
function boundsOf(name: CallName, filter: string, page: number) {
  const { queries } = useConsole.getState();
  for (let before = page - 1; before >= 0 && before >= page - farthestLook; before -= 1) {
    const entry = queries.get(pageKey(name, filter, before));
    const next = entry?.value === undefined || entry.isOutdated || entry.isLoading ? null : pageIn(entry.value).next;
    if (typeof next === "string") return { after: next, offset: (page - before - 1) * pageSize, limit: pageSize };
  }
  return { offset: page * pageSize, limit: pageSize };
}

/** The store keeps about forty pages that nobody looks at; looking through thousands of missing ones finds none. */
const farthestLook = 500;

/** Rows by their indexes, from the pages that are known and from the program for the rest. */
export async function readRows(
  name: CallName,
  filter: string,
  first: number,
  last: number,
): Promise<readonly unknown[]> {
  const rows: unknown[] = [];
  for (let page = Math.floor(first / pageSize); page <= Math.floor(last / pageSize); page += 1) {
    const answer = knownPage(name, filter, page) ?? (await valueOf(loadPage(name, filter, page)));
    if (answer === undefined) break;
    const start = page * pageSize;
    rows.push(...pageIn(answer).rows.slice(Math.max(0, first - start), last - start + 1));
  }
  return rows;
}

/** The last answer for a page, also for one that nobody looks at: a change has those forgotten. */
export function knownPage(name: CallName, filter: string, page: number): unknown {
  return useConsole.getState().queries.get(pageKey(name, filter, page))?.value;
}

async function valueOf(answer: Promise<Result<unknown>>): Promise<unknown> {
  const result = await answer;
  return result.ok ? result.value : undefined;
}

export function pageIn(answer: unknown): Page {
  // Guarded by PagedCallName: either the answer is a page, or its facts are.
  const candidate = answer as Page | { readonly facts: Page };
  return "facts" in candidate ? candidate.facts : candidate;
}
