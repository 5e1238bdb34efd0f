import type { Knex } from "knex";
import { viewShape } from "../main/contract/shapes/list";
import type { Repositories } from "../main/ports/store";
import { createCodec } from "./record-codec";
import { createRevisionedRecords } from "./revisioned-records";

const codec = createCodec("views", viewShape, { json: ["filters", "sort", "columns"], flags: ["isShared"] });

export function createViewRepository(database: Knex): Repositories["views"] {
  return createRevisionedRecords(database, { table: "views", codec, key: "id", order: "name COLLATE NOCASE, id" });
}
