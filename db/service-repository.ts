import type { Knex } from "knex";
import { serviceRowShape, serviceShape } from "../main/contract/shapes/service";
import type { Repositories } from "../main/ports/store";
import { nextNumber } from "./counters";
import { createCodec } from "./record-codec";
import { createRevisionedRecords } from "./revisioned-records";
import { countOf, firstRow, pageOf, rowsOf } from "./rows";
import { numberSought, orContains, searchableText } from "./search";

const json = ["moduleTrials", "amounts", "choices", "price", "pendingChange", "addresses"] as const;
const codec = createCodec("services", serviceShape, { json });
const rowCodec = createCodec("services", serviceRowShape, { json, flags: ["isTariffOutdated", "needsAttention"] });

const needsAttention = `EXISTS (
  SELECT 1 FROM actions WHERE actions.service_id = services.id AND actions.state = 'needs-attention'
) AS needs_attention`;

export function createServiceRepository(database: Knex): Repositories["services"] {
  const { find, add, save, remove } = createRevisionedRecords(database, {
    table: "services",
    codec,
    key: "id",
    order: "number",
    derive: ({ label, addresses }) => ({
      search_text: searchableText([label, ...addresses.map((one) => one.address)]),
    }),
  });

  function rows(): Knex.QueryBuilder {
    return database("services")
      .join("customers", "customers.id", "services.customer_id")
      .join("tariffs", "tariffs.id", "services.tariff_id")
      .join("modules", "modules.id", "services.module_id")
      .join("data_centres", "data_centres.id", "modules.data_centre_id")
      .leftJoin("cards", "cards.service_id", "services.id")
      .select("services.*", {
        customer_name: "customers.name",
        tariff_name: "tariffs.name",
        module_name: "modules.name",
        module_type: "modules.type",
        data_centre_name: "data_centres.name",
      })
      .select(database.raw(`services.tariff_version < tariffs.version AS is_tariff_outdated, ${needsAttention}`));
  }

  return {
    find,
    add,
    save,
    remove,
    nextNumber: () => nextNumber(database, "services"),
    async findRow(id) {
      const row = await firstRow(rows().where("services.id", id));
      return row && rowCodec.fromRow(row);
    },
    page({ state, search }, page) {
      const query = rows().orderBy([
        { column: "services.created_at", order: "desc" },
        { column: "services.number", order: "desc" },
      ]);
      if (state !== null) void query.where("services.state", state);
      if (search.trim() !== "")
        void query.where((any) => {
          matchService(any, search);
        });
      return pageOf(query, page, rowCodec.fromRow);
    },
    async findByServer(moduleId, serverId) {
      const unclosed = database("services")
        .where({ module_id: moduleId, server_id: serverId })
        .whereNot("state", "closed");
      const row = await firstRow(unclosed);
      return row && codec.fromRow(row);
    },
    countByModule: (moduleId) => countOf(database("services").where({ module_id: moduleId })),
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

function matchService(any: Knex.QueryBuilder, search: string): void {
  for (const table of ["services", "customers", "cards"]) orContains(any, `${table}.search_text`, search);
  const number = numberSought(search, "service");
  if (number !== undefined) void any.orWhere("services.number", number);
  if (/^\d{1,15}$/.test(search.trim())) void any.orWhere("services.server_id", Number(search));
}
