import type { Knex } from "knex";
import { z } from "zod";
import { rackCapacityShape, rackFaceShape, reservationShape, unitRunShape } from "../main/contract/shapes/rack";
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
