import type { Knex } from "knex";
import { taskRowShape, taskShape } from "../main/contract/shapes/task";
import type { Repositories, TaskFilter } from "../main/ports/store";
import { nextNumber } from "./counters";
import { createCodec } from "./record-codec";
import { createRevisionedRecords } from "./revisioned-records";
import { countOf, firstRow, rowsOf } from "./rows";
import { numberSought, orContains } from "./search";

const codec = createCodec("tasks", taskShape);
const rowCodec = createCodec("tasks", taskRowShape, { flags: ["needsAttention"] });

const liveStates = ["open", "in-work", "running"];
/** `firstDepartmentIds` are bound to it as one JSON list: a variable for each would count against SQLite's limit. */
const queueOrder = `tasks.department_id NOT IN (SELECT value FROM json_each(?)), tasks.state IN ('done', 'cancelled'),
  CASE WHEN tasks.state IN ('done', 'cancelled') THEN -tasks.ended_at ELSE tasks.created_at END, tasks.number`;

const needsAttention =
  "EXISTS (SELECT 1 FROM actions WHERE actions.task_id = tasks.id AND actions.state = 'needs-attention')";
const steps = `
  (SELECT count(*) FROM actions WHERE actions.task_id = tasks.id) AS steps_total,
  (SELECT count(*) FROM actions WHERE actions.task_id = tasks.id AND actions.state IN ('done', 'discarded')) AS steps_done,
  ${needsAttention} AS needs_attention`;

export function createTaskRepository(database: Knex): Repositories["tasks"] {
  const { find, add, save, remove } = createRevisionedRecords(database, {
    table: "tasks",
    codec,
    key: "id",
    order: "number",
  });

  /** Task rows with the names of what they point at; `source` is the table, or a part of it named `tasks`. */
  function rows(source: Knex.QueryBuilder | string): Knex.QueryBuilder {
    return database
      .from(source)
      .join("services", "services.id", "tasks.service_id")
      .join("customers", "customers.id", "services.customer_id")
      .join("tariffs", "tariffs.id", "services.tariff_id")
      .join("modules", "modules.id", "services.module_id")
      .join("data_centres", "data_centres.id", "modules.data_centre_id")
      .join("departments", "departments.id", "tasks.department_id")
      .leftJoin("cards", "cards.service_id", "services.id")
      .select("tasks.*", "services.module_id", "services.server_id", "services.product_type", {
        service_number: "services.number",
        service_label: "services.label",
        customer_name: "customers.name",
        tariff_name: "tariffs.name",
        module_name: "modules.name",
        module_type: "modules.type",
        data_centre_name: "data_centres.name",
        department_name: "departments.name",
      })
      .select(database.raw(`coalesce(cards.rack, '') AS rack, ${steps}`));
  }

  function filtered({ state, departmentId, performer, search }: TaskFilter): Knex.QueryBuilder {
    const query: Knex.QueryBuilder = database("tasks");
    if (state === "live") void query.whereIn("tasks.state", liveStates);
    else if (state !== "all") void query.where("tasks.state", state);
    if (departmentId !== null) void query.where("tasks.department_id", departmentId);
    if (performer !== null) void query.where("tasks.performer", performer);
    if (search.trim() === "") return query;
    return query
      .join("services", "services.id", "tasks.service_id")
      .join("customers", "customers.id", "services.customer_id")
      .leftJoin("cards", "cards.service_id", "services.id")
      .where((any) => {
        matchTask(any, search);
      });
  }

  return {
    find,
    add,
    save,
    remove,
    nextNumber: () => nextNumber(database, "tasks"),
    async findRow(id) {
      const row = await firstRow(rows("tasks").where("tasks.id", id));
      return row && rowCodec.fromRow(row);
    },
    async page(filter, { offset, limit }) {
      const query = filtered(filter);
      const total = await countOf(query);
      // Names and steps are looked up for the page only, not for everything that is sorted.
      const own = [JSON.stringify(filter.firstDepartmentIds)];
      const picked = query.clone().select("tasks.*").orderByRaw(queueOrder, own).offset(offset).limit(limit);
      const found = await rowsOf(rows(picked.as("tasks")).orderByRaw(queueOrder, own));
      return { rows: found.map(rowCodec.fromRow), total };
    },
    async counts(departmentId) {
      const query: Knex.QueryBuilder = database("tasks").whereIn("state", liveStates);
      if (departmentId !== null) void query.where("department_id", departmentId);
      const row = await firstRow(
        query.select(
          database.raw(`
            count(*) FILTER (WHERE state = 'open') AS open,
            count(*) FILTER (WHERE state = 'in-work') AS in_work,
            count(*) FILTER (WHERE state = 'running') AS running,
            count(*) FILTER (WHERE ${needsAttention}) AS needs_attention`),
        ),
      );
      return {
        open: Number(row?.["open"]),
        inWork: Number(row?.["in_work"]),
        running: Number(row?.["running"]),
        needsAttention: Number(row?.["needs_attention"]),
      };
    },
    async claim(id, performer, at) {
      const changed: number = await database("tasks")
        .where({ id, state: "open" })
        .whereNull("performer")
        .update({ state: "in-work", performer, accepted_at: at, revision: database.raw("revision + 1") });
      return changed === 1;
    },
    async listByService(serviceId) {
      const found = await rowsOf(database("tasks").where({ service_id: serviceId }).orderBy("number"));
      return found.map(codec.fromRow);
    },
  };
}

function matchTask(any: Knex.QueryBuilder, search: string): void {
  for (const table of ["services", "customers", "cards"]) orContains(any, `${table}.search_text`, search);
  const number = numberSought(search, "task");
  if (number !== undefined) void any.orWhere("tasks.number", number);
  const serviceNumber = numberSought(search, "service");
  if (serviceNumber !== undefined) void any.orWhere("services.number", serviceNumber);
}
