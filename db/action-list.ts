import type { Knex } from "knex";
import { actionStateShape } from "../main/contract/shapes/action";
import type { KeysetPage, KeysetRequest } from "../main/ports/repository";
import type { ActionFilter } from "../main/ports/store";
import { findServices, type Found } from "./found-services";
import { continueBehind, cutPage } from "./keyset";
import type { Row } from "./record-codec";
import { countOf, rowsOf } from "./rows";
import { orContains } from "./search";

export const endedStates = ["done", "discarded"];
/** Named one by one: SQLite finds rows in an index by what they are, not by what they are not. */
const unendedStates = actionStateShape.options.filter((state) => !endedStates.includes(state));

/** So few rows are sorted sooner than they are met in the order of entry. */
const few = 2_000;

/** One page of steps' rows in the order of their entry. */
export async function pageOfActions(
  database: Knex,
  filter: ActionFilter,
  { after, offset, limit }: KeysetRequest,
): Promise<KeysetPage<Row>> {
  const isLive = filter.state === "unfinished" || filter.state === "needs-attention";
  const found = filter.search.trim() === "" ? null : await findActions(database, filter.search);
  const source = found
    ? database.raw("json_each(?) AS found CROSS JOIN actions ON actions.sequence = found.value", [
        JSON.stringify(found.numbers),
      ])
    : database.raw(sourceOf(filter, isLive));
  const total = await countOf(matching(database.from(source), filter));
  const isSorted = found !== null || isLive || (filter.moduleId !== null && total <= few);
  const picked = matching(database.from(isSorted ? source : database.raw("actions NOT INDEXED")), filter);
  continueBehind(picked, ["actions.sequence"], { isDescending: filter.sort?.isDescending ?? !isLive, after });
  const rows = await rowsOf(
    picked
      .select("actions.*")
      .offset(offset)
      .limit(limit + 1),
  );
  const page = cutPage(rows, limit, ({ sequence }) => [Number(sequence)]);
  return { ...page, total, isCapped: found?.isCapped ?? false };
}

/** The index is named that leaves fewest rows; without figures SQLite would walk through the whole history. */
function sourceOf({ moduleId, createdBy }: ActionFilter, isLive: boolean): string {
  if (isLive) return "actions INDEXED BY actions_by_state";
  if (moduleId !== null) return "actions INDEXED BY actions_by_module";
  return createdBy === null ? "actions" : "actions NOT INDEXED";
}

function matching(query: Knex.QueryBuilder, { state, moduleId, createdBy }: ActionFilter): Knex.QueryBuilder {
  if (state === "unfinished") void query.whereIn("actions.state", unendedStates);
  if (state === "needs-attention") void query.where("actions.state", state);
  if (state === "done") void query.whereIn("actions.state", endedStates);
  if (moduleId !== null) void query.where("actions.module_id", moduleId);
  if (createdBy !== null) void query.where("actions.created_by", createdBy);
  return query;
}

/** Steps of the services that a search finds, and those that have not ended and say it themselves: the history is too long to be read. */
async function findActions(database: Knex, search: string): Promise<Found> {
  const services = await findServices(database, search);
  const ofServices = await rowsOf(
    database.raw(
      `SELECT actions.sequence FROM json_each(?) AS found CROSS JOIN services ON services.number = found.value
        CROSS JOIN actions INDEXED BY actions_by_service ON actions.service_id = services.id`,
      [JSON.stringify(services.numbers)],
    ),
  );
  const saying: Knex.QueryBuilder = database.from(database.raw("actions INDEXED BY actions_by_state"));
  void saying.whereIn("state", unendedStates).where((any) => {
    orContains(any, "summary", search);
  });
  const rows = [...ofServices, ...(await rowsOf(saying.select("sequence")))];
  return { numbers: [...new Set(rows.map(({ sequence }) => Number(sequence)))], isCapped: services.isCapped };
}
