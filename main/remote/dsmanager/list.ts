import type { z } from "zod";
import { RemoteFailure } from "../../ports/failure";
import { watchList } from "../list-watch";
import type { DialectRules } from "./dialects";
import type { FunctionName } from "./functions";
import type { Call } from "./session";
import * as wire from "./wire";

interface ListAnswer<T> {
  readonly rows: readonly T[];
  readonly rowCount: number;
  readonly fields: { readonly p_elems: number | null; readonly filter: boolean };
}

export type ReadList = <T extends { readonly id: unknown }>(
  name: FunctionName,
  shape: z.ZodType<ListAnswer<T>>,
  parameters?: Readonly<Record<string, string>>,
) => Promise<T[]>;

/** The panel's own default. */
const pageSize = 500;
/** Far above any real list; keeps a panel that ignores `p_num` from being read for ever. */
const mostPages = 500;
const mostAttempts = 3;

/**
 * Reads lists whole. Generation 4 answers all rows at once. Generation 5 answers page by page, and trims every list by the filter that
 * its user has left set: it is taken away. A list that changes between two pages is read again, so that no row is missed or comes twice.
 */
export function createListReader(call: Call, system: string, rules: DialectRules): ReadList {
  return async (name, shape, parameters = {}) => {
    if (!rules.hasPages) return [...(await call(name, shape, { parameters })).rows];
    const { takeAnswer: onAnswer } = watchList(system, name);
    let mayClearFilter = true;
    for (let attempt = 0; attempt < mostAttempts; attempt += 1) {
      const read = await readPages((page) =>
        call(name, shape, { parameters: { ...parameters, p_num: String(page), p_cnt: String(pageSize) }, onAnswer }),
      );
      if (read.isWhole) return read.rows;
      if (!read.isFiltered) continue;
      if (!mayClearFilter)
        throw new RemoteFailure("malformed", system, `The panel does not let go of a filter on ${name}`);
      mayClearFilter = false;
      await clearFilter(call, name);
    }
    throw new RemoteFailure("malformed", system, `The list of ${name} does not hold still: no complete reading`);
  };
}

interface ReadPages<T> {
  readonly rows: T[];
  readonly isWhole: boolean;
  readonly isFiltered: boolean;
}

async function readPages<T extends { readonly id: unknown }>(
  readPage: (page: number) => Promise<ListAnswer<T>>,
): Promise<ReadPages<T>> {
  const rows = new Map<unknown, T>();
  let repeated = 0;
  let seen = 0;
  for (let page = 1; page <= mostPages; page += 1) {
    const answer = await readPage(page);
    if (answer.fields.filter) return { rows: [], isWhole: false, isFiltered: true };
    const known = rows.size;
    for (const row of answer.rows) rows.set(row.id, row);
    const isNew = rows.size > known;
    seen += answer.rowCount;
    const total = answer.fields.p_elems;
    // Without a count, the same rows again mean that this list knows no pages; with one, that it has changed.
    if (page > 1 && !isNew && answer.rowCount > 0)
      return { rows: [...rows.values()], isWhole: total === null, isFiltered: false };
    repeated += answer.rows.length - (rows.size - known);
    const isLast = total === null ? answer.rowCount < pageSize : seen >= total;
    if (!isLast && answer.rowCount > 0) continue;
    const isWhole = repeated === 0 && (total === null || seen === total);
    return { rows: [...rows.values()], isWhole, isFiltered: false };
  }
  return { rows: [], isWhole: false, isFiltered: false };
}

/** Changes only how this account sees the list. */
async function clearFilter(call: Call, name: FunctionName): Promise<void> {
  const parameters = { sok: "ok", clear: "on" };
  await call(name, wire.anything, { parameters, rename: (func) => `${func}.filter`, isOrder: true });
}
