import type { z } from "zod";
import { RemoteFailure } from "../../ports/failure";
import type { RouteName } from "./routes";
import type { Call, CallDetails } from "./session";
import { listOf } from "./wire";

const pageSize = 1000;
/** Far above any real list; keeps a panel that ignores `limit` from being read for ever. */
const mostPages = 500;

/** Reads a list to its end, page by page. */
export async function readAll<T>(
  call: Call,
  system: string,
  route: RouteName,
  row: z.ZodType<T>,
  details: CallDetails = {},
): Promise<T[]> {
  const rows: T[] = [];
  for (let page = 0; page < mostPages; page += 1) {
    const limit = `${String(rows.length)},${String(pageSize)}`;
    const query = { orderby: "id asc", ...details.query, limit };
    const { list, size } = await call(route, listOf(row), { ...details, query });
    rows.push(...list);
    const isLast = size === null || size === undefined ? list.length < pageSize : rows.length >= size;
    if (isLast || list.length === 0) return rows;
  }
  throw new RemoteFailure("malformed", system, `The answer to ${route} has no end`);
}
