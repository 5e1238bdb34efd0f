import type { Knex } from "knex";
import { z } from "zod";
import { instantShape } from "../main/contract/shapes/basics";
import { operatorShape } from "../main/contract/shapes/operator";
import type { Repositories } from "../main/ports/store";
import { createCodec } from "./record-codec";
import { createRevisionedRecords } from "./revisioned-records";
import { firstRow } from "./rows";

const recordShape = operatorShape.extend({
  secretHash: z.string(),
  failedAttempts: z.number().int().nonnegative(),
  blockedUntil: instantShape.nullable(),
  createdAt: instantShape,
});
const codec = createCodec("operators", recordShape, { flags: ["isActive"] });

/** Nobody is ever removed, so that every name in a task or the journal stays somebody's. */
export function createOperatorRepository(database: Knex): Repositories["operators"] {
  const { find, list, add, save } = createRevisionedRecords(database, {
    table: "operators",
    codec,
    key: "id",
    order: "folded_name",
    derive: ({ name }) => ({ folded_name: folded(name) }),
  });
  return {
    find,
    list,
    add,
    save,
    async findByName(name) {
      const row = await firstRow(database("operators").where({ folded_name: folded(name) }));
      return row && codec.fromRow(row);
    },
    async noteSignIn(id, { failedAttempts, blockedUntil, lastSignedInAt }) {
      await database("operators")
        .where({ id })
        .update({ failed_attempts: failedAttempts, blocked_until: blockedUntil, last_signed_in_at: lastSignedInAt });
    },
  };
}

/** Names that a person reads as the same are one name. SQLite folds ASCII letters only. */
function folded(name: string): string {
  return name.normalize("NFKC").toLowerCase();
}
