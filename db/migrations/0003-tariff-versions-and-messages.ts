import type { Knex } from "knex";
import { carryTariffsOver } from "./0003-first-tariff-versions";
import type { Migration } from "./migration";
import { rebuildTable, unchanged } from "./rebuild";

const additions = [
  `ALTER TABLE departments ADD COLUMN members TEXT NOT NULL DEFAULT '[]'`,
  `CREATE TABLE tariff_versions (
    tariff_id TEXT NOT NULL REFERENCES tariffs (id) ON DELETE CASCADE,
    version INTEGER NOT NULL,
    content TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    created_by TEXT NOT NULL,
    PRIMARY KEY (tariff_id, version)
  ) STRICT`,
  `CREATE TABLE enumerations (
    id TEXT PRIMARY KEY NOT NULL,
    revision INTEGER NOT NULL,
    name TEXT NOT NULL,
    internal_name TEXT NOT NULL,
    items TEXT NOT NULL
  ) STRICT`,
  `CREATE TABLE messages (
    sequence INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    at INTEGER NOT NULL,
    department_id TEXT NOT NULL REFERENCES departments (id) ON DELETE CASCADE,
    service_id TEXT REFERENCES services (id),
    task_id TEXT REFERENCES tasks (id),
    action_id TEXT REFERENCES actions (id),
    subject TEXT NOT NULL,
    reason TEXT NOT NULL
  ) STRICT`,
  `CREATE INDEX messages_by_department ON messages (department_id, sequence)`,
  `CREATE INDEX messages_by_service ON messages (service_id)`,
  `CREATE INDEX messages_by_task ON messages (task_id)`,
  `CREATE INDEX messages_by_action ON messages (action_id)`,
  `CREATE TABLE message_reads (
    message_id TEXT NOT NULL REFERENCES messages (id) ON DELETE CASCADE,
    operator TEXT NOT NULL,
    read_at INTEGER NOT NULL,
    PRIMARY KEY (message_id, operator)
  ) STRICT`,
];

const modules = `
    id TEXT PRIMARY KEY NOT NULL,
    revision INTEGER NOT NULL,
    type TEXT NOT NULL CHECK (type IN ('dcimanager6-colocation', 'dsmanager', 'manual')),
    product_type TEXT NOT NULL CHECK (product_type IN ('colocation', 'dedicated')),
    dialect TEXT CHECK (dialect IN ('dsmanager', 'dcimanager5')),
    name TEXT NOT NULL,
    url TEXT NOT NULL,
    username TEXT NOT NULL,
    certificate TEXT,
    data_centre_id TEXT NOT NULL REFERENCES data_centres (id),
    department_id TEXT NOT NULL REFERENCES departments (id),
    location_id INTEGER,
    sort INTEGER NOT NULL,
    is_active INTEGER NOT NULL CHECK (is_active IN (0, 1)),
    route_overrides TEXT NOT NULL,
    configuration_taken_at INTEGER,
    CHECK ((type = 'dsmanager') = (dialect IS NOT NULL))
  `;

const moduleConfigurations = `
    module_id TEXT PRIMARY KEY NOT NULL REFERENCES modules (id) ON DELETE CASCADE,
    body TEXT NOT NULL,
    last_changes TEXT NOT NULL,
    checked_at INTEGER NOT NULL,
    pending_changes TEXT NOT NULL
  `;

const tariffs = `
    id TEXT PRIMARY KEY NOT NULL,
    revision INTEGER NOT NULL,
    version INTEGER NOT NULL,
    product_type TEXT NOT NULL CHECK (product_type IN ('colocation', 'dedicated')),
    name TEXT NOT NULL,
    internal_name TEXT NOT NULL,
    currency TEXT NOT NULL,
    periods TEXT NOT NULL,
    resources TEXT NOT NULL,
    is_active INTEGER NOT NULL CHECK (is_active IN (0, 1))
  `;

const services = `
    id TEXT PRIMARY KEY NOT NULL,
    revision INTEGER NOT NULL,
    number INTEGER NOT NULL UNIQUE,
    product_type TEXT NOT NULL CHECK (product_type IN ('colocation', 'dedicated')),
    state TEXT NOT NULL CHECK (state IN
      ('ordered', 'processing', 'active', 'suspending', 'suspended', 'resuming', 'changing', 'closing', 'closed')),
    customer_id TEXT NOT NULL REFERENCES customers (id),
    tariff_id TEXT NOT NULL REFERENCES tariffs (id),
    tariff_version INTEGER NOT NULL,
    module_id TEXT NOT NULL REFERENCES modules (id),
    module_trials TEXT NOT NULL,
    amounts TEXT NOT NULL,
    choices TEXT NOT NULL,
    period_months INTEGER NOT NULL,
    price TEXT NOT NULL,
    pending_change TEXT,
    server_id INTEGER,
    label TEXT NOT NULL,
    addresses TEXT NOT NULL,
    note TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    activated_at INTEGER,
    closed_at INTEGER,
    search_text TEXT NOT NULL,
    FOREIGN KEY (tariff_id, tariff_version) REFERENCES tariff_versions (tariff_id, version)
  `;
const serviceIndexes = [
  `CREATE UNIQUE INDEX services_one_unclosed_on_a_server ON services (module_id, server_id)
    WHERE server_id IS NOT NULL AND state <> 'closed'`,
  `CREATE INDEX services_by_state ON services (state, created_at)`,
  `CREATE INDEX services_by_module ON services (module_id)`,
  `CREATE INDEX services_by_customer ON services (customer_id)`,
  `CREATE INDEX services_by_tariff ON services (tariff_id, tariff_version, state)`,
];

const tasks = `
    id TEXT PRIMARY KEY NOT NULL,
    revision INTEGER NOT NULL,
    number INTEGER NOT NULL UNIQUE,
    kind TEXT NOT NULL CHECK (kind IN ('set-up', 'assign-addresses', 'suspend', 'resume', 'change', 'close')),
    state TEXT NOT NULL CHECK (state IN ('open', 'in-work', 'running', 'done', 'cancelled')),
    service_id TEXT NOT NULL REFERENCES services (id),
    department_id TEXT NOT NULL REFERENCES departments (id),
    performer TEXT,
    accepted_at INTEGER,
    created_at INTEGER NOT NULL,
    ended_at INTEGER
  `;

/** A configuration that cannot be read is kept and counts as never compared. */
const takenAt = "CASE WHEN json_valid(body) THEN coalesce(CAST(body ->> '$.takenAt' AS INTEGER), 0) ELSE 0 END";

/** Modules of several types, versions of tariffs, enumerations, changes of services, messages to departments. */
export const tariffVersionsAndMessages: Migration = {
  name: "0003-tariff-versions-and-messages",
  async up(database) {
    for (const statement of additions) await database.raw(statement);
    await rebuildModules(database);
    await rebuildTable(database, {
      table: "tariffs",
      definition: tariffs,
      fill: (newTable) => carryTariffsOver(database, newTable),
    });
    await rebuildServices(database);
  },
};

async function rebuildModules(database: Knex): Promise<void> {
  const kept = ["id", "revision", "type", "name", "url", "username", "certificate", "data_centre_id", "department_id"];
  const facts = ["location_id", "sort", "is_active", "route_overrides", "configuration_taken_at"];
  await rebuildTable(database, {
    table: "modules",
    definition: modules,
    values: { ...unchanged(...kept, ...facts), product_type: "'colocation'" },
    indexes: [
      `CREATE INDEX modules_by_data_centre ON modules (data_centre_id)`,
      `CREATE INDEX modules_by_department ON modules (department_id)`,
    ],
  });
  await rebuildTable(database, {
    table: "module_configurations",
    definition: moduleConfigurations,
    values: {
      ...unchanged("module_id", "body"),
      last_changes: "'[]'",
      checked_at: takenAt,
      pending_changes: "'[]'",
    },
  });
}

async function rebuildServices(database: Knex): Promise<void> {
  const order = ["id", "revision", "number", "product_type", "state", "customer_id", "tariff_id", "module_id"];
  const content = ["module_trials", "amounts", "period_months", "price", "server_id", "label", "addresses", "note"];
  const ends = ["created_at", "activated_at", "closed_at", "search_text"];
  await rebuildTable(database, {
    table: "services",
    definition: services,
    values: { ...unchanged(...order, ...content, ...ends), tariff_version: "1", choices: "'{}'" },
    indexes: serviceIndexes,
  });
  const people = ["service_id", "department_id", "performer", "accepted_at", "created_at", "ended_at"];
  await rebuildTable(database, {
    table: "tasks",
    definition: tasks,
    values: unchanged("id", "revision", "number", "kind", "state", ...people),
    indexes: [
      `CREATE INDEX tasks_by_state ON tasks (state, created_at)`,
      `CREATE INDEX tasks_by_service ON tasks (service_id)`,
      `CREATE INDEX tasks_by_department ON tasks (department_id)`,
    ],
  });
}
