import type { Knex } from "knex";
import { z } from "zod";
import { configurationReportShape, moduleRowShape, moduleShape } from "../main/contract/shapes/module";
import type { Repositories } from "../main/ports/store";
import { createCodec } from "./record-codec";
import { createRevisionedRecords } from "./revisioned-records";
import { firstRow, rowsOf } from "./rows";

const kinds = { json: ["certificate", "routeOverrides"], flags: ["isActive"] } as const;
const codec = createCodec("modules", moduleShape, kinds);
const rowCodec = createCodec("modules", moduleRowShape, kinds);
const { configuration: body, ...comparison } = configurationReportShape.shape;
const configurationCodec = createCodec(
  "module_configurations",
  z.object({ moduleId: z.string(), body, ...comparison }),
  { json: ["body", "lastChanges", "pendingChanges"] },
);

const uses = `
  (SELECT count(*) FROM tariff_modules WHERE module_id = modules.id) AS tariff_count,
  (SELECT coalesce(sum(rows), 0) FROM service_counts WHERE module_id = modules.id) AS service_count,
  coalesce(
    (SELECT json_array_length(pending_changes) FROM module_configurations WHERE module_id = modules.id), 0
  ) AS pending_changes`;

export function createModuleRepository(database: Knex): Repositories["modules"] {
  const table = { table: "modules", key: "id", order: "sort, name, id" } as const;
  const records = createRevisionedRecords(database, { ...table, codec });
  const rows = createRevisionedRecords(database, { ...table, codec: rowCodec, joined: uses });
  return {
    ...records,
    listRows: rows.list,
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
      if (row === undefined) return undefined;
      const { body: configuration, lastChanges, checkedAt, pendingChanges } = configurationCodec.fromRow(row);
      return { configuration, lastChanges, checkedAt, pendingChanges };
    },
    async setConfiguration(id, { configuration, ...report }) {
      await database("module_configurations")
        .insert(configurationCodec.toRow({ moduleId: id, body: configuration, ...report }))
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
