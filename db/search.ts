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

// A Cyrillic С or Т looks like the Latin letter and sits on the same technician's keyboard.
const patterns = { service: /^(?:[cс]-?)?(\d{1,15})$/iu, task: /^(?:[tт]-?)?(\d{1,15})$/iu };

/** The number that `C-17`, `T-17` or a bare `17` asks for. */
export function numberSought(search: string, of: keyof typeof patterns): number | undefined {
  const digits = patterns[of].exec(search.trim())?.[1];
  return digits === undefined ? undefined : Number(digits);
}
