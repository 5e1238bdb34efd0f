import type { Knex } from "knex";
import { formDraftShape } from "../main/contract/shapes/form-draft";
import type { Repositories } from "../main/ports/store";
import { createCodec } from "./record-codec";
import { firstRow } from "./rows";

const codec = createCodec("form_drafts", formDraftShape);

export function createFormDraftRepository(database: Knex): Repositories["formDrafts"] {
  return {
    async find(form, operator) {
      const row = await firstRow(database("form_drafts").where({ form, operator }));
      return row && codec.fromRow(row);
    },
    async put(draft) {
      await database("form_drafts").insert(codec.toRow(draft)).onConflict(["form", "operator"]).merge();
    },
    async remove(form, operator) {
      await database("form_drafts").where({ form, operator }).delete();
    },
  };
}
