import type { Migration } from "./migration";

const statements = [
  // What the reading of a panel's servers has come to.
  `CREATE TABLE mirrors (
    module_id TEXT PRIMARY KEY NOT NULL REFERENCES modules (id) ON DELETE CASCADE,
    source TEXT NOT NULL,
    reading INTEGER NOT NULL,
    is_unfinished INTEGER NOT NULL CHECK (is_unfinished IN (0, 1)),
    after TEXT,
    total INTEGER NOT NULL,
    taken_at INTEGER,
    reason TEXT NOT NULL
  ) STRICT`,
  // The keys are what lists sort by: folded, with their numbers in order. The body is the last column, because long rows are read from the front.
  `CREATE TABLE mirror_servers (
    module_id TEXT NOT NULL REFERENCES modules (id) ON DELETE CASCADE,
    server_id INTEGER NOT NULL,
    name TEXT NOT NULL,
    name_key TEXT NOT NULL,
    rack TEXT NOT NULL,
    rack_key TEXT NOT NULL,
    rack_id INTEGER,
    serial TEXT NOT NULL,
    owner TEXT NOT NULL,
    power TEXT NOT NULL CHECK (power IN ('on', 'off', 'unknown')),
    has_fault INTEGER NOT NULL CHECK (has_fault IN (0, 1)),
    ports INTEGER NOT NULL,
    search_text TEXT NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (module_id, server_id)
  ) STRICT`,
  // Holds all that lists filter, sort and count by, so that none of them reads the bodies.
  `CREATE INDEX mirror_servers_in_lists ON mirror_servers
    (module_id, name_key, server_id, rack_key, serial, owner, power, has_fault, ports)`,
  `CREATE INDEX mirror_servers_by_rack ON mirror_servers (module_id, rack_id, rack)`,
  // Apart from the servers: a reading moves every age and most servers stay as they were.
  `CREATE TABLE mirror_ages (
    module_id TEXT NOT NULL,
    server_id INTEGER NOT NULL,
    taken_at INTEGER NOT NULL,
    reading INTEGER NOT NULL,
    detailed_at INTEGER,
    PRIMARY KEY (module_id, server_id),
    FOREIGN KEY (module_id, server_id) REFERENCES mirror_servers (module_id, server_id) ON DELETE CASCADE
  ) STRICT, WITHOUT ROWID`,
  `CREATE TABLE mirror_addresses (
    module_id TEXT NOT NULL,
    address_id INTEGER NOT NULL,
    server_id INTEGER,
    address TEXT NOT NULL,
    family TEXT NOT NULL CHECK (family IN ('ipv4', 'ipv6')),
    PRIMARY KEY (module_id, address_id),
    FOREIGN KEY (module_id, server_id) REFERENCES mirror_servers (module_id, server_id) ON DELETE CASCADE
  ) STRICT`,
  `CREATE INDEX mirror_addresses_by_server ON mirror_addresses (module_id, server_id)`,
];

/** Local copies of the panels' servers. */
export const mirror: Migration = {
  name: "0007-mirror",
  async up(database) {
    for (const statement of statements) await database.raw(statement);
  },
};
