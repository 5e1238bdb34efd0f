import type { Knex } from "knex";
import { tariffRowShape, tariffShape, tariffVersionShape } from "../main/contract/shapes/tariff";
import type { Tariff } from "../main/contract/shapes/tariff";
import type { Repositories } from "../main/ports/store";
import { createCodec } from "./record-codec";
import { createRevisionedRecords } from "./revisioned-records";
import { firstRow, rowsOf } from "./rows";
import { countServices } from "./service-counts";

const kinds = {
  json: ["moduleIds", "periods", "resources"],
  flags: ["isActive"],
  readOnly: ["moduleIds"],
} as const;
const codec = createCodec("tariffs", tariffShape, kinds);
const rowCodec = createCodec("tariffs", tariffRowShape, kinds);
const versionCodec = createCodec("tariff_versions", tariffVersionShape, { json: ["content"] });

const moduleIds = `(
  SELECT json_group_array(module_id ORDER BY position) FROM tariff_modules WHERE tariff_id = tariffs.id
) AS module_ids`;

const unended =
  "SELECT coalesce(sum(rows), 0) FROM service_counts WHERE tariff_id = tariffs.id AND state <> 'closed' AND tariff_version";
const uses = `
  (${unended} = tariffs.version) AS current_services,
  (${unended} < tariffs.version) AS earlier_services`;

/** The modules of a tariff are rows of their own, so that a module in use cannot be removed. */
export function createTariffRepository(database: Knex): Repositories["tariffs"] {
  const table = { table: "tariffs", key: "id", order: "name COLLATE NOCASE, id" } as const;
  const records = createRevisionedRecords(database, { ...table, codec, joined: moduleIds });
  const rows = createRevisionedRecords(database, { ...table, codec: rowCodec, joined: `${moduleIds}, ${uses}` });

  async function replaceModules(tariff: Tariff): Promise<void> {
    await database("tariff_modules").where({ tariff_id: tariff.id }).delete();
    if (tariff.moduleIds.length === 0) return;
    await database("tariff_modules").insert(
      tariff.moduleIds.map((moduleId, position) => ({ tariff_id: tariff.id, module_id: moduleId, position })),
    );
  }

  return {
    ...records,
    listRows: rows.list,
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
    async listVersions(id) {
      const found = await rowsOf(database("tariff_versions").where({ tariff_id: id }).orderBy("version", "desc"));
      return found.map(versionCodec.fromRow);
    },
    async findVersion(id, version) {
      const row = await firstRow(database("tariff_versions").where({ tariff_id: id, version }));
      return row && versionCodec.fromRow(row);
    },
    async putVersion(version) {
      await database("tariff_versions")
        .insert(versionCodec.toRow(version))
        .onConflict(["tariff_id", "version"])
        .merge();
    },
    countServices: (id, version) =>
      countServices(database, { tariff_id: id, ...(version === undefined ? {} : { tariff_version: version }) }),
  };
}
