import type { Knex } from "knex";
import { z } from "zod";
import { idShape } from "../main/contract/shapes/basics";
import { tokenShape } from "../main/contract/shapes/operator";
import type { Repositories } from "../main/ports/store";
import { createCodec } from "./record-codec";
import { firstRow, rowsOf } from "./rows";

const recordShape = tokenShape.omit({ operator: true }).extend({ operatorId: idShape, hash: z.string() });
const codec = createCodec("tokens", recordShape, { json: ["calls"] });

export function createTokenRepository(database: Knex): Repositories["tokens"] {
  async function findWhere(column: Readonly<Record<string, string>>) {
    const row = await firstRow(database("tokens").where(column));
    return row && codec.fromRow(row);
  }

  return {
    find: (id) => findWhere({ id }),
    findByHash: (hash) => findWhere({ hash }),
    async list() {
      const rows = await rowsOf(database("tokens").orderByRaw("created_at DESC, id DESC"));
      return rows.map(codec.fromRow);
    },
    async add(token) {
      await database("tokens").insert(codec.toRow(token));
    },
    async remove(id) {
      await database("tokens").where({ id }).delete();
    },
    async noteUse(id, at) {
      await database("tokens").where({ id }).update({ last_used_at: at });
    },
  };
}
