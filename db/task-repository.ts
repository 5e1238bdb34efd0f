import type { Knex } from "knex";
import { taskRowShape, taskShape } from "../main/contract/shapes/task";
import type { TaskRow } from "../main/contract/shapes/task";
import type { Repositories } from "../main/ports/store";
import { nextNumber } from "./counters";
import { createCodec } from "./record-codec";
import { createRevisionedRecords } from "./revisioned-records";
import { ask, firstRow, inOrderOf, rowsInOnePiece, rowsOf } from "./rows";
import { pickTasks } from "./task-list";

const codec = createCodec("tasks", taskShape);
const rowCodec = createCodec("tasks", taskRowShape, { flags: ["needsAttention"] });

/** Task rows with the names of what they point at, for the keys that are bound as one JSON list; CROSS JOIN keeps the tables in this order. */
function rowsBy(column: "id" | "number"): string {
  return `
  SELECT tasks.*, services.module_id, services.server_id, services.product_type, services.number AS service_number,
    services.label AS service_label, customers.name AS customer_name, tariffs.name AS tariff_name,
    modules.name AS module_name, modules.type AS module_type, data_centres.name AS data_centre_name,
    departments.name AS department_name, coalesce(cards.rack, '') AS rack,
    (SELECT count(*) FROM actions WHERE actions.task_id = tasks.id) AS steps_total,
    (SELECT count(*) FROM actions WHERE actions.task_id = tasks.id AND actions.state IN ('done', 'discarded')) AS steps_done,
    EXISTS (SELECT 1 FROM actions WHERE actions.task_id = tasks.id AND actions.state = 'needs-attention') AS needs_attention
  FROM json_each(?) AS wanted
  CROSS JOIN tasks ON tasks.${column} = wanted.value
  CROSS JOIN services ON services.id = tasks.service_id
  CROSS JOIN customers ON customers.id = services.customer_id
  CROSS JOIN tariffs ON tariffs.id = services.tariff_id
  CROSS JOIN modules ON modules.id = services.module_id
  CROSS JOIN data_centres ON data_centres.id = modules.data_centre_id
  CROSS JOIN departments ON departments.id = tasks.department_id
  LEFT JOIN cards ON cards.service_id = services.id`;
}

const claim = `UPDATE tasks SET state = 'in-work', performer = ?, accepted_at = ?, revision = revision + 1
  WHERE id = ? AND state = 'open' AND performer IS NULL RETURNING *`;

export function createTaskRepository(database: Knex): Repositories["tasks"] {
  const { find, add, save, remove } = createRevisionedRecords(database, {
    table: "tasks",
    codec,
    key: "id",
    order: "number",
  });

  async function readRows(column: "id" | "number", keys: readonly (string | number)[]): Promise<TaskRow[]> {
    const query = { sql: rowsBy(column), bindings: [JSON.stringify(keys)], columns: rowCodec.columns };
    const rows = await rowsInOnePiece(database, query);
    return inOrderOf(keys, column, rows).map(rowCodec.fromRow);
  }

  return {
    find,
    add,
    save,
    remove,
    nextNumber: () => nextNumber(database, "tasks"),
    async findRow(id) {
      const [row] = await readRows("id", [id]);
      return row;
    },
    async page(filter, page) {
      const { numbers, ...rest } = await pickTasks(database, filter, page);
      return { rows: await readRows("number", numbers), ...rest };
    },
    async counts(departmentId) {
      const own = departmentId === null ? {} : { department_id: departmentId };
      // From the few steps that stopped to their tasks.
      const stopped = database.raw(
        "actions INDEXED BY actions_by_state CROSS JOIN tasks ON tasks.id = actions.task_id",
      );
      const needing = database
        .from(stopped)
        .where({ "actions.state": "needs-attention" })
        .where(own)
        .whereIn("tasks.state", ["open", "in-work", "running"])
        .countDistinct("tasks.id");
      const counted = database("task_counts")
        .where(own)
        .select(
          database.raw(`
            coalesce(sum(rows) FILTER (WHERE state = 'open'), 0) AS open,
            coalesce(sum(rows) FILTER (WHERE state = 'in-work'), 0) AS in_work,
            coalesce(sum(rows) FILTER (WHERE state = 'running'), 0) AS running`),
          needing.as("needing"),
        );
      const row = await firstRow(counted);
      return {
        open: Number(row?.["open"]),
        inWork: Number(row?.["in_work"]),
        running: Number(row?.["running"]),
        needsAttention: Number(row?.["needing"]),
      };
    },
    async claim(id, performer, at) {
      const [row] = await ask(database, claim, [performer, at, id]);
      return row && codec.fromRow(row);
    },
    async listByService(serviceId) {
      const found = await rowsOf(database("tasks").where({ service_id: serviceId }).orderBy("number"));
      return found.map(codec.fromRow);
    },
  };
}
