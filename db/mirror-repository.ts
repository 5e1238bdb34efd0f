import type { Knex } from "knex";
import type { MirrorEntry, MirrorServer, MirrorStamp, MirrorStore } from "../main/ports/mirror-store";
import { pageOfServers } from "./mirror-page";
import { readFacts, readingCodec, toValues, valueColumns } from "./mirror-rows";
import type { Row } from "./record-codec";
import { countOf, firstRow, rowsOf } from "./rows";

/** Local copies of the panels' servers. */
export function createMirrorRepository(database: Knex): MirrorStore {
  function servers(moduleId: string): Knex.QueryBuilder {
    return database("mirror_servers")
      .join("mirror_ages", (same) => {
        void same
          .on("mirror_ages.module_id", "mirror_servers.module_id")
          .on("mirror_ages.server_id", "mirror_servers.server_id");
      })
      .where("mirror_servers.module_id", moduleId)
      .select("mirror_servers.module_id", "mirror_servers.body", "mirror_ages.taken_at");
  }

  return {
    async findReading(moduleId) {
      const row = await firstRow(database("mirrors").where({ module_id: moduleId }));
      return row && readingCodec.fromRow(row);
    },
    async listReadings() {
      return (await rowsOf(database("mirrors").orderBy("module_id"))).map(readingCodec.fromRow);
    },
    async putReading(record) {
      await database("mirrors").insert(readingCodec.toRow(record)).onConflict("module_id").merge();
    },
    putServers: (moduleId, entries, stamp) => putServers(database, moduleId, entries, stamp),
    async removeUnseen(moduleId, reading) {
      const unseen = database("mirror_ages").where({ module_id: moduleId }).whereNot({ reading }).select("server_id");
      return database("mirror_servers").where({ module_id: moduleId }).whereIn("server_id", unseen).delete();
    },
    async remove(moduleId) {
      await database("mirror_servers").where({ module_id: moduleId }).delete();
      await database("mirrors").where({ module_id: moduleId }).delete();
    },
    async countSeen(moduleId, reading) {
      const seen = database("mirror_ages").where({ module_id: moduleId, reading });
      const [row] = await rowsOf(seen.select(database.raw("count(*) AS servers, min(taken_at) AS oldest_at")));
      const oldest = row?.["oldest_at"] ?? null;
      return { servers: Number(row?.["servers"]), oldestAt: oldest === null ? null : Number(oldest) };
    },
    async countContents(moduleId) {
      const [row] = await rowsOf(
        database("mirror_servers")
          .where({ module_id: moduleId })
          .select(database.raw("count(*) AS servers, coalesce(sum(ports), 0) AS ports")),
      );
      const addresses = await countOf(database("mirror_addresses").where({ module_id: moduleId }));
      return { servers: Number(row?.["servers"]), addresses, ports: Number(row?.["ports"]) };
    },
    async find(moduleId, serverId) {
      const row = await firstRow(servers(moduleId).where("mirror_servers.server_id", serverId));
      return row && readServer(row);
    },
    async listDetailed(moduleId, serverIds) {
      const wanted = servers(moduleId).whereNotNull("mirror_ages.detailed_at");
      const rows = await rowsOf(wanted.whereIn("mirror_servers.server_id", serverIds));
      return rows.map(readFacts);
    },
    async listWithoutDetails(moduleId, before, limit) {
      const ages = database("mirror_ages").where({ module_id: moduleId });
      void ages.where((any) => void any.whereNull("detailed_at").orWhere("detailed_at", "<", before));
      const rows = await rowsOf(
        ages.orderByRaw("detailed_at IS NOT NULL, server_id DESC").limit(limit).select("server_id"),
      );
      return rows.map((row) => Number(row["server_id"]));
    },
    page: (query, page) => pageOfServers(database, query, page),
  };
}

function readServer(row: Row): MirrorServer {
  return { moduleId: String(row["module_id"]), facts: readFacts(row), takenAt: Number(row["taken_at"]) };
}

/** Each value of a row is bound, and SQLite binds 32,766 at a time. */
const mostRows = 1_000;

async function putServers(
  database: Knex,
  moduleId: string,
  entries: readonly MirrorEntry[],
  stamp: MirrorStamp,
): Promise<number> {
  let changed = 0;
  for (let start = 0; start < entries.length; start += mostRows)
    changed += await putRows(database, moduleId, entries.slice(start, start + mostRows), stamp);
  return changed;
}

async function putRows(
  database: Knex,
  moduleId: string,
  entries: readonly MirrorEntry[],
  { takenAt, reading, hasDetails }: MirrorStamp,
): Promise<number> {
  const ids = JSON.stringify(entries.map(({ facts }) => facts.serverId));
  const values = entries.flatMap((entry) => toValues(moduleId, entry));
  const rows = await rowsOf(database.raw(upsertServers(entries.length), [...values, takenAt]));
  await database.raw(stampServers, { moduleId, ids, takenAt, reading, detailedAt: hasDetails ? takenAt : null });
  if (rows.length === 0) return 0;
  const changed = new Set(rows.map((row) => Number(row["server_id"])));
  const addresses = entries
    .filter(({ facts }) => changed.has(facts.serverId))
    .flatMap(({ facts: { serverId, addresses: own } }) =>
      own.map(({ addressId, address, family }) => [addressId, serverId, address, family]),
    );
  await database.raw(removeAddresses, { moduleId, ids: JSON.stringify([...changed]) });
  if (addresses.length > 0) await database.raw(addAddresses, { moduleId, addresses: JSON.stringify(addresses) });
  return changed.size;
}

/** A row that stays as it is is not touched, and neither is what a trigger keeps beside it; one that was read later stays as it was read then. */
function upsertServers(count: number): string {
  const places = `(${valueColumns.map(() => "?").join(", ")})`;
  return `INSERT INTO mirror_servers (${valueColumns.join(", ")})
  VALUES ${Array.from({ length: count }, () => places).join(", ")}
  ON CONFLICT (module_id, server_id) DO UPDATE SET
    name = excluded.name, name_key = excluded.name_key, rack = excluded.rack, rack_key = excluded.rack_key,
    rack_id = excluded.rack_id, serial = excluded.serial, owner = excluded.owner, power = excluded.power,
    has_fault = excluded.has_fault, ports = excluded.ports, search_text = excluded.search_text, body = excluded.body
  WHERE (body IS NOT excluded.body OR search_text IS NOT excluded.search_text) AND NOT EXISTS (
    SELECT 1 FROM mirror_ages AS ages WHERE ages.module_id = mirror_servers.module_id
      AND ages.server_id = mirror_servers.server_id AND ages.taken_at > ?)
  RETURNING server_id`;
}

const stampServers = `INSERT INTO mirror_ages (module_id, server_id, taken_at, reading, detailed_at)
  SELECT :moduleId, value, :takenAt, :reading, :detailedAt FROM json_each(:ids) WHERE true
  ON CONFLICT (module_id, server_id) DO UPDATE SET taken_at = max(taken_at, excluded.taken_at), reading = excluded.reading,
    detailed_at = coalesce(excluded.detailed_at, detailed_at)`;

const removeAddresses = `DELETE FROM mirror_addresses
  WHERE module_id = :moduleId AND server_id IN (SELECT value FROM json_each(:ids))`;

/** An address that has moved from one server to another belongs to the one that was read later. */
const addAddresses = `INSERT INTO mirror_addresses (module_id, address_id, server_id, address, family)
  SELECT :moduleId, value ->> 0, value ->> 1, value ->> 2, value ->> 3
  FROM json_each(:addresses) WHERE true
  ON CONFLICT (module_id, address_id) DO UPDATE SET
    server_id = excluded.server_id, address = excluded.address, family = excluded.family`;
