import { isDeepStrictEqual } from "node:util";
import type { z } from "zod";
import { RemoteFailure } from "../../ports/failure";
import { watchList } from "../list-watch";
import type { RouteName } from "./routes";
import type { Call, CallDetails } from "./session";
import { listOf } from "./wire";

const pageSize = 1000;

/** Reads a list to its end, page by page. A panel that ignores `limit` gives the same page again and is not read on. */
export async function readAll<T>(
  call: Call,
  system: string,
  route: RouteName,
  row: z.ZodType<T>,
  details: CallDetails = {},
): Promise<T[]> {
  const watch = watchList(system, route);
  const rows: T[] = [];
  for (let before: readonly T[] = []; ;) {
    const limit = `${String(rows.length)},${String(pageSize)}`;
    const query = { orderby: "id asc", ...details.query, limit };
    const { list, size } = await call(route, listOf(row), { ...details, query, onAnswer: watch.takeAnswer });
    watch.takeRows(list.length);
    if (list.length > 0 && isDeepStrictEqual(list, before)) {
      throw new RemoteFailure("malformed", system, `The answer to ${route} has no end: the same rows came twice`);
    }
    for (const one of list) rows.push(one);
    const isLast = size === null || size === undefined ? list.length < pageSize : rows.length >= size;
    if (isLast || list.length === 0) return rows;
    before = list;
  }
}
