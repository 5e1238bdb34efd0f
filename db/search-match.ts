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

/** A hardware address is kept as the panel writes it and without separators. */
function fragment(word: string): string {
  const digits = hardwareAddressSought(word);
  if (digits === undefined || isShort(digits)) return quoted(addressSought(word) ?? word);
  return `(${quoted(word)} OR ${quoted(digits)})`;
}

function quoted(word: string): string {
  return `"${word.replaceAll('"', '""')}"`;
}

/** Numbers of documents that match, kind by kind, the latest first. The index stops as soon as it has `limit` of a kind. */
export async function findDocuments(
  database: Knex,
  among: readonly DocumentKind[],
  sought: SearchMatch | undefined,
  limit: number,
): Promise<readonly number[]> {
  if (sought === undefined || among.length === 0) return [];
  const { index, match } = sought;
  const ofAKind = `SELECT * FROM (SELECT rowid AS number FROM ${index} WHERE ${index} MATCH ? AND rowid > ? AND rowid < ?
    ORDER BY rowid DESC LIMIT ?)`;
  const bindings = among.flatMap((kind) => {
    const from = kinds.indexOf(kind) * numbersOfAKind;
    return [match, from, from + numbersOfAKind, limit];
  });
  const rows = await rowsOf(database.raw(among.map(() => ofAKind).join(" UNION ALL "), bindings));
  return rows.map((row) => Number(row["number"]));
}
