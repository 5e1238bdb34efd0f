import type { Knex } from "knex";
import { addressSought, hardwareAddressSought } from "./search-words";
import type { Row } from "./record-codec";
import { rowsOf } from "./rows";

/** Documents are numbered by kind, as migration 0009 laid down; services by their own numbers. */
const kinds = ["service", "customer", "tariff", "server", "address", "rack", "switch"] as const;
export type DocumentKind = (typeof kinds)[number];
const numbersOfAKind = 2 ** 40;

/** One question to the index. */
export interface SearchMatch {
  readonly index: "search_fragments" | "search_words";
  readonly match: string;
}

/** What a document has to match, all of it: each word of the text somewhere, one of less than three letters at the beginning of a word. */
export function matchesOf(text: string): readonly SearchMatch[] {
  const words = text.split(/\s+/u).filter((word) => word !== "");
  const long = words.filter((word) => [...word].length >= shortestFragment);
  const short = words.filter((word) => [...word].length < shortestFragment);
  const matches: SearchMatch[] = [];
  if (long.length > 0) matches.push({ index: "search_fragments", match: long.map(fragment).join(" AND ") });
  if (short.length > 0)
    matches.push({ index: "search_words", match: short.map((word) => `${quoted(word)} *`).join(" AND ") });
  return matches;
}

/** The same with whole words only. */
export function wholeWordsOf(text: string): readonly SearchMatch[] {
  const words = text.split(/\s+/u).filter((word) => word !== "");
  if (words.length === 0) return [];
  const match = words.map((word) => quoted(hardwareAddressSought(word) ?? addressSought(word) ?? word)).join(" AND ");
  return [{ index: "search_words", match }];
}

/** The index cannot find less than this anywhere inside a word. */
export const shortestFragment = 3;

function fragment(word: string): string {
  const bare = hardwareAddressSought(word);
  if (bare === undefined) return quoted(addressSought(word) ?? word);
  return bare.length < shortestFragment ? quoted(word) : `(${quoted(word)} OR ${quoted(bare)})`;
}

function quoted(word: string): string {
  return `"${word.replaceAll('"', '""')}"`;
}

/** SQL that holds for a document whose number `number` names, with its bindings. */
export function isMatched(number: string, matches: readonly SearchMatch[]): { sql: string; bindings: string[] } {
  const sql = matches.map(
    ({ index }) => `EXISTS (SELECT 1 FROM ${index} WHERE ${index} MATCH ? AND ${index}.rowid = ${number})`,
  );
  return { sql: sql.join(" AND "), bindings: matches.map(({ match }) => match) };
}

/** Numbers of documents of a kind that match, latest first. The index stops as soon as it has `limit` of them. */
export async function findDocuments(
  database: Knex,
  kind: DocumentKind,
  [first, ...others]: readonly SearchMatch[],
  limit: number,
): Promise<readonly number[]> {
  if (first === undefined) return [];
  const { index, match } = first;
  const from = kinds.indexOf(kind) * numbersOfAKind;
  const also = isMatched(`${index}.rowid`, others);
  const rows = await rowsOf(
    database.raw(
      `SELECT rowid FROM ${index} WHERE ${index} MATCH ? AND rowid > ? AND rowid < ?
        ${others.length > 0 ? `AND ${also.sql}` : ""} ORDER BY rowid DESC LIMIT ?`,
      [match, from, from + numbersOfAKind, ...also.bindings, limit],
    ),
  );
  return rows.map((row: Row) => Number(row["rowid"]));
}

/** Of which record or thing of a panel documents are, in their order. */
export async function subjectsOf(
  database: Knex,
  documents: readonly number[],
): Promise<readonly { readonly moduleId: string; readonly id: string }[]> {
  const rows = await rowsOf(
    database.raw(
      `SELECT module_id, subject FROM json_each(?) AS found CROSS JOIN search_subjects ON search_subjects.id = found.value
        ORDER BY found.key`,
      [JSON.stringify(documents)],
    ),
  );
  return rows.map((row) => ({ moduleId: String(row["module_id"]), id: String(row["subject"]) }));
}
