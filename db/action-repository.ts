import type { Knex } from "knex";
import { z } from "zod";
import { actionShape, actionTroubleShape } from "../main/contract/shapes/action";
import { instantShape } from "../main/contract/shapes/basics";
import type { ActionRecord, Repositories } from "../main/ports/store";
import { endedStates, pageOfActions } from "./action-list";
import { createCodec } from "./record-codec";
import { createRevisionedRecords } from "./revisioned-records";
import { firstRow, rowsOf } from "./rows";

/** What is inside `request`, `seen` and `progress` is not looked at: an action that cannot be read is kept and shown. */
const storedActionShape = actionShape.omit({ editable: true }).extend({
  trouble: actionTroubleShape
    .nullable()
    .catch({ kind: "unreadable", message: "The stored reason cannot be read", differences: [] }),
  request: z.string(),
  seen: z.string().nullable(),
  operationId: z.number().int().nullable(),
  deadlineAt: instantShape.nullable(),
  progress: z.string().nullable(),
});
const codec = createCodec("actions", storedActionShape, { json: ["trouble"], readOnly: ["sequence"] });

export function createActionRepository(database: Knex): Repositories["actions"] {
  const { find, add, save } = createRevisionedRecords(database, {
    table: "actions",
    codec,
    key: "id",
    order: "sequence",
  });

  function inOrder(): Knex.QueryBuilder {
    return database("actions").select("*").orderBy("sequence");
  }

  async function records(query: Knex.QueryBuilder): Promise<readonly ActionRecord[]> {
    const rows = await rowsOf(query);
    return rows.map(codec.fromRow);
  }

  return {
    find,
    add,
    save,
    listByService: (serviceId) => records(inOrder().where({ service_id: serviceId })),
    listByTask: (taskId) => records(inOrder().where({ task_id: taskId })),
    listByState: (state) => records(inOrder().where({ state })),
    listHeads: () =>
      records(
        inOrder().whereIn("sequence", (heads) => {
          void heads.from("actions").whereNotIn("state", endedStates).groupBy("lane").min("sequence");
        }),
      ),
    async findHead(lane) {
      const row = await firstRow(inOrder().where({ lane }).whereNotIn("state", endedStates));
      return row && codec.fromRow(row);
    },
    async page(filter, request) {
      const page = await pageOfActions(database, filter, request);
      return { ...page, rows: page.rows.map(codec.fromRow) };
    },
    async countUnfinished(moduleId) {
      const query: Knex.QueryBuilder = database("actions").whereNotIn("state", endedStates);
      if (moduleId !== null) void query.where({ module_id: moduleId });
      const row = await firstRow(
        query.select(
          database.raw("count(*) AS waiting, count(*) FILTER (WHERE state = 'needs-attention') AS needs_attention"),
        ),
      );
      return { waiting: Number(row?.["waiting"]), needsAttention: Number(row?.["needs_attention"]) };
    },
  };
}
