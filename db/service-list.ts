import type { Knex } from "knex";
import type { KeysetRequest } from "../main/ports/repository";
import type { ServiceFilter } from "../main/ports/store";
import { findServices, findServicesAmong } from "./found-services";
import type { Found } from "./found-services";
import { countList, pickPage } from "./numbered-list";
import type { ListFilter, ListOrder, NumberedList, PickedPage } from "./numbered-list";

const list: NumberedList = { table: "services", counts: "service_counts" };

export interface PickedServices extends PickedPage {
  readonly total: number;
  readonly isCapped: boolean;
}

/** The services of one page by their numbers, in the order that was asked for. */
export async function pickServices(
  database: Knex,
  filter: ServiceFilter,
  page: KeysetRequest,
): Promise<PickedServices> {
  const filters = filtersOf(filter);
  const unsearched = await countList(database, list, { filters, among: null });
  const found = filter.search.trim() === "" ? null : await searched(database, filter.search, filters, unsearched.total);
  const among = found?.numbers ?? null;
  const counts = among ? await countList(database, list, { filters, among }) : unsearched;
  const isOwnOrder = filter.sort === null || filter.sort.by === "number";
  const picked = await pickPage(database, list, { filters, order: orderOf(filter), isOwnOrder, among, counts }, page);
  return { ...picked, total: counts.total, isCapped: found?.isCapped ?? false };
}

function filtersOf({ state, productType, customerId, tariffId, moduleId }: ServiceFilter): ListFilter[] {
  const filters: ListFilter[] = [];
  const add = (column: string, value: string | null, index: string | null, isCounted = true) => {
    if (value !== null) filters.push({ sql: `${column} = ?`, bindings: [value], index, isCounted });
  };
  add("state", state, "services_by_state");
  add("product_type", productType, null);
  add("customer_id", customerId, "services_by_customer", false);
  add("tariff_id", tariffId, "services_by_tariff");
  add("module_id", moduleId, "services_by_module");
  return filters;
}

function orderOf({ sort }: ServiceFilter): ListOrder {
  if (sort === null) return inOrderOfNumbers(true);
  const { isDescending } = sort;
  switch (sort.by) {
    case "number":
      return inOrderOfNumbers(isDescending);
    case "label":
      return { ...inOrder("label_key", "services_by_label"), isDescending };
    case "activated":
      return { ...inOrder("activated_key", "services_by_activation"), isDescending };
    case "customer":
      return {
        columns: ["customers.search_text", "customers.id", "services.number"],
        isDescending,
        source: `customers INDEXED BY customers_by_name
          CROSS JOIN services INDEXED BY services_by_customer ON services.customer_id = customers.id`,
        joined: "CROSS JOIN customers ON customers.id = services.customer_id",
      };
  }
}

/** The index is SQLite's own behind UNIQUE (number), the table's second one. */
function inOrderOfNumbers(isDescending: boolean): ListOrder {
  const source = "services INDEXED BY sqlite_autoindex_services_2";
  return { columns: ["services.number"], isDescending, source, joined: "" };
}

function inOrder(column: string, index: string): Omit<ListOrder, "isDescending"> {
  return { columns: [`services.${column}`, "services.number"], source: `services INDEXED BY ${index}`, joined: "" };
}

/** So many services can be asked one by one whether they match. */
const fewServices = 1_000;

/** A common word finds more services than are looked through; where the filters leave few, those are asked instead. */
async function searched(database: Knex, search: string, filters: readonly ListFilter[], total: number): Promise<Found> {
  const found = await findServices(database, search);
  if (!found.isCapped || total > fewServices) return found;
  const left: Knex.QueryBuilder = database("services").select("id");
  for (const { sql, bindings } of filters) void left.whereRaw(sql, [...bindings]);
  return { numbers: await findServicesAmong(database, search, left), isCapped: false };
}
