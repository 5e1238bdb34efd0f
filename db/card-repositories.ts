import type { Knex } from "knex";
import { z } from "zod";
import { cardShape, draftShape } from "../main/contract/shapes/task";
import type { Repositories } from "../main/ports/store";
import { createCodec } from "./record-codec";
import { createRevisionedRecords } from "./revisioned-records";
import { ask, firstRow, rowsOf } from "./rows";

const cardCodec = createCodec(
  "cards",
  cardShape.omit({ hasPassword: true }).extend({ sealedPassword: z.string().nullable() }),
);
const draftCodec = createCodec("drafts", draftShape.omit({ isKeptInMemory: true }), { json: ["fields"] });

export function createCardRepository(database: Knex): Repositories["cards"] {
  const { find, add, save } = createRevisionedRecords(database, {
    table: "cards",
    codec: cardCodec,
    key: "service_id",
    order: "service_id",
  });
  return { find, add, save };
}

export function createDraftRepository(database: Knex): Repositories["drafts"] {
  return {
    async find(taskId, operator) {
      const row = await firstRow(database("drafts").where({ task_id: taskId, operator }));
      return row && draftCodec.fromRow(row);
    },
    async put(draft) {
      await database("drafts").insert(draftCodec.toRow(draft)).onConflict(["task_id", "operator"]).merge();
    },
    async remove(taskId, operator) {
      await ask(database, "DELETE FROM drafts WHERE task_id = ? AND operator = ?", [taskId, operator]);
    },
    async removeAll(taskId) {
      await database("drafts").where({ task_id: taskId }).delete();
    },
    async listOperators(taskId) {
      const rows = await rowsOf(database("drafts").where({ task_id: taskId }).select("operator").orderBy("operator"));
      return rows.map((row) => String(row["operator"]));
    },
  };
}
