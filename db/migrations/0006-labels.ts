import type { Knex } from "knex";
import { keyOf, labelKindOf } from "../../main/domain/label-subject";
import type { LabelledSubject } from "../../main/domain/label-subject";
import { shortIdFor } from "../../main/domain/short-id";
import type { Row } from "../record-codec";
import { firstRow, rowsOf } from "../rows";
import { searchableText } from "../search";
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

/** What is labelled, with which templates, stock and printers, and what was printed and placed. Servers that services stand on get their short ids. */
export const labels: Migration = {
  name: "0006-labels",
  async up(database) {
    for (const statement of statements) await database.raw(statement);
    await nameServers(database);
  },
};

async function nameServers(database: Knex): Promise<void> {
  const rows = await rowsOf(
    database("services")
      .join("modules", "modules.id", "services.module_id")
      .leftJoin("cards", "cards.service_id", "services.id")
      .whereNotIn("services.state", ["ordered", "closed"])
      .select("services.id", "services.number", "services.label", "services.server_id", "services.module_id", {
        type: "modules.type",
        rack: "cards.rack",
      })
      .orderBy("services.number"),
  );
  for (const row of rows) await nameServer(database, row);
}

async function nameServer(database: Knex, row: Row): Promise<void> {
  const service: LabelledSubject = { kind: "service", serviceId: String(row["id"]) };
  const isOnPanel = row["server_id"] !== null && row["type"] !== "manual";
  const subject: LabelledSubject = isOnPanel
    ? { kind: "server", moduleId: String(row["module_id"]), serverId: Number(row["server_id"]) }
    : service;
  const key = keyOf(subject);
  const label = String(row["label"]);
  const title = label.trim() === "" ? `C-${String(row["number"])}` : label;
  const place = typeof row["rack"] === "string" ? row["rack"] : "";
  const shortId = await freeShortId(database, subject, key);
  await database("labels").insert({
    short_id: shortId,
    subject: JSON.stringify(subject),
    kind: labelKindOf(subject),
    title,
    place,
    needs_label: 0,
    reason: "",
    printed_at: null,
    printed_count: 0,
    search_text: searchableText([title, place, shortId]),
  });
  const keys = isOnPanel ? [key, keyOf(service)] : [key];
  await database("label_keys").insert(
    keys.map((one, index) => ({ key: one, short_id: shortId, is_first: Number(index === 0) })),
  );
}

async function freeShortId(database: Knex, subject: LabelledSubject, key: string): Promise<string> {
  for (let attempt = 0; ; attempt += 1) {
    const shortId = shortIdFor(labelKindOf(subject), key, attempt);
    if (!(await firstRow(database("labels").where({ short_id: shortId })))) return shortId;
  }
}
