import type { Migration } from "./migration";

const statements = [
  `ALTER TABLE actions ADD COLUMN held_by TEXT`,
  // Apart from the module, so that pausing does not change the module's revision under a form.
  `CREATE TABLE module_holds (
    module_id TEXT PRIMARY KEY NOT NULL REFERENCES modules (id) ON DELETE CASCADE,
    held_by TEXT NOT NULL
  ) STRICT`,
  `CREATE TABLE form_drafts (
    form TEXT NOT NULL,
    operator TEXT NOT NULL,
    body TEXT NOT NULL,
    saved_at INTEGER NOT NULL,
    PRIMARY KEY (form, operator)
  ) STRICT`,
];

/** Steps and panels that somebody paused, and what is being typed into forms. */
export const holdsAndFormDrafts: Migration = {
  name: "0002-holds-and-form-drafts",
  async up(database) {
    for (const statement of statements) await database.raw(statement);
  },
};
