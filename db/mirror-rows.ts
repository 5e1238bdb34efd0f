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

/** A server as the statements of the mirror take it: a whole batch travels as one JSON text and is taken apart inside SQLite. */
export function toBatchRow({ facts, searchText }: MirrorEntry) {
  const [bottom = 0] = facts.units;
  return {
    id: facts.serverId,
    name: facts.name,
    nameKey: sortKey(facts.name),
    rack: facts.rackName,
    rackKey: sortKey(`${facts.rackName} ${String(bottom)}`),
    rackId: facts.rackId,
    serial: facts.serial,
    owner: facts.ownerEmail ?? "",
    power: facts.power,
    hasFault: Number(facts.hasFault),
    ports: facts.switchConnections.length,
    searchText,
    body: facts,
  };
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
