import type { Knex } from "knex";
import { z } from "zod";
import { amountsShape } from "../main/contract/shapes/tariff";
import { rackLayoutShape } from "../main/contract/shapes/panel";
import type { RackRepositories } from "../main/ports/rack-store";
import { createCodec } from "./record-codec";
import { rowsOf } from "./rows";

const tenantCodec = createCodec(
  "services",
  z.object({
    serviceId: z.string(),
    serviceNumber: z.number(),
    label: z.string(),
    customerName: z.string(),
    moduleId: z.string(),
    serverId: z.number().nullable(),
    rack: z.string(),
    amounts: amountsShape,
    taskId: z.string().nullable(),
  }),
  { json: ["amounts"] },
);
const soldCodec = createCodec(
  "services",
  z.object({
    moduleId: z.string(),
    rack: z.string(),
    tariffId: z.string(),
    tariffVersion: z.number(),
    power: z.number(),
    flat: z.number(),
  }),
);

const mapCodec = createCodec(
  "observations",
  z.object({ moduleId: z.string(), rackId: z.number(), body: rackLayoutShape, takenAt: z.number() }),
  { json: ["body"] },
);
const standingShape = z.object({ serverId: z.number(), name: z.string(), units: z.array(z.number()) });
const standingCodec = createCodec(
  "mirror_servers",
  z.object({ moduleId: z.string(), rackId: z.number(), servers: z.array(standingShape) }),
  { json: ["servers"] },
);

export function createSightingRepository(database: Knex): RackRepositories["rackSightings"] {
  return {
    async listMaps(moduleIds, rackIds) {
      const query = database("observations").whereIn("module_id", [...moduleIds]);
      // Up to the character behind the blank, so that the primary key finds them.
      if (rackIds === null) void query.where("subject", ">", "rack ").where("subject", "<", "rack!");
      else
        void query.whereIn(
          "subject",
          rackIds.map((id) => `rack ${String(id)}`),
        );
      const rackId = database.raw("CAST(substr(subject, 6) AS INTEGER) AS rack_id");
      const rows = await rowsOf(query.select("module_id", "body", "taken_at", rackId));
      return rows.map((row) => {
        const { body: layout, ...sighted } = mapCodec.fromRow(row);
        return { ...sighted, layout };
      });
    },
    async listServers(moduleIds, rackIds) {
      const query = database("mirror_servers")
        .whereIn("module_id", [...moduleIds])
        .whereNotNull("rack_id")
        .groupBy("module_id", "rack_id")
        .select("module_id", "rack_id")
        // One row a rack: most of the time of reading thousands of rows is their way out of the database.
        .select(
          database.raw(`json_group_array(json_object(
            'serverId', server_id, 'name', name, 'units', json_extract(body, '$.units'))) AS servers`),
        );
      if (rackIds !== null) void query.whereIn("rack_id", [...rackIds]);
      return (await rowsOf(query)).flatMap((row) => {
        const { servers, ...place } = standingCodec.fromRow(row);
        return servers.map((server) => ({ ...place, ...server }));
      });
    },
    async listMounted(moduleIds, serverIds) {
      const query = database("mirror_servers")
        .whereIn("module_id", [...moduleIds])
        .whereIn("server_id", [...serverIds])
        .whereRaw("json_array_length(body, '$.units') > 0");
      return (await rowsOf(query.distinct("server_id"))).map((row) => Number(row["server_id"]));
    },
  };
}

/** Rack names as people type them; the index folds case as this does. */
function inRacks(column: string, names: readonly string[]): string {
  return `${column} <> '' AND ${column} COLLATE NOCASE IN (${names.map(() => "?").join(", ")})`;
}

export function createTenantRepository(database: Knex): RackRepositories["rackTenants"] {
  function tenants(moduleIds: readonly string[]): Knex.QueryBuilder {
    return database("services")
      .join("customers", "customers.id", "services.customer_id")
      .leftJoin("cards", "cards.service_id", "services.id")
      .leftJoin("tasks", (join) => {
        join.on("tasks.service_id", "services.id").andOnVal("tasks.kind", "set-up").onNull("tasks.ended_at");
      })
      .whereIn("services.module_id", [...moduleIds])
      .whereNot("services.state", "closed")
      .select("services.label", "services.module_id", "services.server_id", "services.amounts", {
        service_id: "services.id",
        service_number: "services.number",
        customer_name: "customers.name",
        task_id: "tasks.id",
      })
      .select(database.raw("coalesce(cards.rack, '') AS rack"));
  }

  return {
    async list({ moduleIds, serverIds, rackNames, serviceIds }) {
      // One question an index each: joined by OR they would read every service of the module.
      const standing = database("services").whereIn("module_id", [...moduleIds]);
      const onServers = standing
        .clone()
        .whereIn("server_id", [...serverIds])
        .whereNot("state", "closed")
        .select("id");
      const named = database("cards")
        .whereRaw(inRacks("rack", rackNames), [...rackNames])
        .select("service_id");
      const query = tenants(moduleIds).where((any) => {
        void any
          .whereIn("services.id", [...serviceIds])
          .orWhereIn("services.id", onServers)
          .orWhereIn("services.id", named);
      });
      return (await rowsOf(query.orderBy("services.number"))).map(tenantCodec.fromRow);
    },
    async listRackless(moduleIds, limit) {
      const query = tenants(moduleIds)
        .where("services.product_type", "colocation")
        .whereNotIn("services.id", database("rack_plans").select("service_id"))
        .whereNotNull("tasks.id")
        .whereRaw("coalesce(cards.rack, '') = ''")
        .orderBy("tasks.created_at")
        .limit(limit);
      return (await rowsOf(query)).map(tenantCodec.fromRow);
    },
    async listSold(moduleIds, rackNames) {
      const query = database("services")
        .join("cards", "cards.service_id", "services.id")
        .whereIn("services.module_id", [...moduleIds])
        .whereNot("services.state", "closed")
        .whereNot("cards.rack", "")
        .whereNotIn("services.id", database("rack_plans").select("service_id"))
        .groupBy(["services.module_id", "cards.rack", "services.tariff_id", "services.tariff_version"])
        .select("services.module_id", "cards.rack", "services.tariff_id", "services.tariff_version")
        .select(database.raw("sum(coalesce(json_extract(services.amounts, '$.power'), 0)) AS power"))
        .select(database.raw("sum(coalesce(json_extract(services.amounts, '$.flat'), 0)) AS flat"));
      if (rackNames !== null) void query.whereRaw(inRacks("cards.rack", rackNames), [...rackNames]);
      return (await rowsOf(query)).map(soldCodec.fromRow);
    },
  };
}
