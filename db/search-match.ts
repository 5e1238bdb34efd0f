import type { Knex } from "knex";
import { addressSought, hardwareAddressSought, wholeHardwareAddress } from "./search-words";
import { rowsOf } from "./rows";

/** Documents are numbered by kind, as migration 0009 laid down; services by their own numbers. */
const kinds = ["service", "customer", "tariff", "server", "address", "rack", "switch"] as const;
export type DocumentKind = (typeof kinds)[number];
const numbersOfAKind = 2 ** 40;

/** Of which kind a document is. */
export function kindOf(document: number): DocumentKind {
  return kinds[Math.floor(document / numbersOfAKind)] ?? "service";
}

/** One question to the index; `match` is in the language of FTS5. */
export interface SearchMatch {
  readonly index: "search_fragments" | "search_words";
  readonly match: string;
}

/** The index finds nothing shorter inside a word. */
const shortestFragment = 3;
const isShort = (word: string) => [...word].length < shortestFragment;

function wordsOf(text: string): readonly string[] {
  return text.split(/\s+/u).filter((word) => word !== "");
}

/** What a document has to match, all of it: every word somewhere, one that is too short for that at the beginning of a word. */
export function matchesOf(text: string): readonly SearchMatch[] {
  const words = wordsOf(text);
  const fragments = words.filter((word) => !isShort(word)).map(fragment);
  const beginnings = words.filter(isShort).map((word) => `${quoted(word)} *`);
  const matches: SearchMatch[] = [
    { index: "search_fragments", match: fragments.join(" AND ") },
    { index: "search_words", match: beginnings.join(" AND ") },
  ];
  return matches.filter(({ match }) => match !== "");
}

/** The same with whole words only. */
export function wholeWordsOf(text: string): readonly SearchMatch[] {
  const words = wordsOf(text).map((word) => quoted(wholeHardwareAddress(word) ?? addressSought(word) ?? word));
  return words.length === 0 ? [] : [{ index: "search_words", match: words.join(" AND ") }];
}

/** A hardware address is kept as the panel writes it and without separators. */
function fragment(word: string): string {
  const digits = hardwareAddressSought(word);
  if (digits === undefined || isShort(digits)) return quoted(addressSought(word) ?? word);
  return `(${quoted(word)} OR ${quoted(digits)})`;
}

function quoted(word: string): string {
  return `"${word.replaceAll('"', '""')}"`;
}

interface Condition {
  readonly sql: string;
  readonly bindings: readonly string[];
}

/** Holds for a document whose number the expression gives. */
export function isMatched(number: string, matches: readonly SearchMatch[]): Condition {
  const sql = matches.map(
    ({ index }) => `EXISTS (SELECT 1 FROM ${index} WHERE ${index} MATCH ? AND ${index}.rowid = ${number})`,
  );
  return { sql: sql.join(" AND ") || "0", bindings: matches.map(({ match }) => match) };
}

/** Numbers of documents that match, kind by kind, the latest first. The index stops as soon as it has `limit` of a kind. */
export async function findDocuments(
  database: Knex,
  among: readonly DocumentKind[],
  [first, ...others]: readonly SearchMatch[],
  limit: number,
): Promise<readonly number[]> {
  if (first === undefined || among.length === 0) return [];
  const { index, match } = first;
  const also = isMatched(`${index}.rowid`, others);
  const ofAKind = `SELECT * FROM (SELECT rowid AS number FROM ${index} WHERE ${index} MATCH ? AND rowid > ? AND rowid < ?
    ${others.length > 0 ? `AND ${also.sql}` : ""} ORDER BY rowid DESC LIMIT ?)`;
  const bindings = among.flatMap((kind) => {
    const from = kinds.indexOf(kind) * numbersOfAKind;
    return [match, from, from + numbersOfAKind, ...also.bindings, limit];
  });
  const rows = await rowsOf(database.raw(among.map(() => ofAKind).join(" UNION ALL "), bindings));
  return rows.map((row) => Number(row["number"]));
}
