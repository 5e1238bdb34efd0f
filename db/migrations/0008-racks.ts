import type { Migration } from "./migration";

const statements = [
  `CREATE TABLE rack_reservations (
    id TEXT PRIMARY KEY NOT NULL,
    revision INTEGER NOT NULL,
    module_id TEXT NOT NULL REFERENCES modules (id) ON DELETE CASCADE,
    rack_id INTEGER NOT NULL,
    units TEXT NOT NULL,
    faces TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('reserved', 'service-unit')),
    reason TEXT NOT NULL,
    until TEXT,
    operator TEXT NOT NULL,
    created_at INTEGER NOT NULL
  ) STRICT`,
  `CREATE INDEX rack_reservations_by_rack ON rack_reservations (module_id, rack_id)`,
  `CREATE TABLE rack_plans (
    service_id TEXT PRIMARY KEY NOT NULL REFERENCES services (id) ON DELETE CASCADE,
    revision INTEGER NOT NULL,
    module_id TEXT NOT NULL REFERENCES modules (id) ON DELETE CASCADE,
    rack_id INTEGER NOT NULL,
    units TEXT NOT NULL,
    faces TEXT NOT NULL,
    operator TEXT NOT NULL,
    created_at INTEGER NOT NULL
  ) STRICT`,
  `CREATE INDEX rack_plans_by_rack ON rack_plans (module_id, rack_id)`,
  `CREATE TABLE rack_capacities (
    module_id TEXT NOT NULL REFERENCES modules (id) ON DELETE CASCADE,
    rack_id INTEGER NOT NULL,
    power_watts INTEGER,
    bandwidth_mbit INTEGER,
    PRIMARY KEY (module_id, rack_id)
  ) STRICT`,
  // What a drawing asks for: the cards that name this rack, among a million.
  `CREATE INDEX cards_by_rack ON cards (rack COLLATE NOCASE) WHERE rack <> ''`,
];

/** Units that are kept free or planned, and what of a rack may be sold. The racks themselves are the panel's. */
export const racks: Migration = {
  name: "0008-racks",
  async up(database) {
    for (const statement of statements) await database.raw(statement);
  },
};
