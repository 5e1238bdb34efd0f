import { createHash } from "node:crypto";
import type { Knex } from "knex";
import { journalEntryShape } from "../main/contract/shapes/journal";
import type { JournalChange } from "../main/contract/shapes/journal";
import { chained, firstPreviousHash } from "../main/domain/journal-chain";
import type { ChainedLine } from "../main/domain/journal-chain";
import type { NewJournalEntry, Repositories } from "../main/ports/store";
import { continueBehind, cutPage } from "./keyset";
import { createCodec } from "./record-codec";
import type { Row } from "./record-codec";
import { ask, countOf, firstRow, insertInto, rowsOf } from "./rows";
import { orContains, searchableText } from "./search";

const codec = createCodec("journal_entries", journalEntryShape, { json: ["changes"] });

const lastPlace = `SELECT seq, (SELECT hash FROM journal_entries ORDER BY sequence DESC LIMIT 1) AS hash
  FROM sqlite_sequence WHERE name = 'journal_entries'`;

/** Append-only: triggers refuse every change of a written line. A write is one transaction at a time, so the last hash is the one to chain to. */
export function createJournalRepository(database: Knex): Repositories["journal"] {
  /** Kept by SQLite, so it remembers a line that was taken away. */
  async function lastSequence(): Promise<number> {
    const row = await firstRow(database("sqlite_sequence").where({ name: "journal_entries" }));
    return Number(row?.["seq"] ?? 0);
  }

  /** Where the next line goes. In one question, because every change asks it. */
  async function nextPlace(): Promise<Pick<ChainedLine, "sequence" | "previousHash">> {
    const [row] = await ask(database, lastPlace);
    const hash = row?.["hash"];
    return {
      sequence: Number(row?.["seq"] ?? 0) + 1,
      previousHash: typeof hash === "string" ? hash : firstPreviousHash,
    };
  }

  return {
    lastSequence,
    async add(entry) {
      const line = chainedLine({ ...entry, changes: JSON.stringify(entry.changes) }, await nextPlace());
      const row = { ...rowOf(line), search_text: searchTextOf(entry, entry.changes) };
      await ask(database, insertInto("journal_entries", row), Object.values(row));
    },
    async find(id) {
      const row = await firstRow(database("journal_entries").where({ id }));
      return row && codec.fromRow(row);
    },
    async page({ serviceId, operator, call, entity, from, to, text, sort }, { after = null, offset, limit }) {
      const query: Knex.QueryBuilder = database("journal_entries").select("*");
      for (const [column, value] of Object.entries({ service_id: serviceId, operator, call, entity })) {
        if (value !== undefined && value !== null) void query.where(column, value);
      }
      if (from !== undefined && from !== null) void query.where("at", ">=", from);
      if (to !== undefined && to !== null) void query.where("at", "<", to);
      if (text !== undefined && text.trim() !== "")
        void query.where((any) => {
          orContains(any, "search_text", text);
        });
      const total = await countOf(query);
      continueBehind(query, ["sequence"], { isDescending: sort?.isDescending ?? true, after });
      const rows = await rowsOf(query.offset(offset).limit(limit + 1));
      const page = cutPage(rows, limit, ({ sequence }) => [Number(sequence)]);
      return { rows: page.rows.map(codec.fromRow), next: page.next, total, isCapped: false };
    },
    async listLines(after, limit) {
      const query = database("journal_entries").where("sequence", ">", after).orderBy("sequence").limit(limit);
      return (await rowsOf(query)).map(lineOf);
    },
  };
}

/** The line with its place in the chain, as SQLite gives its text back: half a surrogate pair comes back as a replacement character. */
export function chainedLine(
  line: Omit<ChainedLine, "sequence" | "previousHash" | "hash">,
  place: Pick<ChainedLine, "sequence" | "previousHash">,
): ChainedLine {
  const stored = Object.entries(line).map(([name, value]) => [
    name,
    typeof value === "string" ? Buffer.from(value).toString() : value,
  ]);
  return chained({ ...(Object.fromEntries(stored) as typeof line), ...place }, (text) =>
    createHash("sha256").update(text).digest("hex"),
  );
}

/** A line as it is stored, without looking whether it can be read. */
export function lineOf(row: Row): ChainedLine {
  const text = (column: string) => String(row[column]);
  const orNull = (column: string) => (row[column] === null ? null : text(column));
  return {
    sequence: Number(row["sequence"]),
    id: text("id"),
    at: Number(row["at"]),
    operator: text("operator"),
    workstation: text("workstation"),
    via: orNull("via"),
    call: text("call"),
    entity: text("entity"),
    entityId: text("entity_id"),
    serviceId: orNull("service_id"),
    summary: text("summary"),
    changes: text("changes"),
    previousHash: text("previous_hash"),
    hash: text("hash"),
  };
}

export function rowOf({ entityId, serviceId, previousHash, ...line }: ChainedLine): Row {
  return { ...line, entity_id: entityId, service_id: serviceId, previous_hash: previousHash };
}

/** What a person may remember of an entry: its sentence, and what was there before and after. */
export function searchTextOf(
  { summary, operator, call, entityId }: Pick<NewJournalEntry, "summary" | "operator" | "call" | "entityId">,
  changes: readonly JournalChange[],
): string {
  const values = changes.flatMap(({ differences }) => differences.flatMap(({ before, after }) => [before, after]));
  return searchableText([summary, operator, call, entityId, ...values.filter((value) => value !== null)]);
}
