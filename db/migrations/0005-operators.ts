import type { Migration } from "./migration";

const statements = [
  `CREATE TABLE operators (
    id TEXT PRIMARY KEY NOT NULL,
    revision INTEGER NOT NULL,
    name TEXT NOT NULL,
    folded_name TEXT NOT NULL UNIQUE,
    role TEXT NOT NULL CHECK (role IN ('technician', 'administrator', 'auditor')),
    is_active INTEGER NOT NULL CHECK (is_active IN (0, 1)),
    sign_in_kind TEXT NOT NULL CHECK (sign_in_kind IN ('pin', 'passphrase')),
    secret_hash TEXT NOT NULL CHECK (secret_hash <> ''),
    failed_attempts INTEGER NOT NULL CHECK (failed_attempts >= 0),
    blocked_until INTEGER,
    last_signed_in_at INTEGER,
    created_at INTEGER NOT NULL
  ) STRICT`,
  `CREATE TABLE tokens (
    id TEXT PRIMARY KEY NOT NULL,
    name TEXT NOT NULL,
    operator_id TEXT NOT NULL REFERENCES operators (id),
    hash TEXT NOT NULL UNIQUE CHECK (length(hash) = 64),
    calls TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    expires_at INTEGER,
    last_used_at INTEGER
  ) STRICT`,
  `CREATE INDEX tokens_by_operator ON tokens (operator_id)`,
  // Names that were used at the console had no secret, and nobody may sign in without one.
  `DELETE FROM settings WHERE name = 'operators'`,
];

/** Who may work at the console, and the tokens of scripts. */
export const operators: Migration = {
  name: "0005-operators",
  async up(database) {
    for (const statement of statements) await database.raw(statement);
  },
};
