import type { Knex } from "knex";
import { enumerationShape } from "../main/contract/shapes/enumeration";
import type { Repositories } from "../main/ports/store";
import { createCodec } from "./record-codec";
import { createRevisionedRecords } from "./revisioned-records";

const codec = createCodec("enumerations", enumerationShape, { json: ["items"] });

export function createEnumerationRepository(database: Knex): Repositories["enumerations"] {
  return createRevisionedRecords(database, {
    table: "enumerations",
    codec,
    key: "id",
    order: "name COLLATE NOCASE, id",
  });
}
