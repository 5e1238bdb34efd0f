import type { Knex } from "knex";
import { messageRowShape, messageShape, unreadShape } from "../main/contract/shapes/message";
import type { Repositories } from "../main/ports/store";
import { createCodec } from "./record-codec";
import { pageOf, rowsOf } from "./rows";

const codec = createCodec("messages", messageShape);
const rowCodec = createCodec("messages", messageRowShape, { flags: ["isRead"] });
const unreadCodec = createCodec("departments", unreadShape);

const isRead =
  "EXISTS (SELECT 1 FROM message_reads WHERE message_reads.message_id = messages.id AND message_reads.operator = ?)";

/** Who has read a message is a row of its own, so that reading changes no message. */
export function createMessageRepository(database: Knex): Repositories["messages"] {
  return {
    async add(message) {
      await database("messages").insert(codec.toRow(message));
    },
    page({ operator, departmentIds, onlyUnread }, page) {
      const query = database("messages")
        .join("departments", "departments.id", "messages.department_id")
        .leftJoin("services", "services.id", "messages.service_id")
        .leftJoin("tasks", "tasks.id", "messages.task_id")
        .select("messages.*", {
          department_name: "departments.name",
          service_number: "services.number",
          task_number: "tasks.number",
        })
        .select(database.raw(`${isRead} AS is_read`, [operator]))
        .whereIn("messages.department_id", [...departmentIds])
        .orderBy("messages.sequence", "desc");
      if (onlyUnread) void query.whereRaw(`NOT ${isRead}`, [operator]);
      return pageOf(query, page, rowCodec.fromRow);
    },
    async countUnread(operator) {
      const unread = `SELECT count(*) FROM messages WHERE department_id = departments.id AND NOT ${isRead}`;
      const rows = await rowsOf(
        database("departments")
          .select({ department_id: "departments.id", department_name: "departments.name" })
          .select(database.raw(`(${unread}) AS unread`, [operator]))
          .orderByRaw("departments.name COLLATE NOCASE, departments.id"),
      );
      return rows.map(unreadCodec.fromRow);
    },
    async markRead(ids, operator, at) {
      await database.raw(
        `INSERT INTO message_reads (message_id, operator, read_at)
          SELECT id, ?, ? FROM messages WHERE id IN (SELECT value FROM json_each(?))
          ON CONFLICT DO NOTHING`,
        [operator, at, JSON.stringify(ids)],
      );
    },
  };
}
