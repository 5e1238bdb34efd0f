import type { Knex } from "knex";
import { firstRow } from "./rows";

/** How many services there are of a tariff, a version of it or a module, ended ones included; triggers keep it counted. */
export async function countServices(
  database: Knex,
  of: Readonly<Partial<Record<"tariff_id" | "tariff_version" | "module_id", string | number>>>,
): Promise<number> {
  const row = await firstRow(database("service_counts").where(of).sum({ count: "rows" }));
  return Number(row?.["count"] ?? 0);
}
