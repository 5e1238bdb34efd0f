import type { Knex } from "knex";

/** The text that a search looks into. SQLite folds only ASCII letters, names here are Cyrillic as well. */
export function searchableText(parts: readonly string[]): string {
  return parts.join("\n").toLowerCase();
}

/** Adds `column contains fragment` as an alternative; the column holds searchable text. */
export function orContains(query: Knex.QueryBuilder, column: string, fragment: string): void {
  const literal = fragment
    .trim()
    .toLowerCase()
    .replace(/[\\%_]/g, "\\$&");
  void query.orWhereRaw(`${column} LIKE ? ESCAPE '\\'`, [`%${literal}%`]);
}
