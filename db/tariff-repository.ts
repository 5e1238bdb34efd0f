import type { Knex } from "knex";
import { tariffShape, type Tariff } from "../main/contract/shapes/tariff";
import type { Repositories } from "../main/ports/store";
import { createCodec } from "./record-codec";
import { createRevisionedRecords } from "./revisioned-records";

const codec = createCodec("tariffs", tariffShape, {
  json: ["moduleIds", "periods", "resources"],
  flags: ["isActive"],
  readOnly: ["moduleIds"],
});

const moduleIds = `(
  SELECT json_group_array(module_id ORDER BY position) FROM tariff_modules WHERE tariff_id = tariffs.id
) AS module_ids`;

/** The modules of a tariff are rows of their own, so that a module in use cannot be removed. */
export function createTariffRepository(database: Knex): Repositories["tariffs"] {
  const records = createRevisionedRecords(database, {
    table: "tariffs",
    codec,
    key: "id",
    order: "name COLLATE NOCASE, id",
    joined: moduleIds,
  });

  async function replaceModules(tariff: Tariff): Promise<void> {
    await database("tariff_modules").where({ tariff_id: tariff.id }).delete();
    if (tariff.moduleIds.length === 0) return;
    await database("tariff_modules").insert(
      tariff.moduleIds.map((moduleId, position) => ({ tariff_id: tariff.id, module_id: moduleId, position })),
    );
  }

  return {
    ...records,
    async add(tariff) {
      const stored = await records.add(tariff);
      await replaceModules(tariff);
      return { ...stored, moduleIds: tariff.moduleIds };
    },
    async save(tariff) {
      const stored = await records.save(tariff);
      await replaceModules(tariff);
      return { ...stored, moduleIds: tariff.moduleIds };
    },
  };
}
