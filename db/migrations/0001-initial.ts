import type { Migration } from "./migration";

const directory = [
  `CREATE TABLE departments (
    id TEXT PRIMARY KEY NOT NULL,
    revision INTEGER NOT NULL,
    name TEXT NOT NULL
  ) STRICT`,
  `CREATE TABLE data_centres (
    id TEXT PRIMARY KEY NOT NULL,
    revision INTEGER NOT NULL,
    name TEXT NOT NULL
  ) STRICT`,
  `CREATE TABLE customers (
    id TEXT PRIMARY KEY NOT NULL,
    revision INTEGER NOT NULL,
    name TEXT NOT NULL,
    email TEXT NOT NULL,
    note TEXT NOT NULL,
    search_text TEXT NOT NULL
  ) STRICT`,
  `CREATE INDEX customers_by_search_text ON customers (search_text)`,
];

const modules = [
  `CREATE TABLE modules (
    id TEXT PRIMARY KEY NOT NULL,
    revision INTEGER NOT NULL,
    type TEXT NOT NULL CHECK (type IN ('dcimanager6-colocation')),
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
    configuration_taken_at INTEGER
  ) STRICT`,
  `CREATE INDEX modules_by_data_centre ON modules (data_centre_id)`,
  `CREATE INDEX modules_by_department ON modules (department_id)`,
  `CREATE TABLE module_secrets (
    module_id TEXT PRIMARY KEY NOT NULL REFERENCES modules (id) ON DELETE CASCADE,
    sealed_password TEXT NOT NULL
  ) STRICT`,
  `CREATE TABLE module_configurations (
    module_id TEXT PRIMARY KEY NOT NULL REFERENCES modules (id) ON DELETE CASCADE,
    body TEXT NOT NULL
  ) STRICT`,
  `CREATE TABLE observations (
    module_id TEXT NOT NULL REFERENCES modules (id) ON DELETE CASCADE,
    subject TEXT NOT NULL,
    body TEXT NOT NULL,
    taken_at INTEGER NOT NULL,
    PRIMARY KEY (module_id, subject)
  ) STRICT`,
];

const tariffs = [
  `CREATE TABLE tariffs (
    id TEXT PRIMARY KEY NOT NULL,
    revision INTEGER NOT NULL,
    product_type TEXT NOT NULL CHECK (product_type IN ('colocation')),
    name TEXT NOT NULL,
    currency TEXT NOT NULL,
    periods TEXT NOT NULL,
    resources TEXT NOT NULL,
    is_active INTEGER NOT NULL CHECK (is_active IN (0, 1))
  ) STRICT`,
  `CREATE TABLE tariff_modules (
    tariff_id TEXT NOT NULL REFERENCES tariffs (id) ON DELETE CASCADE,
    module_id TEXT NOT NULL REFERENCES modules (id),
    position INTEGER NOT NULL,
    PRIMARY KEY (tariff_id, module_id)
  ) STRICT`,
  `CREATE INDEX tariff_modules_by_module ON tariff_modules (module_id)`,
];

const services = [
  `CREATE TABLE services (
    id TEXT PRIMARY KEY NOT NULL,
    revision INTEGER NOT NULL,
    number INTEGER NOT NULL UNIQUE,
    product_type TEXT NOT NULL CHECK (product_type IN ('colocation')),
    state TEXT NOT NULL CHECK (state IN
      ('ordered', 'processing', 'active', 'suspending', 'suspended', 'resuming', 'closing', 'closed')),
    customer_id TEXT NOT NULL REFERENCES customers (id),
    tariff_id TEXT NOT NULL REFERENCES tariffs (id),
    module_id TEXT NOT NULL REFERENCES modules (id),
    module_trials TEXT NOT NULL,
    amounts TEXT NOT NULL,
    period_months INTEGER NOT NULL,
    price TEXT NOT NULL,
    server_id INTEGER,
    label TEXT NOT NULL,
    addresses TEXT NOT NULL,
    note TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    activated_at INTEGER,
    closed_at INTEGER,
    search_text TEXT NOT NULL
  ) STRICT`,
  `CREATE UNIQUE INDEX services_one_unclosed_on_a_server ON services (module_id, server_id)
    WHERE server_id IS NOT NULL AND state <> 'closed'`,
  `CREATE INDEX services_by_state ON services (state, created_at)`,
  `CREATE INDEX services_by_module ON services (module_id)`,
  `CREATE INDEX services_by_customer ON services (customer_id)`,
  `CREATE INDEX services_by_tariff ON services (tariff_id)`,
  `CREATE TABLE cards (
    service_id TEXT PRIMARY KEY NOT NULL REFERENCES services (id) ON DELETE CASCADE,
    revision INTEGER NOT NULL,
    url TEXT NOT NULL,
    identifier TEXT NOT NULL,
    username TEXT NOT NULL,
    sealed_password TEXT,
    rack TEXT NOT NULL,
    label TEXT NOT NULL,
    search_text TEXT NOT NULL
  ) STRICT`,
];

const tasks = [
  `CREATE TABLE tasks (
    id TEXT PRIMARY KEY NOT NULL,
    revision INTEGER NOT NULL,
    number INTEGER NOT NULL UNIQUE,
    kind TEXT NOT NULL CHECK (kind IN ('set-up', 'assign-addresses', 'suspend', 'resume', 'close')),
    state TEXT NOT NULL CHECK (state IN ('open', 'in-work', 'running', 'done', 'cancelled')),
    service_id TEXT NOT NULL REFERENCES services (id),
    department_id TEXT NOT NULL REFERENCES departments (id),
    performer TEXT,
    accepted_at INTEGER,
    created_at INTEGER NOT NULL,
    ended_at INTEGER
  ) STRICT`,
  `CREATE INDEX tasks_by_state ON tasks (state, created_at)`,
  `CREATE INDEX tasks_by_service ON tasks (service_id)`,
  `CREATE INDEX tasks_by_department ON tasks (department_id)`,
  `CREATE TABLE drafts (
    task_id TEXT NOT NULL REFERENCES tasks (id) ON DELETE CASCADE,
    operator TEXT NOT NULL,
    fields TEXT NOT NULL,
    saved_at INTEGER NOT NULL,
    PRIMARY KEY (task_id, operator)
  ) STRICT`,
  `CREATE TABLE counters (
    name TEXT PRIMARY KEY NOT NULL,
    value INTEGER NOT NULL
  ) STRICT`,
  `INSERT INTO counters (name, value) VALUES ('services', 0), ('tasks', 0)`,
];

const actions = [
  `CREATE TABLE actions (
    sequence INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    revision INTEGER NOT NULL,
    lane TEXT NOT NULL,
    kind TEXT NOT NULL,
    summary TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN
      ('waiting', 'sending', 'confirming', 'uncertain', 'needs-attention', 'done', 'discarded')),
    module_id TEXT NOT NULL REFERENCES modules (id),
    service_id TEXT REFERENCES services (id),
    task_id TEXT REFERENCES tasks (id),
    server_id INTEGER,
    request TEXT NOT NULL,
    seen TEXT,
    progress TEXT,
    operation_id INTEGER,
    attempts INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    next_attempt_at INTEGER,
    started_at INTEGER,
    ended_at INTEGER,
    deadline_at INTEGER,
    trouble TEXT,
    outcome TEXT NOT NULL,
    percent REAL,
    created_by TEXT NOT NULL
  ) STRICT`,
  `CREATE INDEX actions_unfinished_by_lane ON actions (lane, sequence) WHERE state NOT IN ('done', 'discarded')`,
  `CREATE INDEX actions_by_state ON actions (state)`,
  `CREATE INDEX actions_by_service ON actions (service_id, state)`,
  `CREATE INDEX actions_by_task ON actions (task_id, state)`,
  `CREATE INDEX actions_by_module ON actions (module_id, state)`,
];

const records = [
  // No foreign key: the journal outlives what it tells about.
  `CREATE TABLE journal_entries (
    sequence INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    at INTEGER NOT NULL,
    operator TEXT NOT NULL,
    call TEXT NOT NULL,
    entity TEXT NOT NULL,
    entity_id TEXT NOT NULL,
    service_id TEXT,
    summary TEXT NOT NULL
  ) STRICT`,
  `CREATE INDEX journal_entries_by_service ON journal_entries (service_id, sequence)`,
  `CREATE TRIGGER journal_entries_refuse_update BEFORE UPDATE ON journal_entries
    BEGIN SELECT RAISE (ABORT, 'The journal is append-only'); END`,
  `CREATE TRIGGER journal_entries_refuse_delete BEFORE DELETE ON journal_entries
    BEGIN SELECT RAISE (ABORT, 'The journal is append-only'); END`,
  `CREATE TABLE settings (
    name TEXT PRIMARY KEY NOT NULL,
    value TEXT NOT NULL
  ) STRICT`,
];

/** The schema of the first release. */
export const initial: Migration = {
  name: "0001-initial",
  async up(database) {
    for (const statement of [...directory, ...modules, ...tariffs, ...services, ...tasks, ...actions, ...records]) {
      await database.raw(statement);
    }
  },
};
