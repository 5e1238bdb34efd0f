import type { Knex } from "knex";
import { firstPreviousHash } from "../../main/domain/journal-chain";
import { chainedLine, lineOf, rowOf, searchTextOf } from "../journal-repository";
import { rowsOf } from "../rows";
import type { Migration } from "./migration";
import { rebuildTable } from "./rebuild";

const definition = `
    sequence INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    at INTEGER NOT NULL,
    operator TEXT NOT NULL,
    workstation TEXT NOT NULL,
    via TEXT CHECK (via IN ('window', 'command-line')),
    call TEXT NOT NULL,
    entity TEXT NOT NULL,
    entity_id TEXT NOT NULL,
    service_id TEXT,
    summary TEXT NOT NULL,
    changes TEXT NOT NULL,
    previous_hash TEXT NOT NULL,
    hash TEXT NOT NULL,
    search_text TEXT NOT NULL
  `;

/** Dropping the old table took its triggers along. */
const indexesAndTriggers = [
  `CREATE INDEX journal_entries_by_service ON journal_entries (service_id, sequence)`,
  `CREATE INDEX journal_entries_by_operator ON journal_entries (operator, sequence)`,
  `CREATE INDEX journal_entries_by_call ON journal_entries (call, sequence)`,
  `CREATE TRIGGER journal_entries_refuse_update BEFORE UPDATE ON journal_entries
    BEGIN SELECT RAISE (ABORT, 'The journal is append-only'); END`,
  `CREATE TRIGGER journal_entries_refuse_delete BEFORE DELETE ON journal_entries
    BEGIN SELECT RAISE (ABORT, 'The journal is append-only'); END`,
];

const rowsAtOnce = 500;

/** Where an entry was made, what it changed, and the chain; entries there are join the chain with place and changes unknown. */
export const journalChain: Migration = {
  name: "0004-journal-chain",
  async up(database) {
    await rebuildTable(database, {
      table: "journal_entries",
      definition,
      fill: (newTable) => chainEntries(database, newTable),
      indexes: indexesAndTriggers,
    });
  },
};

async function chainEntries(database: Knex, newTable: string): Promise<void> {
  let previousHash = firstPreviousHash;
  for (let after = 0; ;) {
    const query = database("journal_entries").where("sequence", ">", after).orderBy("sequence").limit(rowsAtOnce);
    const rows = await rowsOf(query);
    for (const row of rows) {
      const old = lineOf({ ...row, workstation: "", via: null, changes: "[]" });
      const line = chainedLine(old, { sequence: old.sequence, previousHash });
      await database(newTable).insert({ ...rowOf(line), search_text: searchTextOf(line, []) });
      previousHash = line.hash;
      after = line.sequence;
    }
    if (rows.length < rowsAtOnce) return;
  }
}
