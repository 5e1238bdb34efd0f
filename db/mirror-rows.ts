import { z } from "zod";
import { serverFactsShape } from "../main/contract/shapes/panel";
import type { ServerFacts } from "../main/contract/shapes/panel";
import { StoreFailure } from "../main/ports/failure";
import type { MirrorEntry, MirrorRecord } from "../main/ports/mirror-store";
import { createCodec } from "./record-codec";
import type { Row } from "./record-codec";
import { sortKey } from "./sort-key";

const recordShape = z.object({
  moduleId: z.string(),
  source: z.string(),
  reading: z.number().int(),
  isUnfinished: z.boolean(),
  after: z.object({ serverId: z.number().int(), done: z.number().int() }).nullable(),
  total: z.number().int(),
  takenAt: z.number().int().nullable(),
  reason: z.string(),
}) satisfies z.ZodType<MirrorRecord>;

export const readingCodec = createCodec("mirrors", recordShape, { json: ["after"], flags: ["isUnfinished"] });

/** What a server's row holds, in the order of `toValues`. */
export const valueColumns = [
  "module_id",
  "server_id",
  "name",
  "name_key",
  "rack",
  "rack_key",
  "rack_id",
  "serial",
  "owner",
  "power",
  "has_fault",
  "ports",
  "search_text",
  "body",
] as const;

/** A server as it is bound: bodies taken apart by SQLite's JSON functions take several times as long. */
export function toValues(moduleId: string, { facts, searchText }: MirrorEntry): readonly (string | number | null)[] {
  const [bottom = 0] = facts.units;
  return [
    moduleId,
    facts.serverId,
    facts.name,
    sortKey(facts.name),
    facts.rackName,
    sortKey(`${facts.rackName} ${String(bottom)}`),
    facts.rackId,
    facts.serial,
    facts.ownerEmail ?? "",
    facts.power,
    Number(facts.hasFault),
    facts.switchConnections.length,
    searchText,
    JSON.stringify(facts),
  ];
}

/** The facts in a row's `body`. */
export function readFacts(row: Row): ServerFacts {
  const body: unknown = JSON.parse(String(row["body"]));
  const parsed = serverFactsShape.safeParse(body);
  if (parsed.success) return parsed.data;
  throw new StoreFailure("corrupt", `A row of mirror_servers of module ${String(row["module_id"])} cannot be read`, {
    cause: parsed.error,
  });
}
