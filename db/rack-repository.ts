import type { Knex } from "knex";
import { z } from "zod";
import { rackCapacityShape, rackFaceShape, reservationShape, unitRunShape } from "../main/contract/shapes/rack";
import { amountsShape } from "../main/contract/shapes/tariff";
import type { RackRepositories } from "../main/ports/rack-store";
import { createCodec } from "./record-codec";
import { createRevisionedRecords } from "./revisioned-records";
import { firstRow, rowsOf } from "./rows";

const reservationCodec = createCodec("rack_reservations", reservationShape, { json: ["units", "faces"] });
const planShape = z.object({
  serviceId: z.string(),
  revision: z.number(),
  moduleId: z.string(),
  rackId: z.number(),
  units: unitRunShape,
  faces: z.array(rackFaceShape).readonly(),
  operator: z.string(),
  createdAt: z.number(),
});
const planCodec = createCodec("rack_plans", planShape, { json: ["units", "faces"] });
const capacityCodec = createCodec(
  "rack_capacities",
  z.object({ moduleId: z.string(), rackId: z.number(), ...rackCapacityShape.shape }),
);
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

export function createReservationRepository(database: Knex): RackRepositories["rackReservations"] {
  const { find, add, remove } = createRevisionedRecords(database, {
    table: "rack_reservations",
    codec: reservationCodec,
    key: "id",
    order: "id",
  });
  return {
    find,
    add,
    remove,
    async listByModules(moduleIds) {
      const query = database("rack_reservations").whereIn("module_id", [...moduleIds]);
      const rows = await rowsOf(query.orderByRaw("rack_id, json_extract(units, '$.bottom'), id"));
      return rows.map(reservationCodec.fromRow);
    },
  };
}

export function createPlanRepository(database: Knex): RackRepositories["rackPlans"] {
  const { find, add, save, remove } = createRevisionedRecords(database, {
    table: "rack_plans",
    codec: planCodec,
    key: "service_id",
    order: "service_id",
  });
  return {
    find,
    add,
    save,
    remove,
    async listByModules(moduleIds) {
      const query = database("rack_plans")
        .join("services", "services.id", "rack_plans.service_id")
        .whereIn("rack_plans.module_id", [...moduleIds])
        .whereNot("services.state", "closed")
        .select("rack_plans.*");
      return (await rowsOf(query.orderBy(["rack_id", "service_id"]))).map(planCodec.fromRow);
    },
  };
}

export function createCapacityRepository(database: Knex): RackRepositories["rackCapacities"] {
  return {
    async find(moduleId, rackId) {
      const row = await firstRow(database("rack_capacities").where({ module_id: moduleId, rack_id: rackId }));
      return row && capacityCodec.fromRow(row);
    },
    async listByModules(moduleIds) {
      const rows = await rowsOf(database("rack_capacities").whereIn("module_id", [...moduleIds]));
      return rows.map(capacityCodec.fromRow);
    },
    async put(capacity) {
      await database("rack_capacities")
        .insert(capacityCodec.toRow(capacity))
        .onConflict(["module_id", "rack_id"])
        .merge();
    },
  };
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
      const inRacks = database("cards")
        .whereRaw(`rack <> '' AND rack COLLATE NOCASE IN (${rackNames.map(() => "?").join(", ")})`, [...rackNames])
        .select("service_id");
      const query = tenants(moduleIds).where((any) => {
        void any
          .whereIn("services.id", [...serviceIds])
          .orWhereIn("services.id", onServers)
          .orWhereIn("services.id", inRacks);
      });
      return (await rowsOf(query.orderBy("services.number"))).map(tenantCodec.fromRow);
    },
    async listRackless(moduleIds, limit) {
      const query = tenants(moduleIds)
        .whereNotNull("tasks.id")
        .whereRaw("coalesce(cards.rack, '') = ''")
        .orderBy("tasks.created_at")
        .limit(limit);
      return (await rowsOf(query)).map(tenantCodec.fromRow);
    },
    async listSold(moduleIds) {
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
      return (await rowsOf(query)).map(soldCodec.fromRow);
    },
  };
}
