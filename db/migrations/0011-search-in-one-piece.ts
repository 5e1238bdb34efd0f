import type { Migration } from "./migration";

/**
 * Filling the search index at once left each of its tables in a dozen pieces, and a question goes through every piece. What is written later is
 * merged by FTS5 itself as it comes.
 */
export const searchInOnePiece: Migration = {
  name: "0011-search-in-one-piece",
  async up(database) {
    for (const index of ["search_fragments", "search_words"])
      await database.raw(`INSERT INTO ${index} (${index}) VALUES ('optimize')`);
  },
};
