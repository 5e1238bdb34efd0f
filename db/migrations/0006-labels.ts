import type { Migration } from "./migration";

const statements = [
  `CREATE TABLE label_templates (
    id TEXT PRIMARY KEY NOT NULL,
    revision INTEGER NOT NULL,
    version INTEGER NOT NULL,
    name TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('server', 'rack', 'port', 'cable', 'text')),
    width REAL NOT NULL,
    height REAL,
    elements TEXT NOT NULL
  ) STRICT`,
  `CREATE TABLE label_stocks (
    id TEXT PRIMARY KEY NOT NULL,
    revision INTEGER NOT NULL,
    name TEXT NOT NULL,
    family TEXT NOT NULL CHECK (family IN ('brother-ql', 'brother-pt', 'zebra', 'dymo', 'sheet', 'other')),
    form TEXT NOT NULL CHECK (form IN ('die-cut', 'continuous', 'round', 'sheet')),
    width REAL NOT NULL,
    height REAL,
    margins TEXT NOT NULL,
    corner_radius REAL NOT NULL,
    sheet TEXT,
    code TEXT NOT NULL,
    dots_across TEXT NOT NULL
  ) STRICT`,
  // No foreign key to the stock: the table of makers' stock is in the program.
  `CREATE TABLE printers (
    id TEXT PRIMARY KEY NOT NULL,
    revision INTEGER NOT NULL,
    name TEXT NOT NULL,
    language TEXT NOT NULL CHECK (language IN ('zpl', 'brother-ql', 'brother-pt', 'pdf', 'png')),
    dpi INTEGER NOT NULL,
    head_dots INTEGER NOT NULL,
    way TEXT NOT NULL,
    stock_id TEXT,
    model TEXT NOT NULL
  ) STRICT`,
  `CREATE TABLE labels (
    short_id TEXT PRIMARY KEY NOT NULL,
    subject TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('server', 'rack', 'port', 'cable', 'text')),
    title TEXT NOT NULL,
    place TEXT NOT NULL,
    needs_label INTEGER NOT NULL CHECK (needs_label IN (0, 1)),
    reason TEXT NOT NULL,
    printed_at INTEGER,
    printed_count INTEGER NOT NULL,
    search_text TEXT NOT NULL
  ) STRICT`,
  `CREATE INDEX labels_needing ON labels (short_id) WHERE needs_label = 1`,
  // One thing may go by several keys: a service, and the server that it stands on.
  `CREATE TABLE label_keys (
    key TEXT PRIMARY KEY NOT NULL,
    short_id TEXT NOT NULL REFERENCES labels (short_id) ON DELETE CASCADE,
    is_first INTEGER NOT NULL CHECK (is_first IN (0, 1))
  ) STRICT`,
  `CREATE UNIQUE INDEX label_keys_one_first ON label_keys (short_id) WHERE is_first = 1`,
  `CREATE TABLE print_jobs (
    id TEXT PRIMARY KEY NOT NULL,
    revision INTEGER NOT NULL,
    state TEXT NOT NULL CHECK (state IN
      ('waiting', 'sending', 'printing', 'unsure', 'failed', 'printed', 'cancelled')),
    printer_id TEXT NOT NULL,
    printer_name TEXT NOT NULL,
    stock_id TEXT NOT NULL,
    template_id TEXT NOT NULL,
    template_name TEXT NOT NULL,
    template_version INTEGER NOT NULL,
    labels INTEGER NOT NULL,
    printed INTEGER NOT NULL,
    title TEXT NOT NULL,
    overridden TEXT NOT NULL,
    reason TEXT NOT NULL,
    condition TEXT NOT NULL,
    has_file INTEGER NOT NULL CHECK (has_file IN (0, 1)),
    created_at INTEGER NOT NULL,
    created_by TEXT NOT NULL,
    ended_at INTEGER
  ) STRICT`,
  `CREATE INDEX print_jobs_by_state ON print_jobs (state, created_at)`,
  `CREATE INDEX print_jobs_by_printer ON print_jobs (printer_id, state)`,
  // Apart from the job, because progress is saved often and what is printed never changes.
  `CREATE TABLE print_job_contents (
    job_id TEXT PRIMARY KEY NOT NULL REFERENCES print_jobs (id) ON DELETE CASCADE,
    request TEXT NOT NULL,
    template TEXT NOT NULL,
    stock TEXT NOT NULL,
    label_values TEXT NOT NULL,
    short_ids TEXT NOT NULL
  ) STRICT`,
  `CREATE TABLE placements (
    id TEXT PRIMARY KEY NOT NULL,
    short_id TEXT NOT NULL,
    title TEXT NOT NULL,
    rack TEXT NOT NULL,
    at INTEGER NOT NULL,
    operator TEXT NOT NULL,
    expected_rack TEXT NOT NULL,
    is_expected INTEGER NOT NULL CHECK (is_expected IN (0, 1))
  ) STRICT`,
  `CREATE INDEX placements_by_thing ON placements (short_id, at)`,
];

/** What is labelled, with which templates, stock and printers, and what was printed and placed. */
export const labels: Migration = {
  name: "0006-labels",
  async up(database) {
    for (const statement of statements) await database.raw(statement);
  },
};
