import type { Knex } from "knex";
import { cardFieldsShape } from "../main/contract/shapes/task";
import { parseRequest, withSecret } from "../main/domain/action-request";
import type { Repositories } from "../main/ports/store";
import { rowsOf } from "./rows";

type Reseal = (sealed: string) => string | undefined;

/** A place where sealed texts lie: its rows, the columns that tell them apart, and how the text is found inside the column. */
interface Place {
  readonly table: string;
  readonly key: readonly string[];
  readonly column: string;
  rows(query: Knex.QueryBuilder): Knex.QueryBuilder;
  /** The column's text with `turn` applied to the secret inside; undefined when there is none. */
  turned(text: string, turn: (sealed: string) => string): string | undefined;
}

const everything = (query: Knex.QueryBuilder): Knex.QueryBuilder => query;
const whole = (text: string, turn: (sealed: string) => string): string => turn(text);
const draftFieldsShape = cardFieldsShape.pick({ password: true }).loose();

const places: readonly Place[] = [
  { table: "module_secrets", key: ["module_id"], column: "sealed_password", rows: everything, turned: whole },
  {
    table: "cards",
    key: ["service_id"],
    column: "sealed_password",
    rows: (query) => query.whereNotNull("sealed_password"),
    turned: whole,
  },
  { table: "drafts", key: ["task_id", "operator"], column: "fields", rows: everything, turned: turnedDraft },
  {
    table: "actions",
    key: ["id"],
    column: "request",
    // One that has ended has no secret any more.
    rows: (query) => query.whereNotIn("state", ["done", "discarded"]),
    turned: turnedRequest,
  },
];

/** Every secret of the profile, wherever it lies. Revisions stay: nobody sees a difference. */
export function createSecretRepository(database: Knex): Repositories["secrets"] {
  return {
    async resealAll(reseal) {
      const counts = { resealed: 0, left: 0 };
      for (const place of places) {
        const { resealed, left } = await resealPlace(database, place, reseal);
        counts.resealed += resealed;
        counts.left += left;
      }
      return counts;
    },
  };
}

async function resealPlace(database: Knex, { table, key, column, rows, turned }: Place, reseal: Reseal) {
  const counts = { resealed: 0, left: 0 };
  for (const row of await rowsOf(rows(database(table).select([...key, column])))) {
    let isLeft = false;
    const text = turned(String(row[column]), (sealed) => {
      const resealed = reseal(sealed);
      isLeft = resealed === undefined;
      return resealed ?? sealed;
    });
    if (text === undefined) continue;
    if (isLeft) counts.left += 1;
    else {
      const where = Object.fromEntries(key.map((name) => [name, row[name]]));
      await database(table)
        .where(where)
        .update({ [column]: text });
      counts.resealed += 1;
    }
  }
  return counts;
}

function turnedDraft(text: string, turn: (sealed: string) => string): string | undefined {
  const fields = draftFieldsShape.safeParse(parsed(text));
  if (!fields.success || fields.data.password === "") return undefined;
  return JSON.stringify({ ...fields.data, password: turn(fields.data.password) });
}

function turnedRequest(text: string, turn: (sealed: string) => string): string | undefined {
  const request = parseRequest(text);
  if (request === undefined) return undefined;
  let hasSecret = false;
  const changed = withSecret(request, (sealed) => {
    hasSecret = true;
    return turn(sealed);
  });
  return hasSecret ? JSON.stringify(changed) : undefined;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
