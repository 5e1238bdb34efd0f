import type { Knex } from "knex";
import type { MirrorPage, MirrorQuery, MirrorRow, MirrorScope } from "../main/ports/mirror-store";
import { continueBehind, writeMark } from "./keyset";
import type { KeysetMark } from "./keyset";
import { readFacts } from "./mirror-rows";
import type { Row } from "./record-codec";
import { countOf, rowsOf } from "./rows";
import { fragmentsOf, isOfKind } from "./search-match";

type SortColumn = NonNullable<MirrorQuery["sort"]>["by"];

const columnsOf: Readonly<Record<SortColumn, readonly string[]>> = {
  name: ["name_key", "module_id", "server_id"],
  rack: ["rack_key", "name_key", "module_id", "server_id"],
  serial: ["serial", "name_key", "module_id", "server_id"],
  owner: ["owner", "name_key", "module_id", "server_id"],
};
const columnsByModule = ["module_id", "name_key", "server_id"];

/** Unclosed services on a server, through any module of its panel; bound to the scopes as pairs. */
const holding = `services.server_id = mirror_servers.server_id AND services.state <> 'closed'
  AND services.module_id IN (SELECT value ->> 1 FROM json_each(?) WHERE value ->> 0 = mirror_servers.module_id)`;

/** One page of servers: first their places, which the index of the lists holds, then what is shown of these few. */
export async function pageOfServers(
  database: Knex,
  query: MirrorQuery,
  { after, offset, limit }: { readonly after: string | null; readonly offset: number; readonly limit: number },
): Promise<MirrorPage> {
  const pairs = pairsOf(query.scopes);
  const found = matching(database, query, pairs);
  const total = await countOf(found);
  const columns = query.sort === null ? columnsByModule : columnsOf[query.sort.by];
  const ordered = found.clone().select(columns);
  continueBehind(ordered, columns, { isDescending: query.sort?.isDescending ?? false, after });
  const places = await rowsOf(ordered.offset(offset).limit(limit + 1));
  const shown = places.slice(0, limit);
  const last = shown.at(-1);
  const mark = last && (columns.map((column) => last[column]) as KeysetMark);
  return {
    rows: await readRows(database, shown, pairs),
    total,
    next: mark && places.length > limit ? writeMark(mark) : null,
  };
}

function matching(database: Knex, query: MirrorQuery, pairs: string): Knex.QueryBuilder {
  const found = database("mirror_servers").whereIn(
    "module_id",
    query.scopes.map(({ moduleId }) => moduleId),
  );
  if (query.power !== null) void found.where({ power: query.power });
  if (query.onlyWithFault) void found.where({ has_fault: 1 });
  if (query.isFree !== null) {
    const isFree = `owner = '' AND NOT EXISTS (SELECT 1 FROM services WHERE ${holding})`;
    void found.whereRaw(query.isFree ? isFree : `NOT (${isFree})`, [pairs]);
  }
  const sought = fragmentsOf(query.search);
  if (sought) {
    const documents = `SELECT rowid FROM ${sought.index} WHERE ${sought.index} MATCH ? AND ${isOfKind("server")}`;
    void found.whereRaw(
      `(module_id, server_id) IN (SELECT module_id, CAST(subject AS INTEGER) FROM search_subjects WHERE id IN (${documents}))`,
      [sought.match],
    );
  }
  return found;
}

async function readRows(database: Knex, places: readonly Row[], pairs: string): Promise<MirrorRow[]> {
  const wanted = places.map((place) => [place["module_id"], place["server_id"]]);
  const rows = await rowsOf(
    database.raw(
      `SELECT mirror_servers.module_id, mirror_servers.body, mirror_ages.taken_at, modules.name AS module_name,
          data_centres.name AS data_centre_name,
          (SELECT json_array(id, number) FROM services WHERE ${holding}) AS service
        FROM json_each(?) AS wanted
        JOIN mirror_servers ON mirror_servers.module_id = wanted.value ->> 0 AND mirror_servers.server_id = wanted.value ->> 1
        JOIN mirror_ages ON mirror_ages.module_id = mirror_servers.module_id AND mirror_ages.server_id = mirror_servers.server_id
        JOIN modules ON modules.id = mirror_servers.module_id
        JOIN data_centres ON data_centres.id = modules.data_centre_id
        ORDER BY wanted.key`,
      [pairs, JSON.stringify(wanted)],
    ),
  );
  return rows.map((row) => {
    const [serviceId = null, serviceNumber = null] = readService(row["service"]);
    return {
      moduleId: String(row["module_id"]),
      moduleName: String(row["module_name"]),
      dataCentreName: String(row["data_centre_name"]),
      facts: readFacts(row),
      takenAt: Number(row["taken_at"]),
      serviceId,
      serviceNumber,
    };
  });
}

function readService(value: unknown): readonly [string, number] | readonly [] {
  return typeof value === "string" ? (JSON.parse(value) as [string, number]) : [];
}

/** `[module, holder]` for each module through which a service may stand on the servers of another. */
function pairsOf(scopes: readonly MirrorScope[]): string {
  return JSON.stringify(scopes.flatMap(({ moduleId, holderIds }) => holderIds.map((holderId) => [moduleId, holderId])));
}
