import type { Knex } from "knex";
import { addressBegun, addressSought, hardwareAddressSought, wholeHardwareAddress } from "./search-words";
import { rowsOf } from "./rows";

/** Documents are numbered by kind, as migration 0009 laid down; services by their own numbers. */
const kinds = ["service", "customer", "tariff", "server", "address", "rack", "switch"] as const;
export type DocumentKind = (typeof kinds)[number];
const numbersOfAKind = 2 ** 40;

/** Of which kind a document is. */
export function kindOf(document: number): DocumentKind {
  return kinds[Math.floor(document / numbersOfAKind)] ?? "service";
}

/** SQL that holds for documents of one kind. */
export function isOfKind(kind: DocumentKind): string {
  const from = kinds.indexOf(kind) * numbersOfAKind;
  // Written out: the driver binds such numbers as fractions, and by those FTS5 does not find its place.
  return `rowid > ${String(from)} AND rowid < ${String(from + numbersOfAKind)}`;
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
  // A control character ends the text for FTS5.
  return text.split(/[\s\p{Cc}]+/u).filter((word) => word !== "");
}

/**
 * What a document has to have: every word of the text somewhere. A word that is too short for that has to follow the one before it, and where there
 * are only such words they are beginnings of words. Undefined for a text without words.
 */
export function fragmentsOf(text: string): SearchMatch | undefined {
  const words = wordsOf(text);
  if (words.every(isShort)) {
    const match = words.map((word) => `${quoted(word)} *`).join(" AND ");
    return match === "" ? undefined : { index: "search_words", match };
  }
  const phrases: string[] = [];
  for (const word of words) {
    const last = phrases.at(-1);
    if (last !== undefined && (isShort(word) || isShort(last))) phrases.splice(-1, 1, `${last} ${word}`);
    else phrases.push(word);
  }
  return { index: "search_fragments", match: phrases.map(fragment).join(" AND ") };
}

/** The same with whole words only. */
export function wholeWordsOf(text: string): SearchMatch | undefined {
  const words = wordsOf(text).map((word) => quoted(wholeHardwareAddress(word) ?? addressSought(word) ?? word));
  return words.length === 0 ? undefined : { index: "search_words", match: words.join(" AND ") };
}

/** Words that begin as an address does which is not yet typed to its end; undefined for any other text. */
export function begunAddressOf(text: string): SearchMatch | undefined {
  const begun = addressBegun(text.trim());
  return begun === undefined ? undefined : { index: "search_words", match: `${quoted(begun)} *` };
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

/** So many documents show whether a text is a common one. */
const firstDocuments = 100;

/**
 * Numbers of documents that match, at most `limit` of each kind, the latest first. Looking for pieces of words goes through the index until something
 * matches, whatever the kind; so all kinds are looked through at once, and one by one only where there is more than enough of the first ones.
 */
export async function findDocuments(
  database: Knex,
  among: readonly DocumentKind[],
  sought: SearchMatch | undefined,
  limit: number,
): Promise<readonly number[]> {
  if (sought === undefined || among.length === 0) return [];
  const { index, match } = sought;
  const latest = `SELECT rowid AS number FROM ${index} WHERE ${index} MATCH ?`;
  const most = Math.max(firstDocuments, limit);
  const first = await numbersOf(database, `${latest} ORDER BY rowid DESC LIMIT ?`, [match, most]);
  const lowest = first.length < most ? undefined : first.at(-1);
  if (lowest === undefined) return bestOf(among, first, limit);
  const rest = among.filter((kind) => kinds.indexOf(kind) <= kinds.indexOf(kindOf(lowest)));
  const ofEachKind = rest.map((kind) => {
    return `SELECT * FROM (${latest} AND ${isOfKind(kind)} ORDER BY rowid DESC LIMIT ?)`;
  });
  if (rest.length === 0) return bestOf(among, first, limit);
  const bindings = rest.flatMap(() => [match, limit]);
  const others = await numbersOf(database, ofEachKind.join(" UNION ALL "), bindings);
  return bestOf(among, [...new Set([...first, ...others])], limit);
}

function bestOf(among: readonly DocumentKind[], numbers: readonly number[], limit: number): readonly number[] {
  return among.flatMap((kind) => numbers.filter((one) => kindOf(one) === kind).slice(0, limit));
}

async function numbersOf(database: Knex, sql: string, bindings: readonly (string | number)[]): Promise<number[]> {
  const rows = await rowsOf(database.raw(sql, [...bindings]));
  return rows.map((row) => Number(row["number"]));
}
