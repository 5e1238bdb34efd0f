import type { Knex } from "knex";
import { rowsOf } from "../rows";
import { sortKey } from "../sort-key";
import { searchIndex } from "./0009-search-index";
import type { Migration } from "./migration";

const columns = [
  `ALTER TABLE services ADD COLUMN label_key TEXT NOT NULL DEFAULT ''`,
  `ALTER TABLE services ADD COLUMN activated_key INTEGER GENERATED ALWAYS AS (coalesce(activated_at, 0)) VIRTUAL`,
  `ALTER TABLE customers ADD COLUMN email_key TEXT GENERATED ALWAYS AS (lower(email)) VIRTUAL`,
  // Of the task's service, so that the queue can be sorted and filtered by them without reading services.
  `ALTER TABLE tasks ADD COLUMN label_key TEXT NOT NULL DEFAULT ''`,
  `ALTER TABLE tasks ADD COLUMN module_id TEXT NOT NULL DEFAULT ''`,
  // Live tasks oldest first, then ended ones newest first.
  `ALTER TABLE tasks ADD COLUMN queue_key INTEGER GENERATED ALWAYS AS
    (CASE WHEN state IN ('done', 'cancelled') THEN 1000000000000000 - ended_at ELSE created_at END) VIRTUAL`,
];

/** The full text index takes the place of the columns that were searched from end to end. */
const afterKeys = [
  `ALTER TABLE services DROP COLUMN search_text`,
  `ALTER TABLE cards DROP COLUMN search_text`,
  `UPDATE tasks SET (label_key, module_id) =
    (SELECT services.label_key, services.module_id FROM services WHERE services.id = tasks.service_id)`,
];

const indexes = [
  `DROP INDEX services_by_state`,
  `CREATE INDEX services_by_state ON services (state, number)`,
  `DROP INDEX services_by_customer`,
  `CREATE INDEX services_by_customer ON services (customer_id, number)`,
  `DROP INDEX services_by_tariff`,
  `CREATE INDEX services_by_tariff ON services (tariff_id, number)`,
  `DROP INDEX services_by_module`,
  `CREATE INDEX services_by_module ON services (module_id, number)`,
  `CREATE INDEX services_by_label ON services (label_key, number)`,
  `CREATE INDEX services_by_activation ON services (activated_key, number)`,
  `DROP INDEX customers_by_search_text`,
  `CREATE UNIQUE INDEX customers_by_name ON customers (search_text, id)`,
  `CREATE INDEX customers_by_email ON customers (email_key, id)`,
  `DROP INDEX tasks_by_state`,
  `CREATE INDEX tasks_by_queue ON tasks (queue_key, number, department_id)`,
  `CREATE INDEX tasks_by_state ON tasks (state, queue_key, number, department_id)`,
  `DROP INDEX tasks_by_department`,
  `CREATE INDEX tasks_by_department ON tasks (department_id, queue_key, number)`,
  `CREATE INDEX tasks_by_performer ON tasks (performer, queue_key, number) WHERE performer IS NOT NULL`,
  `CREATE INDEX tasks_by_age ON tasks (created_at, number)`,
  `CREATE INDEX tasks_by_label ON tasks (label_key, number)`,
];

const counted = {
  tasks: { table: "task_counts", columns: ["state", "kind", "department_id", "performer", "module_id"] },
  services: { table: "service_counts", columns: ["tariff_id", "tariff_version", "module_id", "state", "product_type"] },
} as const;

/** Rows of a table by everything that its list is filtered by, so that no page has to count. */
const counts = [
  `CREATE TABLE task_counts (
    state TEXT NOT NULL,
    kind TEXT NOT NULL,
    department_id TEXT NOT NULL,
    performer TEXT NOT NULL,
    module_id TEXT NOT NULL,
    rows INTEGER NOT NULL,
    PRIMARY KEY (state, kind, department_id, performer, module_id)
  ) STRICT, WITHOUT ROWID`,
  `CREATE TABLE service_counts (
    state TEXT NOT NULL,
    product_type TEXT NOT NULL,
    tariff_id TEXT NOT NULL,
    tariff_version INTEGER NOT NULL,
    module_id TEXT NOT NULL,
    rows INTEGER NOT NULL,
    PRIMARY KEY (tariff_id, tariff_version, module_id, state, product_type)
  ) STRICT, WITHOUT ROWID`,
  `CREATE INDEX service_counts_by_module ON service_counts (module_id, rows)`,
  // A task is counted without its module first, and moves to the right row when it gets it: triggers of their own would have no order.
  ...countsOf(
    "tasks",
    `UPDATE tasks SET (label_key, module_id) =
      (SELECT label_key, module_id FROM services WHERE id = NEW.service_id) WHERE id = NEW.id;`,
  ),
  ...countsOf("services"),
];

const carried = ["label_key", "module_id"];
const carriedToTasks = `CREATE TRIGGER services_of_tasks AFTER UPDATE OF ${carried.join(", ")} ON services
  WHEN ${carried.map((column) => `OLD.${column} <> NEW.${column}`).join(" OR ")} BEGIN
  UPDATE tasks SET label_key = NEW.label_key, module_id = NEW.module_id WHERE service_id = NEW.id;
END`;

const views = `CREATE TABLE views (
  id TEXT PRIMARY KEY NOT NULL,
  revision INTEGER NOT NULL,
  list TEXT NOT NULL,
  name TEXT NOT NULL,
  is_shared INTEGER NOT NULL CHECK (is_shared IN (0, 1)),
  filters TEXT NOT NULL,
  sort TEXT,
  columns TEXT,
  operator TEXT NOT NULL
) STRICT`;

/** Indexes that keep the lists sorted, counts of their rows, saved views, and an index of everything that can be searched for. */
export const listsAndSearch: Migration = {
  name: "0009-lists-and-search",
  async up(database) {
    for (const statement of columns) await database.raw(statement);
    await writeLabelKeys(database);
    for (const statement of [...afterKeys, ...indexes, ...counts, carriedToTasks, views, ...searchIndex])
      await database.raw(statement);
  },
};

function countsOf(table: keyof typeof counted, afterInsert = ""): string[] {
  const { table: counts, columns: names } = counted[table];
  const value = (row: string) =>
    names.map((name) => (name === "performer" ? `coalesce(${row}performer, '')` : row + name));
  const keys = names.join(", ");
  const more = `INSERT INTO ${counts} (${keys}, rows) VALUES (${value("NEW.").join(", ")}, 1)
    ON CONFLICT (${keys}) DO UPDATE SET rows = rows + 1;`;
  const fewer = `UPDATE ${counts} SET rows = rows - 1 WHERE (${keys}) = (${value("OLD.").join(", ")});`;
  const isMoved = names.map((name) => `OLD.${name} IS NOT NEW.${name}`).join(" OR ");
  return [
    `INSERT INTO ${counts} (${keys}, rows) SELECT ${value("").join(", ")}, count(*) FROM ${table} GROUP BY ${value("").join(", ")}`,
    `CREATE TRIGGER ${table}_count_insert AFTER INSERT ON ${table} BEGIN ${more} ${afterInsert} END`,
    `CREATE TRIGGER ${table}_count_update AFTER UPDATE OF ${keys} ON ${table} WHEN ${isMoved} BEGIN ${fewer} ${more} END`,
    `CREATE TRIGGER ${table}_count_delete AFTER DELETE ON ${table} BEGIN ${fewer} END`,
  ];
}

const servicesAtOnce = 1_000;

/** SQLite folds ASCII letters only, so the keys are made here. */
async function writeLabelKeys(database: Knex): Promise<void> {
  for (let after = -1; ;) {
    const rows = await rowsOf(
      database("services")
        .select("number", "label")
        .where("number", ">", after)
        .orderBy("number")
        .limit(servicesAtOnce),
    );
    const keys = rows.map((row) => ({ number: row["number"], key: sortKey(String(row["label"])) }));
    await database.raw(
      `UPDATE services SET label_key = keys.value ->> 'key' FROM json_each(?) AS keys WHERE number = keys.value ->> 'number'`,
      [JSON.stringify(keys)],
    );
    const last = rows.at(-1);
    if (last === undefined || rows.length < servicesAtOnce) return;
    after = Number(last["number"]);
  }
}
