import type { Knex } from "knex";
import { cardFieldsShape } from "../main/contract/shapes/task";
import { parseRequest, secretOf, withSecret } from "../main/domain/action-request";
import type { Repositories } from "../main/ports/store";
import type { Row } from "./record-codec";
import { rowsOf } from "./rows";

/** A place where sealed texts lie: its rows, the columns that tell them apart, and the one that holds the text. */
interface Place {
  readonly table: string;
  readonly key: readonly string[];
  readonly column: string;
  rows(query: Knex.QueryBuilder): Knex.QueryBuilder;
  /** The sealed text inside the column's; undefined when there is none. */
  find(text: string): string | undefined;
  /** The column's text with another sealed text inside. */
  replace(text: string, sealed: string): string;
}

/** The column is the sealed text. */
const whole = {
  column: "sealed_password",
  rows: (query: Knex.QueryBuilder) => query.whereNotNull("sealed_password"),
  find: (text: string) => text,
  replace: (_: string, sealed: string) => sealed,
};
const draftFieldsShape = cardFieldsShape.pick({ password: true }).loose();

const places: readonly Place[] = [
  { ...whole, table: "module_secrets", key: ["module_id"] },
  { ...whole, table: "cards", key: ["service_id"] },
  {
    table: "drafts",
    key: ["task_id", "operator"],
    column: "fields",
    rows: (query) => query,
    find(text) {
      const fields = draftFieldsShape.safeParse(parsed(text));
      return fields.success && fields.data.password !== "" ? fields.data.password : undefined;
    },
    replace: (text, password) => JSON.stringify({ ...draftFieldsShape.parse(parsed(text)), password }),
  },
  {
    table: "actions",
    key: ["id"],
    column: "request",
    // One that has ended has no secret any more.
    rows: (query) => query.whereNotIn("state", ["done", "discarded"]),
    find(text) {
      const request = parseRequest(text);
      return request && secretOf(request);
    },
    replace(text, sealed) {
      const request = parseRequest(text);
      return request ? JSON.stringify(withSecret(request, () => sealed)) : text;
    },
  },
];

/** Every secret of the profile, wherever it lies. Revisions stay: nobody sees a difference. */
export function createSecretRepository(database: Knex): Repositories["secrets"] {
  return {
    async resealAll(reseal) {
      let resealed = 0;
      let left = 0;
      for (const place of places) {
        for (const { row, sealed } of await secretsIn(database, place)) {
          const anew = reseal(sealed);
          if (anew === undefined) left += 1;
          else {
            await putInPlace(database, place, row, anew);
            resealed += 1;
          }
        }
      }
      return { resealed, left };
    },
  };
}

async function secretsIn(database: Knex, { table, key, column, rows, find }: Place) {
  const found = await rowsOf(rows(database(table).select([...key, column])));
  return found.flatMap((row) => {
    const sealed = find(String(row[column]));
    return sealed === undefined ? [] : [{ row, sealed }];
  });
}

async function putInPlace(database: Knex, { table, key, column, replace }: Place, row: Row, sealed: string) {
  const where = Object.fromEntries(key.map((name) => [name, row[name]]));
  await database(table)
    .where(where)
    .update({ [column]: replace(String(row[column]), sealed) });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
