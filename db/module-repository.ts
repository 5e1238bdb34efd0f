import type { Knex } from "knex";
import { z } from "zod";
import { moduleConfigurationShape, moduleShape } from "../main/contract/shapes/module";
import type { Repositories } from "../main/ports/store";
import { createCodec } from "./record-codec";
import { createRevisionedRecords } from "./revisioned-records";
import { firstRow, rowsOf } from "./rows";

const codec = createCodec("modules", moduleShape, { json: ["certificate", "routeOverrides"], flags: ["isActive"] });
const configurationCodec = createCodec(
  "module_configurations",
  z.object({ moduleId: z.string(), body: moduleConfigurationShape }),
  { json: ["body"] },
);

export function createModuleRepository(database: Knex): Repositories["modules"] {
  const records = createRevisionedRecords(database, { table: "modules", codec, key: "id", order: "sort, name, id" });
  return {
    ...records,
    async getSecret(id) {
      const row = await firstRow(database("module_secrets").where({ module_id: id }));
      return row && { sealedPassword: String(row["sealed_password"]) };
    },
    async setSecret(id, { sealedPassword }) {
      await database("module_secrets")
        .insert({ module_id: id, sealed_password: sealedPassword })
        .onConflict("module_id")
        .merge();
    },
    async findConfiguration(id) {
      const row = await firstRow(database("module_configurations").where({ module_id: id }));
      return row && configurationCodec.fromRow(row).body;
    },
    async setConfiguration(id, body) {
      await database("module_configurations")
        .insert(configurationCodec.toRow({ moduleId: id, body }))
        .onConflict("module_id")
        .merge();
    },
    async listHolds() {
      const rows = await rowsOf(database("module_holds"));
      return new Map(rows.map((row) => [String(row["module_id"]), String(row["held_by"])]));
    },
    async setHold(id, heldBy) {
      if (heldBy === null) await database("module_holds").where({ module_id: id }).delete();
      else await database("module_holds").insert({ module_id: id, held_by: heldBy }).onConflict("module_id").merge();
    },
  };
}
