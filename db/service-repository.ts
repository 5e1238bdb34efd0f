import type { Knex } from "knex";
import { serviceRowShape, serviceShape } from "../main/contract/shapes/service";
import type { ServiceRow } from "../main/contract/shapes/service";
import type { Repositories } from "../main/ports/store";
import { nextNumber } from "./counters";
import { createCodec } from "./record-codec";
import { createRevisionedRecords } from "./revisioned-records";
import { firstRow, inOrderOf, rowsInOnePiece, rowsOf } from "./rows";
import { pickServices } from "./service-list";
import { countServices } from "./service-counts";
import { sortKey } from "./sort-key";

const json = ["moduleTrials", "amounts", "choices", "price", "pendingChange", "addresses"] as const;
const codec = createCodec("services", serviceShape, { json });
const rowCodec = createCodec("services", serviceRowShape, { json, flags: ["isTariffOutdated", "needsAttention"] });

/** Service rows with the names of what they point at, for the keys that are bound as one JSON list; CROSS JOIN keeps the tables in this order. */
function rowsBy(column: "id" | "number"): string {
  return `
  SELECT services.*, customers.name AS customer_name, tariffs.name AS tariff_name, modules.name AS module_name,
    modules.type AS module_type, data_centres.name AS data_centre_name,
    services.tariff_version < tariffs.version AS is_tariff_outdated,
    EXISTS (
      SELECT 1 FROM actions WHERE actions.service_id = services.id AND actions.state = 'needs-attention'
    ) AS needs_attention
  FROM json_each(?) AS wanted
  CROSS JOIN services ON services.${column} = wanted.value
  CROSS JOIN customers ON customers.id = services.customer_id
  CROSS JOIN tariffs ON tariffs.id = services.tariff_id
  CROSS JOIN modules ON modules.id = services.module_id
  CROSS JOIN data_centres ON data_centres.id = modules.data_centre_id`;
}

export function createServiceRepository(database: Knex): Repositories["services"] {
  const { find, add, save, remove } = createRevisionedRecords(database, {
    table: "services",
    codec,
    key: "id",
    order: "number",
    derive: ({ label }) => ({ label_key: sortKey(label) }),
  });

  async function readRows(column: "id" | "number", keys: readonly (string | number)[]): Promise<ServiceRow[]> {
    const query = { sql: rowsBy(column), bindings: [JSON.stringify(keys)], columns: rowCodec.columns };
    const rows = await rowsInOnePiece(database, query);
    return inOrderOf(keys, column, rows).map(rowCodec.fromRow);
  }

  return {
    find,
    add,
    save,
    remove,
    nextNumber: () => nextNumber(database, "services"),
    async findRow(id) {
      const [row] = await readRows("id", [id]);
      return row;
    },
    async page(filter, page) {
      const { numbers, ...rest } = await pickServices(database, filter, page);
      return { rows: await readRows("number", numbers), ...rest };
    },
    async findByServer(moduleId, serverId) {
      const unclosed = database("services")
        .where({ module_id: moduleId, server_id: serverId })
        .whereNot("state", "closed");
      const row = await firstRow(unclosed);
      return row && codec.fromRow(row);
    },
    countByModule: (moduleId) => countServices(database, { module_id: moduleId }),
    async listTakenServers(moduleIds) {
      const taken = database("services")
        .whereIn("module_id", [...moduleIds])
        .whereNotNull("server_id")
        .whereNot("state", "closed");
      const rows = await rowsOf(taken.distinct("server_id").orderBy("server_id"));
      return rows.map((row) => Number(row["server_id"]));
    },
  };
}
