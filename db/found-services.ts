import type { Knex } from "knex";
import { rowsOf } from "./rows";
import { findDocuments, fragmentsOf, kindOf, wholeWordsOf } from "./search-match";
import { numberSought } from "./search-words";

/** A list looks through so many of the newest things that its search finds; whoever looks for one of them types more. */
export const mostFound = 2_000;

/** Numbers of what a search found. */
export interface Found {
  readonly numbers: readonly number[];
  /** There are more, older ones. */
  readonly isCapped: boolean;
}

/** Services that match by their number (`C-17`), their own text or card, or their customer. */
export async function findServices(database: Knex, search: string): Promise<Found> {
  const sought = numberSought(search, "service");
  const numbers = new Set(sought === undefined ? [] : [sought]);
  const whole = await findDocuments(database, ["service"], wholeWordsOf(search), mostFound + 1);
  const pieces = await findDocuments(database, ["service", "customer"], fragmentsOf(search), mostFound + 1);
  const customers = pieces.filter((one) => kindOf(one) === "customer");
  for (const number of [...whole, ...pieces.filter((one) => kindOf(one) === "service")]) numbers.add(number);
  for (const number of await servicesOfCustomers(database, customers)) numbers.add(number);
  const newest = [...numbers].sort((left, right) => right - left);
  return { numbers: newest.slice(0, mostFound), isCapped: newest.length > mostFound };
}

/** Of these services, those that match by their own text or card, or their customer; asked one by one, so for few of them. */
export async function findServicesAmong(
  database: Knex,
  search: string,
  serviceIds: Knex.QueryBuilder,
): Promise<readonly number[]> {
  const fragments = fragmentsOf(search);
  if (fragments === undefined) return [];
  const { index, match } = fragments;
  const customers = await findDocuments(database, ["customer"], fragments, mostFound);
  const query: Knex.QueryBuilder = database("services")
    .select("number")
    .whereIn("id", serviceIds)
    .whereRaw(
      `(EXISTS (SELECT 1 FROM ${index} WHERE ${index} MATCH ? AND ${index}.rowid = services.number)
        OR customer_id IN (SELECT search_subjects.subject FROM json_each(?) AS found
          CROSS JOIN search_subjects ON search_subjects.id = found.value))`,
      [match, JSON.stringify(customers)],
    );
  const rows = await rowsOf(query);
  return rows.map((row) => Number(row["number"]));
}

async function servicesOfCustomers(database: Knex, customers: readonly number[]): Promise<readonly number[]> {
  if (customers.length === 0) return [];
  const rows = await rowsOf(
    database.raw(
      `SELECT services.number FROM json_each(?) AS found
        CROSS JOIN search_subjects ON search_subjects.id = found.value
        CROSS JOIN services INDEXED BY services_by_customer ON services.customer_id = search_subjects.subject
        LIMIT ?`,
      [JSON.stringify(customers), mostFound + 1],
    ),
  );
  return rows.map((row) => Number(row["number"]));
}
