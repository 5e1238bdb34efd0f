import type { Knex } from "knex";
import type { KeysetPage, KeysetRequest } from "../main/ports/repository";
import type { CustomerFilter } from "../main/ports/store";
import { mostFound } from "./found-services";
import { continueBehind, writeMark } from "./keyset";
import type { KeysetMark } from "./keyset";
import type { Row } from "./record-codec";
import { countOf, rowsOf } from "./rows";
import { findDocuments, fragmentsOf } from "./search-match";

/** One page of customers' rows; the folded name sorts them unless the e-mail is to. */
export async function pageOfCustomers(
  database: Knex,
  { search, sort }: CustomerFilter,
  { after, offset, limit }: KeysetRequest,
): Promise<KeysetPage<Row>> {
  const found =
    search.trim() === "" ? null : await findDocuments(database, ["customer"], fragmentsOf(search), mostFound + 1);
  const isByEmail = sort?.by === "email";
  const index = isByEmail ? "customers_by_email" : "customers_by_name";
  const query: Knex.QueryBuilder = database.from(
    found
      ? database.raw(
          `json_each(?) AS found CROSS JOIN search_subjects ON search_subjects.id = found.value
            CROSS JOIN customers ON customers.id = search_subjects.subject`,
          [JSON.stringify(found.slice(0, mostFound))],
        )
      : database.raw(`customers INDEXED BY ${index}`),
  );
  const total = await countOf(query);
  const columns = isByEmail ? ["customers.email_key", "customers.id"] : ["customers.search_text", "customers.id"];
  const picked = query.clone().select("customers.*");
  continueBehind(picked, columns, { isDescending: sort?.isDescending ?? false, after });
  const rows = await rowsOf(picked.offset(offset).limit(limit + 1));
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const mark = last && ([last[isByEmail ? "email_key" : "search_text"], last["id"]] as KeysetMark);
  return {
    rows: shown,
    total,
    next: mark && rows.length > limit ? writeMark(mark) : null,
    isCapped: (found?.length ?? 0) > mostFound,
  };
}
