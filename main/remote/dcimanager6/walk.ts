import type { ServerFacts } from "../../contract/shapes/panel";
import { RemoteFailure } from "../../ports/failure";
import type { Page, ServerStretch, ServerWalk } from "../../ports/gateway";

/** Reads one page of servers by growing id. */
export type ReadPage = (page: { readonly offset: number; readonly limit: number }) => Promise<Page<ServerFacts>>;

/**
 * The next stretch of a walk over pages that are counted from the start of the list. A page begins with the last server of the one before: when that
 * has moved, servers before it have gone, and as many others would be passed over, so the walk steps back until it finds known ground.
 */
export async function walkPages(read: ReadPage, { after, limit }: ServerWalk, system: string): Promise<ServerStretch> {
  let offset = after === null ? 0 : after.done - 1;
  for (;;) {
    const { rows, total } = await read({ offset, limit });
    const [first] = rows;
    if (after !== null && offset > 0 && (first === undefined || first.serverId > after.serverId)) {
      offset = Math.max(0, offset - limit + 1);
      continue;
    }
    const done = offset + rows.length;
    const isEnd = rows.length === 0 || done >= total;
    const fresh = rows.filter(({ serverId }) => after === null || serverId > after.serverId);
    const last = fresh.at(-1);
    if (isEnd || last) {
      return { rows: fresh, total, next: isEnd || !last ? null : { serverId: last.serverId, done }, hasDetails: true };
    }
    if (done - 1 <= offset) throw new RemoteFailure("malformed", system, "The panel gives its servers one by one");
    offset = done - 1;
  }
}
