import type { Knex } from "knex";
import { journalEntryShape } from "../main/contract/shapes/service";
import type { Repositories } from "../main/ports/store";
import { createCodec } from "./record-codec";
import { pageOf } from "./rows";

const codec = createCodec("journal_entries", journalEntryShape);

/** Append-only: triggers refuse every change of a written line. */
export function createJournalRepository(database: Knex): Repositories["journal"] {
  return {
    async add(entry) {
      await database("journal_entries").insert(codec.toRow(entry));
    },
    page(serviceId, page) {
      const query: Knex.QueryBuilder = database("journal_entries").select("*").orderBy("sequence", "desc");
      if (serviceId !== null) void query.where({ service_id: serviceId });
      return pageOf(query, page, codec.fromRow);
    },
  };
}
