import type { Knex } from "knex";
import { z } from "zod";

const oldResourceShape = z.object({
  name: z.string(),
  measure: z.string(),
  included: z.number(),
  maximum: z.number(),
  step: z.number(),
  /** For one month. */
  stepPriceMinor: z.number(),
  isActive: z.boolean(),
});
const oldPeriodShape = z.object({ months: z.number(), priceMinor: z.number(), setUpMinor: z.number() });

interface OldTariff {
  readonly id: string;
  readonly revision: number;
  readonly product_type: string;
  readonly name: string;
  readonly currency: string;
  readonly periods: string;
  readonly resources: string;
  readonly is_active: number;
  readonly module_ids: string;
  readonly begun_at: number;
  readonly begun_by: string;
}

const titles: ReadonlyMap<string, string> = new Map([
  ["flat", "Bandwidth"],
  ["power", "Power"],
  ["port", "1 Gb port"],
  ["unit", "Rack units"],
  ["ip", "IPv4 addresses"],
  ["ipv6", "IPv6 addresses"],
]);
const measures = ["pcs", "U", "Mbit/s", "Gbit/s", "W", "kW", "GB", "TB"];

const oldTariffs = `SELECT tariffs.*,
  (SELECT json_group_array(module_id ORDER BY position) FROM tariff_modules WHERE tariff_id = tariffs.id) AS module_ids,
  coalesce(min(at), 0) AS begun_at,
  coalesce(operator, 'Rackside') AS begun_by
  FROM tariffs LEFT JOIN journal_entries ON entity = 'tariff' AND entity_id = tariffs.id
  GROUP BY tariffs.id`;

/** Writes every tariff in its wider form into `newTable`, and its content as version 1, begun when the tariff was added. */
export async function carryTariffsOver(database: Knex, newTable: string): Promise<void> {
  for (const old of await database.raw<readonly OldTariff[]>(oldTariffs)) {
    const resources = widened(old) ?? old.resources;
    await database(newTable).insert({
      id: old.id,
      revision: old.revision,
      version: 1,
      product_type: old.product_type,
      name: old.name,
      internal_name: "",
      currency: old.currency,
      periods: old.periods,
      resources: typeof resources === "string" ? resources : JSON.stringify(resources),
      is_active: old.is_active,
    });
    const content = {
      productType: old.product_type,
      name: old.name,
      internalName: "",
      currency: old.currency,
      moduleIds: parsed(old.module_ids),
      periods: parsed(old.periods),
      resources,
      isActive: old.is_active === 1,
    };
    await database("tariff_versions").insert({
      tariff_id: old.id,
      version: 1,
      content: JSON.stringify(content),
      created_at: old.begun_at,
      created_by: old.begun_by,
    });
  }
}

/** Undefined for a damaged row: it stays as it is, and reading it says so as before. */
function widened(tariff: OldTariff): readonly object[] | undefined {
  const periods = z.array(oldPeriodShape).safeParse(parsed(tariff.periods));
  const resources = z.array(oldResourceShape).safeParse(parsed(tariff.resources));
  if (!periods.success || !resources.success) return undefined;
  return resources.data.map(({ name, measure, included, maximum, step, stepPriceMinor, isActive }) => ({
    name,
    title: titles.get(name) ?? name,
    valueType: "integer",
    measure: measures.includes(measure) ? measure : "pcs",
    enumerationId: null,
    included,
    // Less than what is included could not be ordered.
    minimum: included,
    maximum,
    step,
    billing: "ordered",
    changeBy: "anyone",
    stepPrices: periods.data.map(({ months }) => ({ months, priceMinor: months * stepPriceMinor })),
    isActive,
  }));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
