import { call } from "../../api";
import type { Fault } from "../../../main/contract/faults";

const pageSize = 200;

/** Marks everything unread as read, of one department or of all; answers why it could not, or null. */
export async function markAllRead(departmentId: string | null): Promise<Fault | null> {
  for (;;) {
    const unread = await call("message.list", { departmentId, onlyUnread: true, limit: pageSize });
    if (!unread.ok) return unread.fault;
    const ids = unread.value.rows.map((message) => message.id);
    if (ids.length === 0) return null;
    const marked = await call("message.mark-read", { ids });
    if (!marked.ok) return marked.fault;
    if (ids.length >= unread.value.total) return null;
  }
}
